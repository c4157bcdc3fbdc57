import type { CaseState, Party } from '../../domain/case/case-state';
import type { Side } from '../../domain/case/vocabulary';
import { disputeTypeName } from '../../domain/checks/dispute-type';

const shortOf = (party: Party): string => party.shortName?.trim() || party.name.trim();

/** The names of a side: one or two in full, more as 某某等3人. */
function sideOf(state: Pick<CaseState, 'parties'>, side: Side): string {
  const names = state.parties
    .filter((party) => party.side === side)
    .map(shortOf)
    .filter((name) => name !== '');
  return names.length > 2 ? `${names[0] ?? ''}等${names.length}人` : names.join('、');
}

/** A dispute type as part of a name: without what stands in brackets, one word for several, and 纠纷 said once. */
function disputeName(code: string | undefined): string {
  const name = disputeTypeName(code ?? '')
    .replaceAll(/（[^）]*）/gu, '')
    .replaceAll('/', '、');
  return name.endsWith('纠纷') ? name : `${name}纠纷`;
}

/**
 * The name of a case（案件名称、卷名）: 甲与乙 + type + 纠纷, e.g. 刺桐湾银行卡中心与柯龙䶮信用卡透支逾期纠纷 (wording of
 * domain.md F01). Organisations by their short name; empty while no party is known.
 */
export function caseLine(state: Pick<CaseState, 'parties' | 'disputeType'>): string {
  const sides = [sideOf(state, 'applicant'), sideOf(state, 'respondent')].filter((side) => side !== '');
  return sides.length === 0 ? '' : sides.join('与') + disputeName(state.disputeType);
}
