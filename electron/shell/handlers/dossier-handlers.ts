import type { Handlers } from '../../contract/answers';
import type { RoomHolder } from '../room-holder';
import { caseStep } from './case-step';
import { withRoom } from './with-room';

type Methods = Extract<keyof Handlers, `dossier.${string}`>;

/** 卷宗: what it holds, binding, archiving. */
export function dossierHandlers(holder: RoomHolder): Handlers<Methods> {
  return {
    'dossier.check': ({ id }) => withRoom(holder, (room) => room.dossiers.check(id)),
    'dossier.make': ({ id }) => caseStep(holder, id, (room) => room.dossiers.make(id)),
    'dossier.archive': ({ id, reason }) => caseStep(holder, id, (room) => room.dossiers.archive(id, reason)),
  };
}
