import { problemOf } from '../domain/checks/problem';
import type { PrintCode, PrintOutcome, PrintProblem, Words } from './print-port';

const LATER: Words = {
  zh: '文书已保存，不受影响；可稍后用同一份再打印，或用系统自带的程序打开后自行打印。',
  en: 'The document is saved and unharmed: print the same one again later, or open it with another program and print from there.',
};

/** What happened; that nothing is lost and what else can be done is added to each. */
const HAPPENED: Readonly<Record<PrintCode, Words>> = {
  'no-printing-system': {
    zh: '这台电脑的打印服务没有运行或没有应答。请让管理员启动打印服务后再试。',
    en: 'The printing service of this computer is not running or does not answer. Ask the administrator to start it and try again.',
  },
  'no-printer': {
    zh: '这台电脑还没有安装打印机。请在系统设置中添加打印机。',
    en: 'No printer is set up on this computer. Add one in the system settings.',
  },
  'printer-gone': {
    zh: '所选的打印机已不在这台电脑上（可能被删除或改名）。请另选一台打印机。',
    en: 'The chosen printer is no longer on this computer (removed or renamed). Choose another one.',
  },
  'not-accepting': {
    zh: '这台打印机目前不接收打印任务。请另选一台打印机，或请管理员恢复。',
    en: 'This printer takes no jobs at present. Choose another one, or ask the administrator to open it again.',
  },
  'spool-refused': {
    zh: '打印服务没有收下这份文书（例如磁盘已满，或排队的任务过多）。请腾出磁盘空间或等队列变短后再试。',
    en: 'The printing service did not take the document (for example the disk is full or too many jobs are queued). Free space or wait, then try again.',
  },
  'submit-unclear': {
    zh: '打印服务迟迟没有答复，文书可能已经送出。请先看打印机和打印队列，再决定是否重打，以免多出一份。',
    en: 'The printing service did not answer in time and may have taken the document. Look at the printer and its queue before printing again, to avoid a second copy.',
  },
  'bad-copies': { zh: '份数应为 1 到 99 的整数。', en: 'Copies must be a whole number from 1 to 99.' },
  'bad-pages': {
    zh: '页码范围不对：应从小到大、不重叠，且不超出文书的页数。',
    en: 'The page range is wrong: pages must rise, not overlap, and lie within the document.',
  },
  'not-a-document': {
    zh: '要打印的内容不是 PDF 文书，没有送出。请重新生成文书。',
    en: 'What was to be printed is not a PDF document and was not sent. Make the document again.',
  },
  'job-vanished': {
    zh: '打印队列里已没有这个任务，无法知道是否打完。请查看打印机的出纸；没有打出的，可再打印一次。',
    en: 'The queue no longer knows this job, so nobody can say whether it was printed. Look at the printer; print again if nothing came out.',
  },
  'job-ended': {
    zh: '这个打印任务已经结束，不能再取消。',
    en: 'This print job has already ended and cannot be cancelled.',
  },
  'cannot-cancel': {
    zh: '无法从这里取消。请打开系统的打印队列，或在打印机上取消。',
    en: 'It cannot be cancelled from here. Open the queue in the system settings, or cancel on the printer.',
  },
};

/** A fault of printing in plain words: what happened, that nothing is lost, what to do. `detail` is the system's own text. */
export function printProblem(code: PrintCode, detail?: string): PrintProblem {
  const { zh, en } = HAPPENED[code];
  return problemOf(
    code,
    `${zh}${LATER.zh}`,
    `${en} ${LATER.en}`,
    detail === undefined || detail === '' ? undefined : { system: detail },
  );
}

export const printed = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const notPrinted = (code: PrintCode, detail?: string): PrintOutcome<never> => ({
  ok: false,
  problems: [printProblem(code, detail)],
});
