import type { CaseState, Party, Session } from '../../domain/case/case-state';
import { SIDE_NAMES } from './labels';

/** A party with its agents in one line, e.g. 申请人：某某银行（委托代理人：某某）. */
export function partyLine(party: Party): string {
  const agents = (party.representatives ?? []).map((each) => each.name).join('、');
  return `${SIDE_NAMES[party.side]}：${party.name}${agents === '' ? '' : `（委托代理人：${agents}）`}`;
}

/** 到场当事人 of a session as typed; all parties with their agents when nothing was typed. */
export function presentLines({ parties }: Pick<CaseState, 'parties'>, { present = [] }: Session): string {
  const typed = present.map((name) => name.trim()).filter((name) => name !== '');
  return typed.length > 0 ? typed.join('、') : parties.map(partyLine).join('\n');
}

/**
 * The parties who have a place to sign on the record of a session: those of whom a name, or an agent's, stands among who was
 * present; all of them where that tells nothing.
 */
export function partiesPresent({ parties }: Pick<CaseState, 'parties'>, { present = [] }: Session): readonly Party[] {
  const found = parties.filter((party) =>
    [party.name, party.shortName, ...(party.representatives ?? []).map((each) => each.name)]
      .filter((name) => name !== undefined && name.trim() !== '')
      .some((name) => present.some((each) => each.includes(name ?? ''))),
  );
  return found.length > 0 ? found : parties;
}
