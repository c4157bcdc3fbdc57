import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clocksOf } from '../../electron/core/domain/case/clocks';
import { effectOf } from '../../electron/core/domain/case/effect';
import { isCaseKind, caseKinds } from '../../electron/core/domain/case/entry-kinds';
import { fold } from '../../electron/core/domain/case/fold';
import { writesOfKind } from '../../electron/core/domain/case/kind-writes';
import { progressOf } from '../../electron/core/domain/case/stage';
import { caseSummary, matches, summaryOf } from '../../electron/core/domain/case/summary';
import { canonicalJson } from '../../electron/core/domain/journal/canonical';
import type { Entry } from '../../electron/core/domain/journal/entry';
import { ancestryOf, orderJournal } from '../../electron/core/domain/journal/graph';
import { foldRegisters } from '../../electron/core/domain/journal/registers';
import { foldBlock } from '../../electron/core/domain/numbers/number-block';
import { HOLIDAYS_2024 } from '../../electron/core/domain/time/holidays';
import { CASE } from '../fixtures/entries';
import { asArrived, journalWithGaps, randomJournal } from '../fixtures/random-journal';
import { roomsApart, settleAll, unionOf } from './rooms-apart';

/** fast-check prints seed and path of a counterexample. */
const RUNS = { numRuns: 400 };

/** Which entries stand below which, by plain walking: the oracle that the clever code is compared with. */
function standsOn(entries: readonly Entry[]): (upper: string, lower: string) => boolean {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const walk = (upper: string, lower: string): boolean =>
    (byId.get(upper)?.after ?? []).some((id) => id === lower || walk(id, lower));
  return walk;
}

const allThere = (entries: readonly Entry[]) => {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const founded = (entry: Entry): boolean =>
    entry.after.every((id) => {
      const below = byId.get(id);
      return below !== undefined && founded(below);
    });
  return founded;
};

function derive(entries: readonly Entry[]) {
  const state = fold(CASE, entries);
  const effect = effectOf(state);
  const facts = {
    closed: state.ending !== undefined,
    source: state.source,
    receivedAt: state.receivedAt,
    effectiveOn: effect?.effectiveOn ?? null,
    confirmationWanted: state.agreement?.confirmation?.wanted ?? false,
    payments: state.agreement?.payments ?? [],
  };
  const summary = summaryOf(state);
  return {
    state,
    progress: progressOf(state),
    effect,
    clocks: clocksOf(facts, '2024-04-30', [HOLIDAYS_2024]),
    summary,
    found: matches(summary, '柯 龙'),
    block: foldBlock(entries),
  };
}

describe('folding a journal', () => {
  it('gives the same for any order of arrival and any repetition', () => {
    const arrivals = randomJournal.chain((entries) =>
      fc.tuple(fc.constant(entries), asArrived(entries), asArrived(entries)),
    );
    fc.assert(
      fc.property(arrivals, ([entries, one, other]) => {
        const whole = derive(entries);
        expect(derive(one)).toStrictEqual(whole);
        expect(derive(other)).toStrictEqual(whole);
      }),
      RUNS,
    );
  });

  it('gives the same for any order when some entries are missing', () => {
    const arrivals = journalWithGaps.chain(({ arrived }) => fc.tuple(fc.constant(arrived), asArrived(arrived)));
    fc.assert(
      fc.property(arrivals, ([entries, shuffled]) => {
        expect(derive(shuffled)).toStrictEqual(derive(entries));
      }),
      RUNS,
    );
  });

  it('reports exactly the entries without foundation as waiting, and takes them in when the foundation arrives', () => {
    fc.assert(
      fc.property(journalWithGaps, ({ all, arrived }) => {
        const founded = allThere(arrived);
        const waiting = arrived.filter((entry) => !founded(entry)).map((entry) => entry.id);
        expect([...fold(CASE, arrived).waiting].sort()).toEqual(waiting.sort());
        expect(fold(CASE, [...arrived, ...all])).toStrictEqual(fold(CASE, all));
        expect(fold(CASE, all).waiting).toEqual([]);
      }),
      RUNS,
    );
  });

  it('has as heads exactly the entries on which no other one stands', () => {
    fc.assert(
      fc.property(journalWithGaps, ({ arrived }) => {
        const placed = arrived.filter(allThere(arrived));
        const below = new Set(placed.flatMap((entry) => entry.after));
        const heads = placed.map((entry) => entry.id).filter((id) => !below.has(id));
        expect(fold(CASE, arrived).heads).toEqual(heads.sort());
      }),
      RUNS,
    );
  });

  it('shows a conflict exactly where different values stand that had not seen each other', () => {
    fc.assert(
      fc.property(randomJournal, (entries) => {
        const saw = standsOn(entries);
        const writes = entries.flatMap((entry) => {
          if (entry.v !== 1 || !isCaseKind(entry.kind) || !caseKinds[entry.kind].safeParse(entry.data).success)
            return [];
          return writesOfKind(entry.kind, entry.data).map(([path, value]) => ({
            path,
            text: canonicalJson(value),
            entry,
          }));
        });
        const standing = writes.filter((w) => !writes.some((o) => o.path === w.path && saw(o.entry.id, w.entry.id)));
        const values = new Map<string, Set<string>>();
        for (const { path, text } of standing) values.set(path, (values.get(path) ?? new Set()).add(text));
        const expected = [...values]
          .filter(([, texts]) => texts.size > 1)
          .map(([path, texts]) => [path, [...texts].sort()]);
        const found = fold(CASE, entries).conflicts.map((c) => [
          c.path,
          c.values.map((v) => canonicalJson(v.value)).sort(),
        ]);
        expect(found).toEqual(expected.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
      }),
      RUNS,
    );
  });

  it('loses no entry: each is applied, at fault, unknown or waiting', () => {
    fc.assert(
      fc.property(journalWithGaps, ({ arrived }) => {
        const state = fold(CASE, arrived);
        const set = new Set([
          ...state.faults.map((f) => f.entry),
          ...state.unknown.map((u) => u.entry),
          ...state.waiting,
        ]);
        for (const entry of arrived) {
          const known = entry.v === 1 && isCaseKind(entry.kind) && caseKinds[entry.kind].safeParse(entry.data).success;
          expect(set.has(entry.id)).toBe(!known || state.waiting.includes(entry.id));
        }
      }),
      RUNS,
    );
  });

  it('makes summaries that pass their own schema', () => {
    fc.assert(
      fc.property(randomJournal, (entries) => {
        expect(caseSummary.safeParse(JSON.parse(JSON.stringify(derive(entries).summary))).error).toBeUndefined();
      }),
      RUNS,
    );
  });

  it('never throws, whatever stands in the entries, loops included', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', '__proto__', 'constructor');
    const entry = fc.record({
      v: fc.constantFrom(1, 1, 1, 2),
      id,
      subject: fc.constant(CASE),
      kind: fc.constantFrom(...Object.keys(caseKinds), 'block-leased', 'number-taken', 'number-voided', 'constructor'),
      data: fc.dictionary(
        fc.constantFrom('set', 'party', 'session', 'by', 'on', 'number', 'block', 'seq', '__proto__'),
        fc.oneof(fc.jsonValue(), fc.constantFrom('2024-04-01', 'ke', null), fc.dictionary(fc.string(), fc.jsonValue())),
      ),
      account: fc.string(),
      station: fc.string(),
      at: fc.constantFrom('000000000000000-0000', '999999999999999-ffff'),
      after: fc.array(id, { maxLength: 4 }),
      seq: fc.nat(),
      prev: fc.constant(null),
      sig: fc.string(),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), (entries) => {
        const unique = [...new Map(entries.map((one) => [one.id, one])).values()] as unknown as Entry[];
        expect(derive(unique).state.id).toBe(CASE);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('rooms that changed one case beside each other', () => {
  it('see the same once all arrived, in any order, and the same of any part that arrived', () => {
    const arrivals = roomsApart.chain((rooms) => {
      const all = unionOf(rooms);
      return fc.tuple(
        fc.constant(all),
        asArrived(all),
        fc.subarray([...all]).chain((part) => fc.tuple(fc.constant(part), asArrived(part))),
      );
    });
    fc.assert(
      fc.property(arrivals, ([all, shuffled, [part, partShuffled]]) => {
        expect(derive(shuffled)).toStrictEqual(derive(all));
        expect(derive(partShuffled)).toStrictEqual(derive(part));
      }),
      RUNS,
    );
  });

  it('lose no value: each stands, or gave way to one whose writer had seen it', () => {
    fc.assert(
      fc.property(roomsApart, (rooms) => {
        const all = unionOf(rooms);
        const saw = standsOn(all);
        const { ordered } = orderJournal(all);
        const writes = (entry: Entry) => (isCaseKind(entry.kind) ? writesOfKind(entry.kind, entry.data) : []);
        const registers = foldRegisters(ordered, writes, ancestryOf(ordered));
        for (const entry of all) {
          for (const [path, value] of writes(entry)) {
            const standing = registers.get(path) ?? [];
            const there = standing.some(
              (a) => a.entry.id === entry.id && canonicalJson(a.value) === canonicalJson(value),
            );
            expect(there || standing.some((a) => saw(a.entry.id, entry.id))).toBe(true);
          }
        }
      }),
      RUNS,
    );
  });

  it('keep what one removed exactly while another changed it unseen', () => {
    fc.assert(
      fc.property(roomsApart, (rooms) => {
        const all = unionOf(rooms);
        const saw = standsOn(all);
        const touching = (session: string) => all.filter((entry) => entry.data['session'] === session);
        const fields = (entry: Entry) => entry.data['set'] as Readonly<Record<string, unknown>>;
        const about = touching('one').filter((entry) => 'removed' in fields(entry));
        const last = about.filter((entry) => !about.some((other) => saw(other.id, entry.id)));
        const edits = touching('one').filter((entry) => fields(entry)['removed'] !== true);
        const gone = last.some(
          (removal) =>
            fields(removal)['removed'] === true &&
            edits.every((edit) => saw(removal.id, edit.id) || saw(edit.id, removal.id)),
        );
        expect(fold(CASE, all).sessions.length).toBe(gone ? 0 : 1);
      }),
      RUNS,
    );
  });

  it('clash over a closed case exactly where a change and the ending had not seen each other', () => {
    fc.assert(
      fc.property(roomsApart, (rooms) => {
        const all = unionOf(rooms);
        const saw = standsOn(all);
        const endings = all.filter((entry) => entry.kind === 'ending-set');
        const closing = endings.filter(
          (entry) =>
            !endings.some((other) => saw(other.id, entry.id)) &&
            (entry.data['set'] as { reason: string | null }).reason !== null,
        );
        const changes = all.filter((entry) => ['party-set', 'session-set', 'agreement-set'].includes(entry.kind));
        const unseen = closing.some((end) => changes.some((one) => !saw(end.id, one.id) && !saw(one.id, end.id)));
        const state = fold(CASE, all);
        const found = state.clashes.some((clash) => clash.kind === 'closed-and-changed' && clash.closing === 'ending');
        expect(found).toBe(state.ending !== undefined && unseen);
      }),
      RUNS,
    );
  });

  it('have nothing open on any side once a person settled all of it, and end identical', () => {
    fc.assert(
      fc.property(roomsApart, fc.nat(2), fc.infiniteStream(fc.nat(5)), (rooms, who, picks) => {
        const all = unionOf(rooms);
        const room = (rooms[who] ?? rooms[0])?.learn(all);
        if (!room) throw new Error('no room');
        settleAll(room, (count) => Number(picks.next().value ?? 0) % count);
        const whole = derive(room.entries);
        expect([whole.state.conflicts, whole.state.clashes, whole.state.faults]).toEqual([[], [], []]);
        expect(whole.summary.conflicts).toBe(0);
        for (const other of rooms) expect(derive(other.learn(room.entries).entries)).toStrictEqual(whole);
      }),
      RUNS,
    );
  });
});
