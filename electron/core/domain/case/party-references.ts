import { canonicalJson } from '../journal/canonical';
import { FORMS } from '../forms/form-facts';
import { isFormId, type FormId } from '../forms/form-ids';
import type { CaseState, OfficialNumber, Party } from './case-state';
import type { CaseWrite } from './entry-kinds';

/** A field in which the two parties differed: what the kept one says stands. */
export interface PartyDifference {
  /** Path of the kept party or paper, e.g. `party.ke.address`. */
  readonly path: string;
  readonly kept: unknown;
  readonly other: unknown;
}

/** Own fields of papers that hold the key of a party (domain.md F20, F25). */
const PARTY_FIELDS: Readonly<Partial<Record<FormId, string>>> = { F20: 'recipient', F25: 'consumer' };

/** The forms that are made for a party, which is what their key names. */
const ofParty = (form: string): boolean => isFormId(form) && FORMS[form].per === 'party';

/** What a party's key stands in: first what counts for keeping it, then the rest. */
function uses(state: CaseState, { key, name }: Party): readonly [counting: number, rest: number] {
  const times = (found: readonly boolean[]): number => found.filter(Boolean).length;
  const payments = state.agreement?.payments ?? [];
  const counting =
    times(state.documents.map((each) => each.of === key)) +
    times(state.signatures.map((each) => each.by === key)) +
    times(payments.flatMap((each) => [each.payer === key, each.payee === key])) +
    times(state.sessions.map((each) => (each.present ?? []).some((who) => who === key || who === name)));
  const rest =
    times(state.evidence.map((each) => each.by === key)) +
    times(state.attachments.map((each) => each.of === key)) +
    times(state.papers.map((each) => each.of === key)) +
    times(Object.keys(state.numbers).map((paper) => paper.endsWith(`.${key}`)));
  return [counting, rest];
}

/** Which of two stays: the one that the case uses more, else the smaller key. */
export function keptFirst(state: CaseState, a: Party, b: Party): readonly [kept: Party, other: Party] {
  const [[first, second], [third, fourth]] = [uses(state, a), uses(state, b)];
  const order = third - first || fourth - second || (a.key < b.key ? -1 : 1);
  return order < 0 ? [a, b] : [b, a];
}

/** The writes after which everything that named `other` names `kept`. */
export interface Pointed {
  readonly signatures: readonly CaseWrite[];
  readonly writes: readonly CaseWrite[];
  readonly differing: readonly PartyDifference[];
  readonly numbersLeft: readonly OfficialNumber[];
}

export function pointsTo(state: CaseState, kept: string, other: string): Pointed {
  const papers = papersTo(state, kept, other);
  const numbers = numbersTo(state, kept, other);
  return {
    signatures: signaturesTo(state, kept, other),
    writes: [
      ...paymentsTo(state, kept, other),
      ...state.evidence
        .filter((each) => each.by === other)
        .map((each): CaseWrite => ({ kind: 'evidence-set', data: { evidence: each.key, set: { by: kept } } })),
      ...state.attachments
        .filter((each) => each.role === 'identity' && each.of === other)
        .map((each): CaseWrite => ({ kind: 'attachment-set', data: { attachment: each.key, set: { of: kept } } })),
      ...papers.writes,
      ...numbers.writes,
    ],
    differing: papers.differing,
    numbersLeft: numbers.left,
  };
}

/** The other's signature goes over where the kept one has none; the journal keeps who recorded it. */
function signaturesTo(state: CaseState, kept: string, other: string): readonly CaseWrite[] {
  const signed = state.signatures.find((each) => each.by === other);
  if (!signed) return [];
  const { valid: _valid, ...signature } = signed;
  const own = state.signatures.some((each) => each.by === kept);
  return [
    ...(own ? [] : [{ kind: 'signature-set' as const, data: { ...signature, by: kept } }]),
    { kind: 'signature-set', data: { by: other, on: null } },
  ];
}

function paymentsTo(state: CaseState, kept: string, other: string): readonly CaseWrite[] {
  const payments = state.agreement?.payments ?? [];
  if (!payments.some((each) => each.payer === other || each.payee === other)) return [];
  const renamed = (key: string): string => (key === other ? kept : key);
  const moved = payments.map((each) => ({ ...each, payer: renamed(each.payer), payee: renamed(each.payee) }));
  return [{ kind: 'agreement-set', data: { set: { payments: moved } } }];
}

/** The other's notices and consents become the kept one's where that has none, and are cleared. */
function papersTo(state: CaseState, kept: string, other: string) {
  const writes: CaseWrite[] = [];
  const differing: PartyDifference[] = [];
  for (const { form, of, fields } of state.papers) {
    const named = PARTY_FIELDS[form];
    if (named !== undefined && fields[named] === other)
      writes.push({ kind: 'paper-set', data: { form, of, set: { [named]: kept } } });
    if (of !== other || !ofParty(form)) continue;
    const own = state.papers.find((each) => each.form === form && each.of === kept)?.fields ?? {};
    const missing = Object.entries(fields).filter(([name]) => own[name] === undefined);
    if (missing.length > 0)
      writes.push({ kind: 'paper-set', data: { form, of: kept, set: Object.fromEntries(missing) } });
    const cleared = Object.fromEntries(Object.keys(fields).map((name) => [name, null]));
    writes.push({ kind: 'paper-set', data: { form, of: other, set: cleared } });
    for (const [name, value] of Object.entries(fields)) {
      if (own[name] !== undefined && canonicalJson(own[name]) !== canonicalJson(value))
        differing.push({ path: `paper.${form}.${kept}.${name}`, kept: own[name], other: value });
    }
  }
  return { writes, differing };
}

/** A number of the other's notice goes over where the kept one's has none; two numbers for one paper are left to a person. */
function numbersTo(state: CaseState, kept: string, other: string) {
  const writes: CaseWrite[] = [];
  const left: OfficialNumber[] = [];
  for (const [paper, number] of Object.entries(state.numbers)) {
    const [form = '', ...of] = paper.split('.');
    if (of.join('.') !== other || !ofParty(form)) continue;
    if (state.numbers[`${form}.${kept}`] !== undefined) {
      left.push(number);
      continue;
    }
    writes.push({ kind: 'number-given', data: { number: { ...number }, paper: `${form}.${kept}` } });
    writes.push({ kind: 'number-given', data: { number: null, paper } });
  }
  return { writes, left };
}
