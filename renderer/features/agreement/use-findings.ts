import type { Agreement, Finding } from '../../shared/case-types';
import { useAnswer } from '../../shared/use-answer';
import { useCase } from '../case/case-context';

/** An agreement before anything is written. */
export const NO_AGREEMENT: Agreement = { form: 'written', clauses: [], payments: [] };

/** What the linter says: of what is kept, or - while something is typed - of what stands on the screen. */
export function useFindings(): readonly Finding[] {
  const { view, state, unsaved } = useCase();
  const agreement = state.agreement;
  const request =
    unsaved && agreement !== undefined ? { agreement, partyKeys: state.parties.map((party) => party.key) } : null;
  const live = useAnswer('checks.agreement', request, 200);
  return request !== null && live.value !== null ? live.value.findings : view.findings;
}
