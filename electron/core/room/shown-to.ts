import type { Session } from '../access/session';
import type { IsShown } from '../domain/privacy/masked-view';

/** Whether the numbers of a party of this case are shown whole in this session; null where nothing is masked at all. */
export const shownTo = ({ actor, unmasked }: Session, caseId: string): IsShown | null =>
  actor.masked ? (party) => unmasked.has(`${caseId} ${party}`) : null;
