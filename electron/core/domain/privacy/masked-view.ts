import type { CaseState, Party } from '../case/case-state';
import { overNumbers, type NumberPlace } from './number-places';

/** Whether the numbers of a party are shown whole to the person who looks. */
export type IsShown = (party: string) => boolean;

/** What of a view can show numbers of people: the state, and the lines of the journal in words. */
interface Viewed {
  readonly state: CaseState;
  readonly journal: readonly { readonly zh: string; readonly en: string }[];
}

/**
 * A view with the numbers of people masked（脱敏视图）, but for the parties that are shown.
 *
 * Promises: identity papers and telephones of parties and their agents, accounts of payments and those of F14, F19 and E01
 * are masked in the state, in the values of conflicts and in the lines of the journal; `masked` names the parties of whom
 * something is. Nothing else changes, so that a view in which all is shown is the same view. Does not promise: texts
 * that people wrote (facts, clauses, records, names of files) and fields of a newer version, which stay as they were
 * written; papers and scans, which are recorded when they are opened. Proved by test/unit/domain/privacy/masked-view.test.ts
 * and test/unit/room/masking.test.ts.
 */
export function maskedView<V extends Viewed>(view: V, isShown: IsShown): V & { readonly masked: readonly string[] } {
  const { state, masked, hidden } = maskedState(view.state, isShown);
  const journal = view.journal.map((line) => inMasks(line, hidden, TELLING));
  return { ...view, state, masked, journal };
}

interface MaskedState {
  readonly state: CaseState;
  readonly masked: readonly string[];
  /** What was hidden, with its mask. */
  readonly hidden: ReadonlyMap<string, string>;
}

/** The state alone, as `maskedView` gives it. */
export function maskedState(state: CaseState, isShown: IsShown): MaskedState {
  const hidden = new Map<string, string>();
  const owners = new Set<string>();
  const payments = state.agreement?.payments ?? [];
  // A card of which the case does not say whose it is belongs to all people in it.
  const people = state.parties.filter(({ kind, key }) => kind === 'person' && !isShown(key)).map(({ key }) => key);
  const visit = (text: string, { owner, mask }: NumberPlace): string => {
    if (owner === null ? people.length === 0 : isShown(owner)) return text;
    const masked = mask(text);
    if (masked === text) return text;
    for (const each of owner === null ? people : [owner]) owners.add(each);
    hidden.set(text, masked);
    return masked;
  };
  const over = <T>(path: string, value: T): T => overNumbers(path, value, payments, visit) as T;
  const result: CaseState = {
    ...state,
    parties: state.parties.map((party) => overParty(party, over)),
    papers: state.papers.map((paper) => ({
      ...paper,
      fields: Object.fromEntries(
        Object.entries(paper.fields).map(([name, value]) => [
          name,
          over(`paper.${paper.form}.${paper.of}.${name}`, value),
        ]),
      ),
    })),
    conflicts: state.conflicts.map(({ path, values }) => ({
      path,
      values: values.map((side) => ({ ...side, value: over(path, side.value) })),
    })),
    ...(state.agreement
      ? { agreement: { ...state.agreement, payments: over('agreement.payments', state.agreement.payments) } }
      : {}),
  };
  const order = state.parties.map(({ key }) => key);
  return { state: result, masked: order.filter((key) => owners.has(key)), hidden };
}

function overParty(party: Party, over: <T>(path: string, value: T) => T): Party {
  const { key, document, phone, representatives } = party;
  return {
    ...party,
    ...(document ? { document: over(`party.${key}.document`, document) } : {}),
    ...(phone === undefined ? {} : { phone: over(`party.${key}.phone`, phone) }),
    ...(representatives ? { representatives: over(`party.${key}.representatives`, representatives) } : {}),
  };
}

/** Numbers shorter than this stand in other figures of a line by chance. */
const TELLING = 6;

/** Words without the hidden numbers that have `least` signs or more. */
export function inMasks<W extends { readonly zh: string; readonly en: string }>(
  words: W,
  hidden: ReadonlyMap<string, string>,
  least = 1,
): W {
  const over = (text: string): string =>
    [...hidden].reduce((all, [value, mask]) => (value.length < least ? all : all.replaceAll(value, mask)), text);
  return { ...words, zh: over(words.zh), en: over(words.en) };
}
