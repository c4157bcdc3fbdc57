import type { CaseState } from './case-state';

/**
 * Copies of the agreement（份数）: one for each party, one for the committee (人民调解法 Art. 29), and one for the court
 * where judicial confirmation is wanted (domain.md F12).
 */
export function copiesOf(state: Pick<CaseState, 'parties' | 'agreement'>): number {
  return state.parties.length + 1 + (state.agreement?.confirmation?.wanted ? 1 : 0);
}
