import type { CaseView } from '../../../electron/contract/case-view';
import type { PaperRef } from '../../../electron/contract/forms';
import type { CaseState } from '../../shared/case-types';

const MASK = /[*＊]/u;

/** True where a value holds a mask（脱敏）, at any depth: `999999********0019`, `138****0001`. Masks are made by the program only. */
export const holdsMask = (value: unknown): boolean => masksIn(value).length > 0;

/** Every masked text in a value. */
function masksIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return MASK.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(masksIn) : [];
}

/**
 * The masks that stand in the numbers of one party as the program gave them. A field is shown read-only while it holds one
 * of these; what a person types, with asterisks or without, is never taken for a mask.
 */
export function masksOfParty(view: CaseView, key: string): ReadonlySet<string> {
  if (!view.masked.includes(key)) return NO_MASKS;
  const party = view.state.parties.find((one) => one.key === key);
  if (party === undefined) return NO_MASKS;
  const agents = (party.representatives ?? []).map(({ document, phone }) => [document?.number, phone]);
  return new Set(masksIn([party.document?.number, party.phone, agents]));
}

/** The masked accounts of the plan of payments. */
export const masksOfPayments = (view: CaseView): ReadonlySet<string> =>
  view.masked.length === 0 ? NO_MASKS : new Set(masksIn(view.state.agreement?.payments.map(({ account }) => account)));

/** The masks in the own fields of a paper: telephones and accounts of F14, F19, E01. */
export function masksOfPaper({ masked, state }: CaseView, { form, of }: PaperRef): ReadonlySet<string> {
  if (masked.length === 0) return NO_MASKS;
  return new Set(masksIn(state.papers.find((one) => one.form === form && one.of === of)?.fields));
}

/** Whose numbers may be masked in a paper: of its party, of the two sides of its payment, else of all people in the case. */
export function ownersOfPaper({ masked, state }: CaseView, { of }: PaperRef): readonly CaseState['parties'][number][] {
  const payment = /^\d+$/.test(of) ? state.agreement?.payments[Number(of) - 1] : undefined;
  const own = state.parties.some(({ key }) => key === of) ? [of] : null;
  const about = own ?? (payment === undefined ? null : [payment.payer, payment.payee]);
  return state.parties.filter(
    ({ key, kind }) => masked.includes(key) && (about === null ? kind === 'person' : about.includes(key)),
  );
}

/** Parties whose numbers are masked and who are paid to an account that is; in the order of the case. */
export function maskedPayees({ masked, state }: CaseView): readonly CaseState['parties'][number][] {
  const paid = new Set(state.agreement?.payments.filter(({ account }) => holdsMask(account)).map(({ payee }) => payee));
  return state.parties.filter(({ key }) => masked.includes(key) && paid.has(key));
}

/** Masked parties whose numbers stand in the two values of a conflict, so that a choice between masks would be blind. */
export function maskedInConflict(
  { masked, state }: CaseView,
  conflict: CaseState['conflicts'][number],
): readonly CaseState['parties'][number][] {
  if (!conflict.values.some(({ value }) => holdsMask(value))) return [];
  const [head, key] = conflict.path.split('.');
  const payees = head === 'agreement' ? conflict.values.flatMap(({ value }) => payeesIn(value)) : [];
  const about = new Set(head === 'party' ? [key] : payees);
  return state.parties.filter((party) => masked.includes(party.key) && about.has(party.key));
}

const payeesIn = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? value.flatMap((one: unknown) =>
        typeof one === 'object' && one !== null && 'payee' in one && typeof one.payee === 'string' ? [one.payee] : [],
      )
    : [];

export const NO_MASKS: ReadonlySet<string> = new Set();
