import { bad, good, type Checked } from '../checks/problem';
import { canonicalJson } from '../journal/canonical';
import type { CaseState, OfficialNumber, Party } from './case-state';
import { partyFields, type CaseWrite } from './entry-kinds';
import { fieldWords } from './field-words';
import { writesOfKind } from './kind-writes';
import { keptFirst, pointsTo, type PartyDifference } from './party-references';
import { isSameParty } from './same-party';

/** How one is made of a party that was entered twice, and what a person should know of it. */
export interface PartyMerge {
  readonly kept: string;
  readonly removed: string;
  /** To be committed whole, in this order, on top of all heads. */
  readonly writes: readonly CaseWrite[];
  readonly differing: readonly PartyDifference[];
  /**
   * Who had signed（party keys, `mediator`, `committee`）what is void now: a party is changed, so by the rule of signatures the
   * agreement has to be signed again. What was signed stays as it is, with its hash and number.
   */
  readonly voidSignatures: readonly string[];
  /** Names of those whose approval is void now. */
  readonly voidApprovals: readonly string[];
  /** Numbers of the removed one's papers that the kept one cannot take over: they are to be voided. */
  readonly numbersLeft: readonly OfficialNumber[];
}

export type MergeProblem = 'no-such-party' | 'not-same-party' | 'conflict-first';

/**
 * Makes one of two parties with the same identity document or credit code（合并重复当事人）. The kept one is that which
 * documents, signatures, payments and sessions name more often, then other material, then the smaller key. It takes over the
 * fields that it misses; all that named the other names it then; the other is removed. Refused: an unknown key, parties that
 * are not one by their papers, and while a field that would be written has two values: these are chosen first.
 */
export function mergeParties(state: CaseState, keys: readonly [string, string]): Checked<PartyMerge, MergeProblem> {
  const [one, two] = keys.map((key) => state.parties.find((party) => party.key === key));
  if (!one || !two || one === two) {
    return bad(
      'no-such-party',
      '这两位当事人已不都在本案中，请重新打开案件。',
      'These two parties are not both in the case any more; open it again.',
    );
  }
  if (!isSameParty(one, two)) {
    return bad(
      'not-same-party',
      '两位当事人的证件号码不同，不能合并；姓名相同不等于同一个人。',
      'Their identity numbers differ: one name does not make them one person.',
    );
  }
  const [kept, other] = keptFirst(state, one, two);
  const fields = fieldsOf(state, kept, other);
  const pointed = pointsTo(state, kept.key, other.key);
  // Signatures first: what comes after them changes the parties, so none of them turns into one for the merged party.
  const writes: readonly CaseWrite[] = [
    ...pointed.signatures,
    ...fields.writes,
    ...pointed.writes,
    { kind: 'party-set', data: { party: other.key, set: { removed: true } } },
  ];
  const open = conflictInTheWay(state, writes, other.key);
  if (open !== undefined) {
    const { zh, en } = fieldWords(open, state);
    return bad(
      'conflict-first',
      `“${zh}”还有两种说法，请先选定一种，再合并当事人。`,
      `Two values stand for "${en}"; choose one before the parties are merged.`,
      { path: open },
    );
  }
  return good({
    kept: kept.key,
    removed: other.key,
    writes,
    differing: [...fields.differing, ...pointed.differing],
    voidSignatures: state.signatures.filter((each) => each.valid || each.by === other.key).map((each) => each.by),
    voidApprovals: state.approvals.filter((each) => each.valid).map((each) => each.by),
    numbersLeft: pointed.numbersLeft,
  });
}

/**
 * A write goes on top of everything, so it would settle a conflict of its field that nobody looked at; and a value that
 * nobody chose yet may name the party that goes.
 */
function conflictInTheWay(state: CaseState, writes: readonly CaseWrite[], removed: string): string | undefined {
  const paths = new Set(writes.flatMap(({ kind, data }) => writesOfKind(kind, data).map(([path]) => path)));
  return state.conflicts.find(
    ({ path, values }) =>
      paths.has(path) || (!path.startsWith('party.') && values.some(({ value }) => names(value, removed))),
  )?.path;
}

const names = (value: unknown, key: string): boolean =>
  value === key ||
  (typeof value === 'object' && value !== null && Object.values(value).some((each) => names(each, key)));

/** What the journal keeps of a party, fields of a newer version included. */
function valuesOf(state: CaseState, party: Party): ReadonlyMap<string, unknown> {
  const prefix = `party.${party.key}.`;
  const extra = Object.entries(state.extra).flatMap(([path, value]) =>
    path.startsWith(prefix) ? [[path.slice(prefix.length), value] as const] : [],
  );
  const known = Object.entries(party).filter(
    ([name, value]) => name !== 'key' && value !== undefined && value !== '' && Object.hasOwn(partyFields.shape, name),
  );
  return new Map([...known, ...extra]);
}

function fieldsOf(state: CaseState, kept: Party, other: Party) {
  const own = valuesOf(state, kept);
  const taken: (readonly [name: string, value: unknown])[] = [];
  const differing: PartyDifference[] = [];
  for (const [name, value] of valuesOf(state, other)) {
    const mine = own.get(name);
    if (mine === undefined) taken.push([name, value]);
    else if (!sameValue(name, mine, value))
      differing.push({ path: `party.${kept.key}.${name}`, kept: mine, other: value });
  }
  const write = { kind: 'party-set', data: { party: kept.key, set: Object.fromEntries(taken) } } as CaseWrite;
  return { writes: taken.length > 0 ? [write] : [], differing };
}

/** Numbers written with other blanks or a small x are no difference. */
const sameValue = (name: string, a: unknown, b: unknown): boolean =>
  canonicalJson(a) === canonicalJson(b) ||
  ((name === 'document' || name === 'creditCode') && isSameParty({ [name]: a }, { [name]: b }));
