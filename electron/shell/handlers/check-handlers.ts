import type { Handlers } from '../../contract/answers';
import { checkAgreement } from '../../core/domain/checks/agreement-check';
import { readyClause } from '../../core/domain/money/ready-clauses';
import { done } from '../../core/room/outcome';
import { draftPlan, readAmount } from '../../core/room/typing-checks';
import type { RoomHolder } from '../room-holder';
import { withRoom } from './with-room';

type Methods = Extract<keyof Handlers, `checks.${string}`>;

/** Checks and calculations while a person types. */
export function checkHandlers(holder: RoomHolder): Handlers<Methods> {
  return {
    'checks.party': ({ party, of }) => withRoom(holder, async (room) => done(await room.cases.checkTyped(party, of))),
    'checks.agreement': ({ agreement, partyKeys }) => done({ findings: checkAgreement(agreement, partyKeys) }),
    'checks.amount': ({ text }) => readAmount(text),
    'checks.clause': (clause) => done({ clause: readyClause(clause) }),
    'checks.schedule': (request) => draftPlan(request),
  };
}
