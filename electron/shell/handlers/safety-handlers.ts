import { dialog } from 'electron';
import type { Handlers } from '../../contract/answers';
import type { WorkProgress } from '../../contract/safety';
import { normalName } from '../../core/access/names';
import { passwordOpener, recoveryOpener } from '../../core/access/openers';
import { readRecoveryKey } from '../../core/access/recovery-key';
import { openBackupFile } from '../../core/backup/backup-disk';
import { NO_SHEET_KEY } from '../../core/room/access-words';
import type { RestoreView } from '../../core/room/backup-desk';
import { OneWork } from '../../core/room/one-work';
import { done, refused, type Outcome } from '../../core/room/outcome';
import { restoreRoom } from '../../core/room/restore-room';
import type { Opener } from '../../core/store/store-header';
import type { RoomHolder } from '../room-holder';
import { withRoom } from './with-room';

type Methods = Extract<keyof Handlers, `backup.${string}` | `verify.${string}`>;

/** What a person typed to open a backup by. */
type Typed =
  | { readonly way: 'password'; readonly name: string; readonly password: string }
  | { readonly way: 'recovery'; readonly key: string };

/** Milliseconds between two tidings of work. */
const PAUSE = 100;

/** 备份、恢复、核验. */
export function safetyHandlers(holder: RoomHolder, tell: (progress: WorkProgress) => void): Handlers<Methods> {
  const restoring = new OneWork();
  const telling = (work: WorkProgress['work']) => tellNowAndThen(work, tell);
  return {
    'backup.page': () => withRoom(holder, async (room) => done(await room.backups.page())),
    'backup.chooseFolder': () =>
      withRoom(holder, async (room) => {
        const folder = await choose({ title: '选择备份文件夹 Choose a folder for backups', what: 'openDirectory' });
        return done(folder === null ? await room.backups.page() : await room.backups.setFolder(folder));
      }),
    'backup.keep': (rule) => withRoom(holder, async (room) => done(await room.backups.setKeep(rule))),
    'backup.run': () =>
      withRoom(holder, async (room) => {
        const made = await room.backups.run(telling('backup'));
        return made.ok ? done(await room.backups.page()) : made;
      }),
    'backup.prove': () => withRoom(holder, (room) => room.backups.prove(telling('proof'))),
    'backup.cancel': () => {
      restoring.stop();
      holder.room?.backups.cancel();
      return done({});
    },
    'backup.restore': ({ open }) =>
      withRoom<RestoreView | null>(holder, async (room) => {
        const opener = open === null ? done(null) : openerOf(open);
        if (!opener.ok) return opener;
        const file = await chooseBackup();
        return file === null ? done(null) : room.backups.restore(file, opener.value, telling('restore'));
      }),
    'backup.restoreNew': async ({ open }): Promise<Outcome<RestoreView | null>> => {
      const opener = openerOf(open);
      if (!opener.ok) return opener;
      const file = await chooseBackup();
      if (file === null) return done(null);
      return restoring.run(telling('restore'), (work) =>
        holder.make((ports) => restoreRoom(ports, file, opener.value, openBackupFile, work)),
      );
    },
    'backup.releaseBlock': (release) =>
      withRoom(holder, async (room) => {
        const released = await room.backups.releaseBlock(release);
        return released.ok ? done({}) : released;
      }),
    'verify.run': () => withRoom(holder, (room) => room.verifying.run(telling('verify'))),
    'verify.repair': () => withRoom(holder, (room) => room.verifying.repair(telling('verify'))),
  };
}

function openerOf(typed: Typed): Outcome<Opener> {
  if (typed.way === 'password') return done(passwordOpener(normalName(typed.name), typed.password));
  const key = readRecoveryKey(typed.key);
  return key ? done(recoveryOpener(key)) : refused(NO_SHEET_KEY);
}

const chooseBackup = (): Promise<string | null> =>
  choose({ title: '选择备份文件 Choose a backup', what: 'openFile', ending: 'mrb' });

/** Null when the person cancelled. */
async function choose(question: {
  readonly title: string;
  readonly what: 'openFile' | 'openDirectory';
  readonly ending?: string;
}): Promise<string | null> {
  const { title, what, ending } = question;
  const chosen = await dialog.showOpenDialog({
    title,
    properties: what === 'openDirectory' ? ['openDirectory', 'createDirectory'] : ['openFile'],
    ...(ending === undefined ? {} : { filters: [{ name: ending.toUpperCase(), extensions: [ending] }] }),
  });
  return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
}

/** The first and the last are always told, those in between at most ten times a second. */
function tellNowAndThen(
  work: WorkProgress['work'],
  tell: (progress: WorkProgress) => void,
): (done: number, total: number) => void {
  let last = 0;
  return (count, total) => {
    const now = performance.now();
    if (count < total && last > 0 && now - last < PAUSE) return;
    last = now;
    tell({ work, done: count, total });
  };
}
