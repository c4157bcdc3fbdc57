import type { Party, Representative } from '../case/case-state';
import type { CalendarDate } from '../time/calendar-date';
import { checkCreditCode } from './credit-code';
import { at, type FieldProblem } from './field-problem';
import { checkIdentityNumber, matchIdentity } from './identity-number';
import { normaliseName } from './name';
import { checkPhone } from './phone';
import { problemOf } from './problem';

/** What the checks need to know of the world. */
export interface PartyCheckContext {
  readonly today: CalendarDate;
  /** Region 999999, which no person can have: for sample and test profiles only (domain.md 6.1). */
  readonly allowSyntheticRegion: boolean;
}

/** A party as typed so far: only what is there is checked. */
export type PartyDraft = { readonly [K in keyof Omit<Party, 'key'>]?: Party[K] | undefined };

/**
 * Checks what is typed of a party（当事人核对）: name, identity number against sex and birth date, credit code, telephone
 * numbers, agents (domain.md 1.4, 6.1, 6.3, 6.4, 6.10). Returns every fault with its field; empty when all is well.
 */
export function checkParty(party: PartyDraft, context: PartyCheckContext): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (party.name !== undefined) problems.push(...nameProblems('name', party.name));
  if (party.kind === 'person') problems.push(...identityProblems('', party, context));
  if (party.kind === 'organisation') problems.push(...codeProblems(party));
  problems.push(...phoneProblems('phone', party.phone));
  if (party.legalRepresentative) {
    problems.push(...nameProblems('legalRepresentative.name', party.legalRepresentative.name));
  }
  const agents = party.representatives ?? [];
  if (agents.length > 2) {
    problems.push(
      at(
        'representatives',
        problemOf('agents-many', '每一方最多委托两名代理人。', 'A party may have two agents at most.'),
      ),
    );
  }
  agents.forEach((agent, index) => problems.push(...agentProblems(`representatives.${index}`, agent, context)));
  return problems;
}

function nameProblems(field: string, name: string): readonly FieldProblem[] {
  const checked = normaliseName(name);
  return checked.ok ? [] : [at(field, checked.problem)];
}

function identityProblems(
  prefix: string,
  who: Pick<PartyDraft, 'document' | 'sex' | 'birthDate'>,
  context: PartyCheckContext,
): readonly FieldProblem[] {
  if (who.document?.type !== 'resident-id') return [];
  const checked = checkIdentityNumber(who.document.number, context);
  if (!checked.ok) return [at(`${prefix}document.number`, checked.problem)];
  return matchIdentity(checked.value, { sex: who.sex, birthDate: who.birthDate }).map((problem) =>
    at(`${prefix}${problem.code === 'identity-sex-differs' ? 'sex' : 'birthDate'}`, problem),
  );
}

function codeProblems(party: PartyDraft): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (party.creditCode) {
    const checked = checkCreditCode(party.creditCode);
    if (!checked.ok) problems.push(at('creditCode', checked.problem));
  }
  if (party.document?.type === 'credit-code') {
    const checked = checkCreditCode(party.document.number);
    if (!checked.ok) problems.push(at('document.number', checked.problem));
  }
  return problems;
}

function phoneProblems(field: string, phone: string | undefined): readonly FieldProblem[] {
  if (!phone) return [];
  const checked = checkPhone(phone);
  return checked.ok ? [] : [at(field, checked.problem)];
}

function agentProblems(field: string, agent: Representative, context: PartyCheckContext): readonly FieldProblem[] {
  return [
    ...nameProblems(`${field}.name`, agent.name),
    ...identityProblems(`${field}.`, agent, context),
    ...phoneProblems(`${field}.phone`, agent.phone),
  ];
}
