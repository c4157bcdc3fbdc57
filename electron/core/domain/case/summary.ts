import { z } from 'zod';
import { STAGES } from './vocabulary';
import type { CaseState, Party } from './case-state';
import { effectOf } from './effect';
import { progressOf } from './stage';

/** Goes up with every change of what a summary says, not only of its shape. */
const FORMAT = 3;

/**
 * What lists and search show of a case（案件摘要）. Kept beside the journals and rebuilt from them; the fields of `find`
 * are what a search looks into.
 */
export const caseSummary = z.object({
  /** Which summary this is: one made by an older version lacks it or has another, and is made anew from the journal. */
  format: z.literal(FORMAT),
  id: z.string(),
  /** 柯龙䶮 与 刺桐湾银行卡中心 */
  title: z.string(),
  stage: z.enum(STAGES),
  /** True from the day of ending, also while its notices are still to be made. */
  ended: z.boolean(),
  /** Calendar date of archiving; null before. */
  archivedOn: z.string().nullable(),
  disputeType: z.string().nullable(),
  source: z.string().nullable(),
  regime: z.string().nullable(),
  amountFen: z.number().int().nullable(),
  number: z.string().nullable(),
  courtNumber: z.string().nullable(),
  receivedAt: z.string().nullable(),
  effectiveOn: z.string().nullable(),
  /** Due dates of the payments, for 今日. */
  payments: z.array(z.object({ dueOn: z.string(), amountFen: z.number().int() })),
  confirmationWanted: z.boolean(),
  mediators: z.array(z.string()),
  /** `held` once its result is decided or its record written. */
  sessions: z.array(z.object({ id: z.string(), startedAt: z.string(), place: z.string(), held: z.boolean() })),
  missing: z.number().int(),
  /** Fields with several values, and clashes: what a person has to settle. */
  conflicts: z.number().int(),
  sample: z.boolean(),
  intakeId: z.string().nullable(),
  intakeHash: z.string().nullable(),
  find: z.object({
    names: z.array(z.string()),
    /** Identity, credit-code and passport numbers, whole: tails are found inside. */
    documents: z.array(z.string()),
    phones: z.array(z.string()),
    numbers: z.array(z.string()),
  }),
});
export type CaseSummary = z.infer<typeof caseSummary>;

const labelOf = (party: Party): string =>
  party.shortName === undefined || party.shortName === '' ? party.name : party.shortName;

/** 申请人 与 被申请人 by short names; more than two on a side as 某某等3人. */
export function titleOf(parties: readonly Party[]): string {
  const [first, second] = (['applicant', 'respondent'] as const).map((side) => {
    const names = parties.filter((p) => p.side === side).map(labelOf);
    return names.length > 2 ? `${names[0] ?? ''}等${names.length}人` : names.join('、');
  });
  return [first, second].filter((part) => part !== undefined && part !== '').join(' 与 ');
}

const present = (...texts: readonly (string | undefined | null)[]): string[] =>
  texts.filter((text): text is string => typeof text === 'string' && text !== '');

/** The summary of a folded case. */
export function summaryOf(state: CaseState): CaseSummary {
  const progress = progressOf(state);
  return {
    format: FORMAT,
    id: state.id,
    title: titleOf(state.parties),
    stage: progress.stage,
    ended: state.ending !== undefined,
    archivedOn: state.archiving?.on ?? null,
    disputeType: state.disputeType ?? null,
    source: state.source ?? null,
    regime: state.regime ?? null,
    amountFen: state.amountFen ?? null,
    number: state.number?.text ?? null,
    courtNumber: state.courtNumber ?? null,
    receivedAt: state.receivedAt ?? null,
    effectiveOn: effectOf(state)?.effectiveOn ?? null,
    payments: (state.agreement?.payments ?? []).map(({ dueOn, amountFen }) => ({ dueOn, amountFen })),
    confirmationWanted: state.agreement?.confirmation?.wanted ?? false,
    mediators: [...state.mediators],
    sessions: state.sessions.map(({ id, startedAt, place, record, result }) => ({
      id,
      startedAt,
      place,
      held: result !== 'to-be-continued' || record.trim() !== '',
    })),
    missing: progress.missing.length,
    conflicts: state.conflicts.length + state.clashes.length,
    sample: state.sample,
    intakeId: state.intakeId ?? null,
    intakeHash: state.intakeHash ?? null,
    find: {
      names: state.parties.flatMap((p) =>
        present(p.name, p.shortName, p.namePinyin, ...(p.representatives ?? []).map((r) => r.name)),
      ),
      documents: state.parties.flatMap((p) => present(p.document?.number, p.creditCode)),
      phones: state.parties.flatMap((p) => present(p.phone)),
      numbers: present(state.number?.text, state.courtNumber, state.contractNumber),
    },
  };
}

/**
 * True when every word of the query stands somewhere in what may be searched; upper and lower case alike, blanks and
 * hyphens inside numbers ignored. An empty query finds all.
 */
export function matches(summary: CaseSummary, query: string): boolean {
  const { names, documents, phones, numbers } = summary.find;
  const hay = [...names, ...documents, ...phones, ...numbers, ...summary.mediators].map(plain);
  return query
    .split(/\s+/)
    .map(plain)
    .filter((word) => word !== '')
    .every((word) => hay.some((text) => text.includes(word)));
}

const plain = (text: string): string => text.toLowerCase().replace(/[\s-]/g, '');
