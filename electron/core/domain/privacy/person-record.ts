import type { CaseState, IdentityDocument, IssuedDocument, Party, Payment, Representative } from '../case/case-state';
import { SIDE_WORDS, type Words } from '../case/vocabulary-words';
import { disputeTypeName } from '../checks/dispute-type';
import type { FormId } from '../forms/form-ids';
import { consentsOf, type Consent } from './consents';
import { maskedState } from './masked-view';
import { maskDocument, maskTelephone } from './masks';
import { withoutNumbers } from './numbers-in-text';

type Fields = Readonly<Record<string, unknown>>;

/** What a case says of one person（个人信息）, without the numbers of others. Fen, calendar dates, instants with offset. */
export interface PersonRecord {
  readonly caseId: string;
  readonly number: string | null;
  readonly courtNumber: string | null;
  readonly disputeType: string | null;
  readonly receivedAt: string | null;
  readonly side: Words;
  /** As entered; agents are other people: their numbers are masked. */
  readonly party: Party;
  readonly claims: readonly string[];
  readonly facts: string;
  readonly sessions: readonly { readonly startedAt: string; readonly place: string; readonly result: string }[];
  readonly agreement: { readonly agreedOn: string | null; readonly clauses: readonly string[] } | null;
  /** Those that the person pays or gets. */
  readonly payments: readonly Payment[];
  readonly signedOn: readonly string[];
  /** Own fields of the papers that are about this party, by form. */
  readonly papers: readonly { readonly form: FormId; readonly fields: Fields }[];
  readonly evidence: readonly { readonly name: string; readonly proves: string | null }[];
  readonly ending: { readonly reason: string; readonly on: string } | null;
  readonly consent: Consent | null;
}

const agentOf = ({ document, phone, ...agent }: Representative): Representative => ({
  ...agent,
  ...(document ? { document: paperOf(document) } : {}),
  ...(phone === undefined ? {} : { phone: maskTelephone(phone) }),
});

const paperOf = ({ type, number }: IdentityDocument): IdentityDocument => ({
  type,
  number: maskDocument(type, number),
});

/** Own numbers of a party: they stay whole in running text. */
function ownNumbers(party: Party, payments: readonly Payment[]): ReadonlySet<string> {
  const accounts = payments.filter(({ payee }) => payee === party.key).map(({ account }) => account);
  const all = [party.document?.number, party.creditCode, party.phone, ...accounts];
  return new Set(all.filter((each): each is string => each !== undefined && each !== ''));
}

/**
 * All that a case keeps of one party, for a person who asks for it（个人信息保护法 Art. 45; domain.md 2.4）; null where the case
 * has no such party. Numbers of others are masked at their places and in texts.
 */
export function personRecord(whole: CaseState, key: string): PersonRecord | null {
  const { state } = maskedState(whole, (party) => party === key);
  const party = state.parties.find((each) => each.key === key);
  if (!party) return null;
  const own = ownNumbers(party, whole.agreement?.payments ?? []);
  const text = (each: string): string => withoutNumbers(each, own);
  const { representatives, ...self } = party;
  return {
    caseId: state.id,
    number: state.number?.text ?? null,
    courtNumber: state.courtNumber ?? null,
    disputeType: state.disputeType === undefined ? null : disputeTypeName(state.disputeType),
    receivedAt: state.receivedAt ?? null,
    side: SIDE_WORDS[party.side],
    party: { ...self, ...(representatives ? { representatives: representatives.map(agentOf) } : {}) },
    claims: state.claims.map(text),
    facts: text(state.facts),
    sessions: state.sessions.map(({ startedAt, place, result }) => ({ startedAt, place, result })),
    agreement: state.agreement
      ? { agreedOn: state.agreement.agreedOn ?? null, clauses: state.agreement.clauses.map(text) }
      : null,
    payments: (state.agreement?.payments ?? []).filter(({ payer, payee }) => payer === key || payee === key),
    signedOn: state.signatures.filter(({ by }) => by === key).map(({ on }) => on),
    papers: state.papers
      .filter(({ of }) => of === key)
      .map(({ form, fields }) => ({ form, fields: overTexts(withoutReceiver(fields), text) as Fields })),
    evidence: state.evidence
      .filter(({ by }) => by === key)
      .map(({ name, proves }) => ({ name: text(name), proves: proves === undefined ? null : text(proves) })),
    ending: state.ending ? { reason: state.ending.reason, on: state.ending.on } : null,
    consent: consentsOf(state).find((each) => each.party === key) ?? null,
  };
}

/** Who takes papers for the person（代收人）is somebody else. */
function withoutReceiver({ receiverPhone, receiverDocument, ...fields }: Fields): Fields {
  return {
    ...fields,
    ...(typeof receiverPhone === 'string' ? { receiverPhone: maskTelephone(receiverPhone) } : {}),
    ...(typeof receiverDocument === 'string'
      ? { receiverDocument: maskDocument('resident-id', receiverDocument) }
      : {}),
  };
}

function overTexts(value: unknown, text: (each: string) => string): unknown {
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return value.map((each) => overTexts(each, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, overTexts(each, text)]));
}

/** Papers about one party that show nobody else's numbers. */
const ABOUT_ONE: ReadonlySet<string> = new Set(['F05', 'F06', 'F28', 'F31']);

/** Whether the case keeps a whole number of a natural person who is not this party: another party, or an agent of any. */
export function hasNumbersOfOthers({ parties, agreement }: CaseState, key: string): boolean {
  const people = parties.filter((party) => party.kind === 'person' && party.key !== key);
  const numbered = ({ document, phone }: Pick<Party, 'document' | 'phone'>): boolean =>
    (document ?? phone) !== undefined;
  return (
    people.some(numbered) ||
    parties.some(({ representatives = [] }) => representatives.some(numbered)) ||
    (agreement?.payments ?? []).some(
      ({ payee, account }) => account !== undefined && people.some((p) => p.key === payee),
    )
  );
}

/**
 * Whether the frozen bytes of an issued paper may go to this person. Nothing can be masked in them: where the case keeps
 * numbers of other people, only papers that are about this party alone; else these and the papers of the whole case.
 */
export function mayHavePaper(state: CaseState, key: string, { form, of }: IssuedDocument): boolean {
  if (of === key && ABOUT_ONE.has(form)) return true;
  const others = state.parties.some((party) => party.key === of && party.key !== key);
  return !others && !hasNumbersOfOthers(state, key);
}

/** Keys of the scans that this person handed in or that show a paper which it may have. */
export function scansOf(state: CaseState, key: string): ReadonlySet<string> {
  const evidence = new Set(state.evidence.filter(({ by }) => by === key).map((each) => each.key));
  const papers = new Set(state.documents.filter((each) => mayHavePaper(state, key, each)).map(({ entry }) => entry));
  const payments = state.agreement?.payments ?? [];
  const own = state.attachments.filter(({ role, of }) => {
    if (role === 'identity' || role === 'character') return of === key;
    if (role === 'evidence') return evidence.has(of) || of === key;
    if (role === 'slip') return payments[Number(of) - 1]?.payer === key;
    return role === 'signed-scan' && papers.has(of);
  });
  return new Set(own.map((each) => each.key));
}
