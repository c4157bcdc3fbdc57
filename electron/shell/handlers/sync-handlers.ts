import { dialog } from 'electron';
import type { Handlers } from '../../contract/answers';
import { shanghaiDateOf } from '../../core/domain/time/calendar-date';
import { done, type Outcome } from '../../core/room/outcome';
import type { Room } from '../../core/room/room';
import { statusView, syncPage, type SyncPage } from '../../core/room/sync-page';
import type { StickReport } from '../../core/room/stick-desk';
import type { RoomHolder } from '../room-holder';
import { askWhere } from '../save-file';
import { withRoom } from './with-room';

type Methods = Extract<keyof Handlers, `sync.${string}`>;

/** 与中心同步: state, set-up, what a person has to settle, sticks. */
export function syncHandlers(holder: RoomHolder): Handlers<Methods> {
  const page = (work: (room: Room) => Promise<Outcome<unknown>>): Promise<Outcome<SyncPage>> =>
    withRoom(holder, async (room) => {
      const outcome = await work(room);
      return outcome.ok ? done(await syncPage(room)) : outcome;
    });
  return {
    'sync.status': () => withRoom(holder, (room) => Promise.resolve(done(statusView(room)))),
    'sync.page': () => page(() => Promise.resolve(done(null))),
    'sync.enrol': ({ url, certificate }) => page((room) => room.sync.enrol(url, certificate)),
    'sync.now': () =>
      withRoom(holder, (room) => {
        room.sync.engine.now();
        return Promise.resolve(done(statusView(room)));
      }),
    'sync.newIdentity': () => page((room) => room.sync.newIdentity()),
    'sync.dismissRefused': ({ entry }) =>
      page(async (room) => {
        await room.sync.engine.dismissRefused(entry);
        return done(null);
      }),
    'sync.takeSide': ({ caseId, about, entry }) => page((room) => room.clashes.takeSide(caseId, about, entry)),
    'sync.settleClosed': ({ caseId, choice }) => page((room) => room.clashes.settleClosed(caseId, choice)),
    'sync.mergeParties': ({ caseId, about }) => page((room) => room.clashes.mergeParties(caseId, about)),
    'sync.writeStick': ({ to }) => withRoom(holder, (room) => writeStick(room, to)),
    'sync.readStick': () => withRoom(holder, readStick),
  };
}

/** Asks where the stick is, and writes; null when the person cancelled. */
async function writeStick(room: Room, to: string): Promise<Outcome<Stick | null>> {
  const file = await askWhere(`${room.profile.room}-${shanghaiDateOf(new Date().toISOString())}.mrx`, STICK);
  if (file === null) return done(null);
  const written = await room.sticks.write(to, file);
  return written.ok ? done({ file, entries: written.value.entries, files: written.value.files }) : written;
}

async function readStick(room: Room): Promise<Outcome<StickReport | null>> {
  const chosen = await dialog.showOpenDialog({
    title: '选择交换文件 Choose an exchange file',
    properties: ['openFile'],
    filters: [{ name: 'MRX', extensions: [STICK.ending] }],
  });
  const [file] = chosen.filePaths;
  return chosen.canceled || file === undefined ? done(null) : room.sticks.read(file);
}

interface Stick {
  readonly file: string;
  readonly entries: number;
  readonly files: number;
}

const STICK = { title: '写交换文件 Write an exchange file', ending: 'mrx' } as const;
