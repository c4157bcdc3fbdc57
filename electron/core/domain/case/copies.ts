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
  switch (form) {
    case 'F12':
      return copiesOf(state);
    case 'F03':
      return 1 + respondents;
    case 'F07':
      return 1 + court;
    case 'F16A':
    case 'F16B':
    case 'F25':
    case 'F28':
      return parties + 1;
    case 'F24':
      return parties + 1 + court;
    case 'F05':
    case 'F10':
    case 'F19':
    case 'F21A':
    case 'F27':
    case 'F31':
      return 2;
    default:
      return 1;
  }
}
