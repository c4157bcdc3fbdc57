import type { Words } from './print-port';

/** Printer-state-reasons that stop paper from coming (RFC 8011 5.4.12, and CUPS's own), in a mediator's words. */
const STOPPERS: Readonly<Record<string, Words>> = {
  'media-empty': { zh: '打印机缺纸，请加纸。', en: 'The printer is out of paper: add paper.' },
  'media-needed': { zh: '打印机缺少所需的纸张，请装入 A4 纸。', en: 'The printer lacks the right paper: load A4.' },
  'media-jam': { zh: '打印机卡纸，请取出卡住的纸。', en: 'Paper is jammed in the printer: take it out.' },
  'door-open': { zh: '打印机的门没有关好。', en: 'A door of the printer is open.' },
  'cover-open': { zh: '打印机的盖板没有关好。', en: 'The cover of the printer is open.' },
  'interlock-open': { zh: '打印机的盖板没有关好。', en: 'The cover of the printer is open.' },
  'input-tray-missing': { zh: '打印机的纸盒没有装好。', en: 'The paper tray of the printer is missing.' },
  'output-tray-missing': { zh: '打印机的出纸盘没有装好。', en: 'The output tray of the printer is missing.' },
  'output-area-full': { zh: '打印机的出纸盘已满，请取走。', en: 'The output tray is full: empty it.' },
  'toner-empty': { zh: '打印机的碳粉已用完，请更换。', en: 'The toner is used up: replace it.' },
  'marker-supply-empty': { zh: '打印机的墨水或碳粉已用完，请更换。', en: 'Ink or toner is used up: replace it.' },
  offline: {
    zh: '打印机未开机或未连接，请检查电源和连线。',
    en: 'The printer is off or not connected: check power and cable.',
  },
  shutdown: { zh: '打印机已关机，请开机。', en: 'The printer is switched off: switch it on.' },
  'timed-out': { zh: '打印机没有应答，请检查电源和连线。', en: 'The printer does not answer: check power and cable.' },
  'spool-area-full': { zh: '打印服务器的磁盘已满。', en: 'The disk of the print server is full.' },
  paused: { zh: '打印队列已暂停，请让管理员恢复。', en: 'The queue is paused: ask the administrator to resume it.' },
  'moving-to-paused': { zh: '打印队列正在暂停。', en: 'The queue is being paused.' },
};

/** What CUPS writes when it has nothing to say. */
const EMPTY_TEXTS: readonly string[] = ['', 'Paused', 'reason unknown', 'Unknown', 'Rejecting Jobs'];

/** The queue is stopped and nobody wrote why. */
export const QUEUE_STOPPED: Words = {
  zh: '打印队列已停止，任务在排队等候；请检查打印机，恢复后会接着打印。',
  en: 'The queue is stopped and the job waits: check the printer; printing goes on when the queue is resumed.',
};
/** Somebody asked for the job to be kept back. */
export const HELD_ON_REQUEST: Words = {
  zh: '任务被暂缓打印，请在系统的打印队列中放行。',
  en: 'The job is held: release it in the queue of the system settings.',
};
/** The device did not work and the system tries again. */
export const WILL_RETRY: Words = {
  zh: '打印机没有响应，系统会自动重试；请检查电源、连线和纸张。',
  en: 'The printer did not respond; the system will try again. Check power, cable and paper.',
};
/** The device refused and the system gave up. */
export const GAVE_UP: Words = {
  zh: '打印没有完成，系统已放弃这个任务。文书已保存，请检查打印机后用同一份再打印。',
  en: 'Printing was not completed and the system gave the job up. The document is saved: check the printer and print the same one again.',
};
/** The queue accepts nothing and nobody wrote why. */
export const NOT_ACCEPTING: Words = { zh: '打印队列不接收新任务。', en: 'The queue takes no new jobs.' };

/** Reasons whose severity says that printing goes on. A report is no fault, except of being offline. */
function stopperOf(keyword: string): Words | undefined {
  const [, name = '', severity] = /^(.*?)(?:-(error|warning|report))?$/u.exec(keyword) ?? [];
  if (severity === 'warning' || (severity === 'report' && name !== 'offline')) return undefined;
  return STOPPERS[name];
}

/** The first of the printer's state reasons that stops it, in plain words; undefined when none does. */
export function stopReason(keywords: readonly string[]): Words | undefined {
  return keywords.map(stopperOf).find((words) => words !== undefined);
}

/** A sentence of the printing system itself, introduced as such; undefined when it says nothing. */
export function systemText(text: string): Words | undefined {
  if (EMPTY_TEXTS.includes(text.trim())) return undefined;
  return { zh: `打印系统的说明：${text.trim()}`, en: `The printing system says: ${text.trim()}` };
}

/** One thing after the other, what is missing left out. */
export function joinWords(...all: readonly (Words | undefined)[]): Words | undefined {
  const said = all.filter((words) => words !== undefined);
  if (said.length === 0) return undefined;
  return { zh: said.map(({ zh }) => zh).join(''), en: said.map(({ en }) => en).join(' ') };
}
