import type { Proof } from '../backup/prove-backup';
import { problemOf, type Problem } from '../domain/checks/problem';

/** What people are told of backups（备份的说明）. */
export const BUSY = problemOf(
  'busy',
  '另一项备份、演练、恢复或核验正在进行，请等它完成或先停止它。',
  'Another backup, proof, restore or check is running. Wait for it, or stop it first.',
);

export const NO_FOLDER = problemOf(
  'no-backup-folder',
  '还没有选择备份文件夹。请选一个 U 盘或另一块硬盘上的文件夹。',
  'No folder for backups was chosen yet. Choose one on a stick or on another disk.',
);

export const UNREACHABLE = problemOf(
  'backup-folder-unreachable',
  '备份文件夹现在打不开（U 盘没有插好，或文件夹被移走）。数据没有受影响；插好后会自动再试。',
  'The backup folder cannot be reached now (no stick, or it was moved). The data is not affected; it is tried again by itself.',
);

export const NO_BACKUP = problemOf(
  'no-backup',
  '备份文件夹里没有本工作站的备份。请先做一次备份。',
  'There is no backup of this workstation in the folder. Make one first.',
);

export const UNREADABLE = problemOf(
  'unreadable-file',
  '文件打不开，没有作任何改动。请检查 U 盘是否插好，再选一次。',
  'The file cannot be opened; nothing was changed. Check that the stick is plugged in and choose again.',
);

export const NEEDS_KEY = {
  ...problemOf(
    'backup-needs-key',
    '这份备份属于另一台工作站，没有作任何改动。请输入它的账户密码或恢复密钥，再恢复。',
    'This backup is of another workstation; nothing was changed. Enter a password of it or its recovery key.',
  ),
  field: 'open',
};

/** A backup was made, without some damaged files: earlier ones are kept. */
export const leftOut = (count: number): Problem =>
  problemOf(
    'backup-left-out',
    `备份已写成并回读，但有 ${count} 个文件在本机已损坏，不在其中。请运行“核验”并修复；在此之前，较早的备份一份也不会删除。`,
    `The backup was written and read back, but ${count} files are damaged here and not in it. Run the check and repair them; until then no earlier backup is removed.`,
  );

/** What a proof came to. */
export function proofWords({ journals, entries, files, bad, end }: Proof): Problem {
  if (bad.length > 0)
    return problemOf(
      'proof-failed',
      `恢复演练没有通过：有 ${bad.length} 个卷与本机不一致或签名不对。请运行“核验”，并立即重新做一次备份。`,
      `The proof failed: ${bad.length} journals differ from this store or bear a wrong signature. Run the check, and make a new backup at once.`,
      { journals: bad.join(' ') },
    );
  const left = end.leftOut.length;
  return problemOf(
    left > 0 ? 'proof-left-out' : 'proof-passed',
    `恢复演练通过：打开并通读了最新的备份，${journals} 个卷、${entries} 条记录、${files} 个文件全部核对一致${left > 0 ? `；但备份时有 ${left} 个文件已损坏，不在其中` : ''}。`,
    `The proof passed: the newest backup was opened and read whole; ${journals} journals, ${entries} entries and ${files} files all match${left > 0 ? `, but ${left} files were damaged when it was made and are not in it` : ''}.`,
  );
}
