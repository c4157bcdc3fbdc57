import type { Handlers } from '../../contract/answers';
import { done } from '../../core/room/outcome';
import type { RoomHolder } from '../room-holder';
import { withRoom } from './with-room';

type Methods = Extract<keyof Handlers, `privacy.purge${string}`>;

/** Room copies of archived cases. */
export function purgeHandlers(holder: RoomHolder): Handlers<Methods> {
  return {
    'privacy.purgeable': () => withRoom(holder, async (room) => done(await room.purging.rows())),
    'privacy.purge': ({ caseIds }) => withRoom(holder, (room) => room.purging.purge(caseIds)),
  };
}
