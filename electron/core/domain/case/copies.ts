import type { CaseState } from './case-state';
import type { FormId } from '../forms/form-ids';

/**
 * Copies of the agreement（份数）: one for each party, one for the committee (人民调解法 Art. 29), and one for the court
 * where judicial confirmation is wanted (domain.md F12).
 */
export function copiesOf(state: Pick<CaseState, 'parties' | 'agreement'>): number {
  return state.parties.length + 1 + (state.agreement?.confirmation?.wanted ? 1 : 0);
}

/** Copies that a form is printed in unless the person says otherwise (domain.md 1.5, each form's last line). */
export function copiesOfForm(form: FormId, state: Pick<CaseState, 'parties' | 'agreement' | 'regime'>): number {
  const parties = state.parties.length;
  const respondents = state.parties.filter((party) => party.side === 'respondent').length;
  const court = state.regime === 'court-delegated' || state.agreement?.confirmation?.wanted === true ? 1 : 0;
  const counts: Partial<Record<FormId, number>> = {
    F12: copiesOf(state),
    F03: 1 + respondents,
    F07: 1 + court,
    F16A: parties + 1,
    F16B: parties + 1,
    F25: parties + 1,
    F28: parties + 1,
    F24: parties + 1 + court,
    F05: 2,
    F10: 2,
    F19: 2,
    F21A: 2,
    F27: 2,
    F31: 2,
  };
  return counts[form] ?? 1;
}
