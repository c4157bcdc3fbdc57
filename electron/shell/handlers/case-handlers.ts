import type { Handlers } from '../../contract/answers';
import { done, type Outcome } from '../../core/room/outcome';
import type { CaseView } from '../../core/room/case-view';
import type { Room } from '../../core/room/room';
import type { RoomHolder } from '../room-holder';
import { withRoom } from './with-room';

type Methods = Extract<keyof Handlers, `cases.${string}`>;

/** Cases. `changed` is told the id of every case that was written. */
export function caseHandlers(holder: RoomHolder, changed: (caseId: string) => void): Handlers<Methods> {
  const tell = (outcome: Outcome<CaseView>): Outcome<CaseView> => {
    if (outcome.ok) changed(outcome.value.id);
    return outcome;
  };
  const writing = (work: (room: Room) => Promise<Outcome<CaseView>>): Promise<Outcome<CaseView>> =>
    withRoom(holder, async (room) => tell(await work(room)));
  return {
    'cases.list': (query) => withRoom(holder, (room) => Promise.resolve(done(room.cases.list(query)))),
    'cases.create': ({ writes }) => writing((room) => room.cases.create(writes)),
    'cases.open': ({ id }) => withRoom(holder, (room) => room.cases.open(id)),
    'cases.write': ({ id, seen, writes }) => writing((room) => room.cases.write(id, seen, writes)),
    'cases.takeNumber': ({ id }) =>
      writing(async (room) => {
        const taken = await room.numbers.take(id);
        return taken.ok ? room.cases.open(id) : taken;
      }),
    'cases.voidNumber': ({ id, reason }) =>
      writing(async (room) => {
        const voided = await room.numbers.void(id, reason);
        return voided.ok ? room.cases.open(id) : voided;
      }),
  };
}
