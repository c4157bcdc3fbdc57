import { problemOf, type Problem } from '../domain/checks/problem';

/** What verify finds（核验发现）, by itself and with what it is about. */
export type VerifyKind =
  | 'not-an-entry'
  | 'entry-hash'
  | 'entry-signature'
  | 'entry-elsewhere'
  | 'entry-twice'
  | 'entry-loose'
  | 'entry-clock'
  | 'unknown-station'
  | 'chain-gap'
  | 'chain-fork'
  | 'chain-link'
  | 'chain-clock'
  | 'chain-end'
  | 'summary-differs'
  | 'file-missing'
  | 'number-twice'
  | 'number-outside'
  | 'number-unregistered'
  | 'number-voided';

export interface VerifyFault {
  /** The journal that it stands in; null for what is none. */
  readonly subject: string | null;
  /** Entry, file, number or workstation. */
  readonly about: string;
  readonly problem: Problem;
}

const RESTORE = ['请从中心或备份恢复。', 'Restore it from the centre or a backup.'] as const;

const WORDS: Readonly<Record<VerifyKind, readonly [zh: string, en: string]>> = {
  'not-an-entry': ['有一条记录不成格式，内容不可信。', 'A record is not in its form and cannot be trusted.'],
  'entry-hash': [
    '有一条记录的内容与它的哈希不符：写成后被改过。',
    'The content of a record does not match its hash: it was changed after it was written.',
  ],
  'entry-signature': [
    '有一条记录的签名不对：不是所写的工作站写的，或写成后被改过。',
    'The signature of a record is wrong: another workstation wrote it than it says, or it was changed.',
  ],
  'entry-elsewhere': [
    '有一条记录属于另一个卷，被移到了这里。',
    'A record belongs to another journal and was moved here.',
  ],
  'entry-twice': ['同一条记录在卷中出现两次。', 'One record stands in the journal twice.'],
  'entry-loose': [
    '有一条记录所依据的前一条不在卷中：被删除，或还没有同步到。先同步一次再核验。',
    'What a record stands on is not in the journal: it was deleted, or has not arrived. Sync once and check again.',
  ],
  'entry-clock': ['有一条记录的时间早于它所依据的记录。', 'A record is dated before what it stands on.'],
  'unknown-station': [
    '有一条记录由本机和中心都不认识的工作站写成。',
    'A record was written by a workstation that neither this room nor the centre knows.',
  ],
  'chain-gap': [
    '工作站序列中断：有记录缺失（被删除，或文件被换成旧的）。',
    'The chain of the workstation has a gap: records are missing (deleted, or a file was put back).',
  ],
  'chain-fork': [
    '工作站序列分叉：同一个序号有两条不同的记录（磁盘被复制，或有人补写）。',
    'The chain of the workstation forks: two records bear one counter (a copied disk, or one was added).',
  ],
  'chain-link': [
    '工作站序列的链接对不上：有记录被替换，或次序被改。',
    'A link of the chain of the workstation is wrong: a record was replaced or put elsewhere.',
  ],
  'chain-clock': ['工作站序列中的时间倒退。', 'Time goes backwards in the chain of the workstation.'],
  'chain-end': [
    '工作站序列末尾的记录不见了：最后写的记录被删除。',
    'The end of the chain of the workstation is missing: the last records were deleted.',
  ],
  'summary-differs': [
    '清单上显示的与卷内记录不一致。请重新打开软件；仍不一致请联系管理员。',
    'What lists show differs from the journal. Restart the program; call the administrator if it stays.',
  ],
  'file-missing': ['定稿文件或扫描件不见了。', 'The file of a final paper or of a scan is gone.'],
  'number-twice': [
    '同一个编号用在了两处，请核对纸质文书后作废其中一个。',
    'One number was given twice. Look at the papers and void one of them.',
  ],
  'number-outside': [
    '编号不在本室任何号段之内，请向中心核对。',
    'A number lies in no block of this room; ask the centre.',
  ],
  'number-unregistered': ['案件里有编号，编号登记簿里没有。', 'A case bears a number that its register does not know.'],
  'number-voided': ['案件仍在使用一个已作废的编号。', 'A case still bears a number that was voided.'],
};

const RESTORED: ReadonlySet<VerifyKind> = new Set<VerifyKind>([
  'not-an-entry',
  'entry-hash',
  'entry-signature',
  'entry-elsewhere',
  'chain-gap',
  'chain-end',
  'file-missing',
]);

/** A finding in words: what it means, and what to do. */
export function finding(kind: VerifyKind, subject: string | null, about: string): VerifyFault {
  const [zh, en] = WORDS[kind];
  const [zhDo, enDo] = RESTORED.has(kind) ? RESTORE : ['', ''];
  return { subject, about, problem: problemOf(kind, `${zh}${zhDo}`, enDo === '' ? en : `${en} ${enDo}`, { about }) };
}
