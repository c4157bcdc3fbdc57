import { readFile } from 'node:fs/promises';
import { dialog } from 'electron';
import type { Handlers } from '../../contract/answers';
import { done, refused, type Outcome } from '../../core/room/outcome';
import type { Room } from '../../core/room/room';
import { statusView, syncPage, type SyncPage } from '../../core/room/sync-page';
import type { RoomHolder } from '../room-holder';
import { saveFile } from '../save-file';
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
