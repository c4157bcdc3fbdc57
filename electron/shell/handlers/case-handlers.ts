import type { Handlers } from '../../contract/answers';
import { done } from '../../core/room/outcome';
import type { RoomHolder } from '../room-holder';
import { caseStep } from './case-step';
import { withRoom } from './with-room';

type Methods = Extract<keyof Handlers, `cases.${string}`>;

/** Cases: list, open, create, write, numbers. */
export function caseHandlers(holder: RoomHolder): Handlers<Methods> {
  return {
    'cases.list': (query) => withRoom(holder, (room) => Promise.resolve(done(room.cases.list(query)))),
    'cases.create': ({ writes }) => withRoom(holder, (room) => room.cases.create(writes)),
    'cases.open': ({ id }) => withRoom(holder, (room) => room.cases.look(id)),
    'cases.unmask': ({ id, party }) => withRoom(holder, (room) => room.cases.unmask(id, party)),
    'cases.write': ({ id, seen, writes }) => withRoom(holder, (room) => room.cases.write(id, seen, writes)),
    'cases.takeNumber': ({ id }) => caseStep(holder, id, (room) => room.numbers.take(id)),
    'cases.voidNumber': ({ id, reason }) => caseStep(holder, id, (room) => room.numbers.void(id, reason)),
  };
}
