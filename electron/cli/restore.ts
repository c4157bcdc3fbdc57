import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readRecoveryKey } from '../core/access/recovery-key';
import { recoveryOpener } from '../core/access/openers';
import { openBackupFile } from '../core/backup/backup-disk';
import type { RestoreView } from '../core/room/backup-desk';
import type { Outcome } from '../core/room/outcome';
import { restoreRoom } from '../core/room/restore-room';
import { nodeFiles } from '../core/store/node-files';
import { HEADER_FILE, type Opener } from '../core/store/store-header';
import { StoreError } from '../core/store/store-error';
import { required, UsageError, type Options } from './arguments';
import { keyFileOf, makeKeyFile, readKeyFile, removeKeyFile } from './key-file';
import { withStore } from './open-room';
import { say, type Exit } from './output';

/** `restore FILE --store DIR`: adds what is missing, or makes the store where there is none. */
export async function restore([file]: readonly string[], options: Options): Promise<Exit> {
  if (file === undefined) throw new UsageError('缺少备份文件 / restore FILE --store DIR');
  const store = path.resolve(required(options.store, '--store'));
  const recovery = await recoveryKey(options['recovery-key-file']);
  const there = await exists(path.join(store, HEADER_FILE));
  const report = there
    ? await withStore(store, (room) => room.backups.restore(path.resolve(file), recovery))
    : await makeStore(path.resolve(file), store, recovery);
  if (!report.ok) {
    say.problems(report.problems);
    return 1;
  }
  const { added, known, files, refused, heldBlocks } = report.value;
  if (options.json) say.json({ store, made: !there, ...report.value });
  else
    say.result(
      `${there ? '补回 restored into' : '恢复为 restored as'} ${store}: 新增 added ${added}, 已有 known ${known}, 文件 files ${files}, 拒收 refused ${refused}`,
    );
  if (heldBlocks > 0)
    say.message(
      `${heldBlocks} 个号段暂停使用：与中心同步领取新号段，或登记纸质文书上的最后一个编号。 / ${heldBlocks} number blocks are held: sync for new ones, or enter the last number on paper.`,
    );
  return refused === 0 ? 0 : 1;
}

/** A new store keeps the old key file, or gets one of its own beside it when the recovery key opened the backup. */
async function makeStore(file: string, store: string, recovery: Opener | null): Promise<Outcome<RestoreView>> {
  const keyFile = keyFileOf(store);
  const fresh = recovery !== null && !(await exists(keyFile));
  const own = fresh ? await makeKeyFile(keyFile) : await readKeyFile(keyFile);
  const ports = { folder: store, files: nodeFiles, clock: { now: () => Date.now() }, opener: own };
  const made = await restoreRoom(ports, file, recovery ?? own, openBackupFile, {}).catch(async (fault: unknown) => {
    if (fresh) await removeKeyFile(keyFile);
    throw fault;
  });
  if (!made.ok && fresh) await removeKeyFile(keyFile);
  return made;
}

/** What stands on the recovery sheet, from a text file. Throws StoreError `wrong-key` when it is no recovery key. */
async function recoveryKey(file: string | undefined): Promise<Opener | null> {
  if (file === undefined) return null;
  const key = readRecoveryKey(await readFile(file, 'utf8').catch(() => ''));
  if (!key) throw new StoreError('wrong-key', file);
  return recoveryOpener(key);
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );
