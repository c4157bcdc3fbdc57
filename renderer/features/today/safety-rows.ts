import type { BackupPage } from '../../../electron/contract/safety';
import type { Texts } from '../../locales/zh-CN';
import { shanghaiMinute } from '../../shared/format';
import type { TodayRow } from './today-list';

/**
 * What of backups concerns a person today: blocks on hold, then a backup that is due, then a proof that is. `page` is null
 * where the person has nothing to do with backups.
 */
export function safetyRows(page: BackupPage | null, held: number, t: Texts): readonly TodayRow[] {
  const { today: words } = t.safety;
  const blocks =
    held === 0
      ? []
      : [{ key: 'held', title: words.held, detail: words.heldDetail(held), to: '/safety', action: words.settle }];
  if (page === null) return blocks;
  const last = page.last === null ? words.never : words.last(shanghaiMinute(new Date(page.last.at)));
  const backup = !page.backupDue
    ? []
    : page.folder === null
      ? [{ key: 'folder', title: words.noFolder, detail: words.noFolderDetail, to: '/safety', action: words.choose }]
      : [{ key: 'backup', title: words.backup, detail: last, to: '/safety', action: words.do }];
  const proof =
    page.proofDue && page.last !== null
      ? [{ key: 'proof', title: words.proof, detail: words.proofDetail, to: '/safety', action: words.prove }]
      : [];
  return [...blocks, ...backup, ...proof];
}
