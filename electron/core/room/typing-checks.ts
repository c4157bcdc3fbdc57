import type { FieldProblem } from '../domain/checks/field-problem';
import { checkIdentityNumber } from '../domain/checks/identity-number';
import { checkParty, type PartyCheckContext, type PartyDraft } from '../domain/checks/party-check';
import type { Problem } from '../domain/checks/problem';
import { unmaskWrites } from '../domain/privacy/unmask-writes';
import type { CaseState } from '../domain/case/case-state';
import { ageOn, type CalendarDate } from '../domain/time/calendar-date';
import { capitals } from '../domain/money/capitals';
import { formatYuan, parseYuan, yuanPlain, type Fen } from '../domain/money/money';
import { parsePercent } from '../domain/money/rate';
import { buildSchedule, type Schedule, type ScheduleMethod } from '../domain/money/schedule';
import { scheduleClause } from '../domain/money/schedule-clause';
import { done, refused, type Outcome } from './outcome';

/** Checks and calculations while a person types（边填边核）; nothing is kept. */

export interface TypedParty {
  readonly problems: readonly FieldProblem[];
  readonly warnings: readonly Problem[];
  /** What the identity number says; age today, in full years. */
  readonly derived: {
    readonly number: string;
    readonly sex: 'male' | 'female';
    readonly birthDate: CalendarDate;
    readonly age: number;
  } | null;
}

/** Faults of a party as typed so far, and what its identity number says. */
export function checkTypedParty(party: PartyDraft, context: PartyCheckContext): TypedParty {
  const problems = checkParty(party, context);
  if (party.kind !== 'person' || party.document?.type !== 'resident-id')
    return { problems, warnings: [], derived: null };
  const read = checkIdentityNumber(party.document.number, context);
  if (!read.ok) return { problems, warnings: [], derived: null };
  const { number, sex, birthDate, warnings } = read.value;
  return { problems, warnings, derived: { number, sex, birthDate, age: ageOn(birthDate, context.today) } };
}

/**
 * The same for a party of a kept case whose numbers may come back masked: a mask stands for the kept number, and a number
 * that came as a mask goes back as one. A mask that belongs to nothing is a fault of its field.
 */
export function checkMaskedParty(
  party: PartyDraft,
  key: string,
  state: CaseState | null,
  context: PartyCheckContext,
): TypedParty {
  const unmasked = unmaskWrites([{ kind: 'party-set', data: { party: key, set: party } }], state);
  if (!unmasked.ok) {
    const prefix = `party.${key}.`;
    const problems = unmasked.problems.map((each) => ({ ...each, field: each.field.slice(prefix.length) }));
    return { problems, warnings: [], derived: null };
  }
  const whole = unmasked.writes[0]?.data['set'] as PartyDraft;
  const checked = checkTypedParty(whole, context);
  const came = party.document?.number;
  if (checked.derived === null || came === whole.document?.number || came === undefined) return checked;
  return { ...checked, derived: { ...checked.derived, number: came } };
}

/** An amount as typed: fen, with separators, plain, in capitals. */
export function readAmount(text: string): Outcome<{ fen: Fen; formatted: string; plain: string; capitals: string }> {
  const read = parseYuan(text);
  if (!read.ok) return refused(read.problem);
  const fen = read.value;
  return done({ fen, formatted: formatYuan(fen), plain: yuanPlain(fen), capitals: capitals(fen) });
}

export interface PlanRequest {
  readonly kind: ScheduleMethod;
  readonly totalFen: Fen;
  readonly annualRate: string;
  readonly count: number;
  readonly firstDue: CalendarDate;
  readonly anchorDay: number;
  readonly payerLabel: string;
  readonly payeeLabel: string;
}

/** An instalment plan with its total in capitals and the clause that states it. */
export function draftPlan(request: PlanRequest): Outcome<Schedule & { totalCapitals: string; clause: string }> {
  const { kind: method, totalFen, count, firstDue, anchorDay, payerLabel, payeeLabel } = request;
  let annualRateMicro = 0;
  if (method !== 'interest-free') {
    const rate = parsePercent(request.annualRate);
    if (!rate.ok) return refused({ ...rate.problem, field: 'annualRate' });
    annualRateMicro = rate.value;
  }
  const built = buildSchedule({ method, totalFen, annualRateMicro, count, firstDue, anchorDay });
  if (!built.ok) return refused(built.problem);
  const schedule = built.value;
  return done({
    ...schedule,
    totalCapitals: capitals(schedule.totalFen),
    clause: scheduleClause({ schedule, method, annualRateMicro, anchorDay, payerLabel, payeeLabel }),
  });
}
