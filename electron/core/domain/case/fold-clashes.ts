import type { Entry } from '../journal/entry';
import type { Ancestry } from '../journal/graph';
import type { Registers } from '../journal/registers';
import type { CaseState, Clash, ClashSide } from './case-state';
import type { CaseKind } from './entry-kinds';
import { recordOf, type KnownEntry } from './known-entry';
import { samePartyPairs } from './same-party';

type Closed = Extract<Clash, { kind: 'closed-and-changed' }>;
type Did = Closed['sides'][number]['did'];

/** Changes that somebody who closed a case should have known of. */
const CHANGES: Readonly<Partial<Record<CaseKind, Did>>> = {
  'session-set': 'session',
  'agreement-set': 'agreement',
  'party-set': 'party',
};
/** The field whose value closes: none, or cleared, and the case is open. */
const CLOSINGS = [
  ['ending', 'ending.reason'],
  ['archive', 'archive.on'],
] as const;

const sideOf = ({ id, account, station, at }: Entry): ClashSide => ({ entry: id, account, station, at });

/** What two rooms did to the case beside each other that no single field shows. `known` in the order of the journal. */
export function foldClashes(
  state: Pick<CaseState, 'parties' | 'ending' | 'archiving'>,
  registers: Registers,
  known: readonly KnownEntry[],
  ancestry: Ancestry,
): readonly Clash[] {
  const closed: Readonly<Record<Closed['closing'], boolean>> = {
    ending: state.ending !== undefined,
    archive: state.archiving !== undefined,
  };
  const clashes: Clash[] = [];
  for (const [closing, path] of CLOSINGS) {
    const entries = (registers.get(path) ?? []).filter(({ value }) => value !== null).map(({ entry }) => entry);
    const sides = closed[closing] ? changesBeside(entries, known, ancestry) : [];
    if (sides.length === 0) continue;
    clashes.push({
      kind: 'closed-and-changed',
      closing,
      sides: [...entries.map((entry) => ({ ...sideOf(entry), did: closing })), ...sides],
    });
  }
  return [...clashes, ...samePartiesOf(state, known)];
}

/** The newest change of each room and kind that stands beside one of the closing entries. */
function changesBeside(closing: readonly Entry[], known: readonly KnownEntry[], ancestry: Ancestry): Closed['sides'] {
  const besides = closing.map((entry) => ancestry.beside(entry.id)).filter((beside) => beside.size > 0);
  const newest = new Map<string, Closed['sides'][number]>();
  for (const { entry, kind } of besides.length === 0 ? [] : known) {
    const did = CHANGES[kind];
    if (did === undefined || !besides.some((beside) => beside.has(entry.id))) continue;
    newest.set(`${entry.station}.${did}`, { ...sideOf(entry), did });
  }
  return [...newest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, side]) => side);
}

function samePartiesOf(state: Pick<CaseState, 'parties'>, known: readonly KnownEntry[]): readonly Clash[] {
  const pairs = samePartyPairs(state.parties);
  if (pairs.length === 0) return [];
  const makers = new Map<string, Entry>();
  for (const each of known) {
    const record = recordOf(each);
    if (record !== null && !makers.has(record)) makers.set(record, each.entry);
  }
  return pairs.map((keys) => ({
    kind: 'same-party',
    keys,
    sides: keys.flatMap((key) => {
      const maker = makers.get(`party.${key}`);
      return maker ? [{ ...sideOf(maker), key }] : [];
    }),
  }));
}
