import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../electron/core/domain/journal/entry';
import { orderJournal } from '../../../electron/core/domain/journal/graph';
import type { SyncStore } from '../../../electron/core/sync/sync-store';
import { expectChainOf, expectHolds, idsIn } from '../../fixtures/received';
import {
  draft,
  faultOf,
  fingerprint,
  freshFolder,
  journalFile,
  optionsFor,
  storeWith,
  withStore,
} from '../../fixtures/store';

/** Entries of another workstation in three cases, 20 of them. */
async function fromElsewhere(): Promise<readonly Entry[]> {
  const commits = Array.from({ length: 20 }, (_, n) => [draft(`case-${'abc'[n % 3] ?? ''}`, String(n))]);
  return storeWith(await freshFolder(), commits);
}

async function emptyStore(): Promise<string> {
  const folder = await freshFolder();
  await storeWith(folder, []);
  return folder;
}

const shuffled = <T>(items: readonly T[]): readonly T[] =>
  items
    .map((item, n) => [(n * 7919) % 13, item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);

describe('a store that sync works with', () => {
  it('fits what sync needs, by its type', async () => {
    await withStore(optionsFor(await emptyStore()), async (store) => {
      const fits: SyncStore = store;
      expect(fits.chain).toMatchObject({ seq: 0, prev: null });
      expect(fits.subjects()).toEqual([]);
      expect(await fits.blobs.has('0'.repeat(64))).toBe(false);
    });
  });
});

describe('receiving', () => {
  it('takes entries in any order, with repetitions, and twice changes nothing to the byte', async () => {
    const entries = await fromElsewhere();
    const folder = await emptyStore();
    await withStore(optionsFor(folder), async (store) => {
      const mixed = shuffled([...entries, ...entries.slice(3, 9)]);
      const received = await store.receive(JSON.parse(JSON.stringify(mixed)) as unknown[]);
      expect(received.added).toHaveLength(20);
      expect(received).toMatchObject({ refused: [], setAside: [] });
      const before = await fingerprint(folder);
      expect(await store.receive(entries)).toEqual({ added: [], refused: [], setAside: [] });
      expect(await fingerprint(folder)).toEqual(before);
    });
    await withStore(optionsFor(folder), async (store) => {
      const journals = await expectHolds(store);
      expect(idsIn(journals)).toEqual(entries.map(({ id }) => id).sort());
      expect(store.chain).toMatchObject({ seq: 0, prev: null });
    });
  });

  it('refuses each broken entry by name and takes its neighbours', async () => {
    const entries = await fromElsewhere();
    const [one, two, three, four] = entries as [Entry, Entry, Entry, Entry];
    const odd: readonly unknown[] = [
      { ...one, data: { set: { facts: 'other' } } },
      { ...two, sig: three.sig },
      { ...three, seq: 0 },
      null,
      'text',
      { ...four, at: { ...{ toString: 1 } } },
    ];
    await withStore(optionsFor(await emptyStore()), async (store) => {
      const received = await store.receive([...odd, ...entries.slice(4)]);
      expect(received.added.map(({ id }) => id).sort()).toEqual(
        entries
          .slice(4)
          .map(({ id }) => id)
          .sort(),
      );
      expect(received.refused).toEqual([
        { id: one.id, fault: 'hash' },
        { id: two.id, fault: 'signature' },
        { id: three.id, fault: 'malformed' },
        { id: '', fault: 'malformed' },
        { id: '', fault: 'malformed' },
        { id: four.id, fault: 'malformed' },
      ]);
      await expectHolds(store);
    });
  });

  it('takes journals that are no cases only where this workstation wrote them', async () => {
    const folder = await freshFolder();
    const own = await storeWith(folder, [
      [draft('room-a', '1'), draft('numbers-agreement-2026-1', '1'), draft('hidden-n', '1')],
    ]);
    const others = await storeWith(await freshFolder(), [[draft('room-a', '2'), draft('rules-centre', '2')]]);
    const older = await freshFolder();
    await fs.cp(path.join(folder, 'store.json'), path.join(older, 'store.json'));
    await withStore(optionsFor(older), async (store) => {
      const received = await store.receive([...own, ...others]);
      expect(received.added.map(({ subject }) => subject).sort()).toEqual(['numbers-agreement-2026-1', 'room-a']);
      expect(received.refused.map(({ fault }) => fault)).toEqual(['subject', 'subject', 'subject']);
      await expectHolds(store);
    });
  });

  it('lets an entry wait whose foundations are missing, and disturbs nothing by it', async () => {
    const entries = (await fromElsewhere()).filter(({ subject }) => subject === 'case-a');
    const folder = await emptyStore();
    await withStore(optionsFor(folder), async (store) => {
      const [mine] = await store.commit([draft('case-a', 'mine')]);
      await store.receive(entries.slice(2));
      expect(orderJournal(await store.read('case-a')).waiting).toHaveLength(entries.length - 2);
      const [next] = await store.commit([draft('case-a', 'next')]);
      expect(next?.after).toEqual([mine?.id]);
      await store.receive(entries);
      expect(orderJournal(await store.read('case-a')).waiting).toEqual([]);
      const [last] = await store.commit([draft('case-a', 'last')]);
      expect(last?.after).toEqual([next?.id, entries.at(-1)?.id].sort());
      expectChainOf(await expectHolds(store), store.station);
    });
  });

  it('moves the chain on when own entries come back to an older copy, and uses no counter twice', async () => {
    const folder = await freshFolder();
    await storeWith(folder, [[draft('case-a', '1')], [draft('case-b', '2')]]);
    const older = await freshFolder();
    await fs.cp(folder, older, { recursive: true });
    const lost = await withStore(optionsFor(folder), async (store) => {
      const made: Entry[] = [];
      for (const n of [3, 4, 5, 6]) made.push(...(await store.commit([draft(`case-${n % 2}`, String(n))])));
      return made;
    });
    await withStore(optionsFor(older), async (store) => {
      expect(store.chain.seq).toBe(2);
      await store.receive(lost.slice(2));
      expect(store.chain).toMatchObject({ seq: 6, prev: lost.at(-1)?.id });
      await store.receive(lost);
      const [next] = await store.commit([draft('case-a', '7')]);
      expect(next).toMatchObject({ seq: 7, prev: lost.at(-1)?.id });
    });
    await withStore(optionsFor(older), async (store) => {
      expectChainOf(await expectHolds(store), store.station);
      expect([...store.ownSince(2)].sort()).toEqual(['case-0', 'case-1', 'case-a']);
      expect(store.ownSince(6)).toEqual(['case-a']);
      expect(store.ownSince(7)).toEqual([]);
    });
  });

  it('tells listeners of each commit and portion, until they end it', async () => {
    const entries = await fromElsewhere();
    await withStore(optionsFor(await emptyStore()), async (store) => {
      const heard: (readonly string[])[] = [];
      const end = store.onSaved((subjects) => heard.push(subjects));
      await store.commit([draft('case-a', '1'), draft('case-x', '1'), draft('case-a', '2')]);
      await store.receive(entries);
      await store.receive(entries);
      end();
      await store.commit([draft('case-a', '3')]);
      expect(heard).toEqual([
        ['case-a', 'case-x'],
        ['case-a', 'case-b', 'case-c'],
      ]);
    });
  });

  it('lets commits of this room in between the portions of a large receipt', { timeout: 60_000 }, async () => {
    const commits = [Array.from({ length: 700 }, (_, n) => draft(`case-${n}`, String(n)))];
    const entries = await storeWith(await freshFolder(), commits);
    await withStore(optionsFor(await emptyStore()), async (store) => {
      const saved: string[] = [];
      store.onSaved((subjects) => saved.push(subjects[0] ?? ''));
      const receiving = store.receive(entries);
      while (saved.length === 0) await new Promise((resolve) => setImmediate(resolve));
      await store.commit([draft('case-mine', '1')]);
      expect((await receiving).added).toHaveLength(700);
      expect(saved.indexOf('case-mine')).toBeGreaterThan(0);
      expect(saved.indexOf('case-mine')).toBeLessThan(saved.length - 1);
      expect((await expectHolds(store)).size).toBe(701);
    });
  });
});

describe('a case whose file is damaged', () => {
  it('is set aside while the others are taken, and comes back whole when all of it is received', async () => {
    const entries = await fromElsewhere();
    const folder = await emptyStore();
    await withStore(optionsFor(folder), (store) => store.receive(entries.slice(0, 10)));
    await fs.writeFile(journalFile(folder, 'case-a'), 'x');
    await withStore(optionsFor(folder), async (store) => {
      const received = await store.receive(entries.slice(10));
      expect(received.setAside).toEqual(['case-a']);
      expect(new Set(received.added.map(({ subject }) => subject))).toEqual(new Set(['case-b', 'case-c']));
      expect(await faultOf(store.read('case-a'))).toBe('missing');
      const whole = entries.filter(({ subject }) => subject === 'case-a');
      expect((await store.receive(whole, { restore: true })).setAside).toEqual([]);
      expect(idsIn(await expectHolds(store))).toEqual(entries.map(({ id }) => id).sort());
    });
    await withStore(optionsFor(folder), (store) => expectHolds(store));
  });
});

describe('a store of an older version', () => {
  it('says of each journal that it may hold own entries until it was read once, and knows after', async () => {
    const folder = await freshFolder();
    const own = await storeWith(folder, [[draft('case-a', '1')], [draft('case-b', '2')]]);
    await asOlderVersion(folder);
    await withStore(optionsFor(folder), async (store) => {
      expect(store.chain).toMatchObject({ seq: 2, prev: own[1]?.id });
      expect([...store.ownSince(1)].sort()).toEqual(['case-a', 'case-b']);
      for (const subject of store.subjects()) await store.read(subject);
      expect(store.ownSince(1)).toEqual(['case-b']);
    });
    const known = await withStore(optionsFor(folder), (store) => Promise.resolve(store.ownSince(1)));
    expect(known).toEqual(['case-b']);
  });
});

/** Rewrites the summaries without what older versions did not note. */
async function asOlderVersion(folder: string): Promise<void> {
  const { sealFor } = await import('../../../electron/core/store/seal');
  const { openHeader } = await import('../../../electron/core/store/store-header');
  const { SummaryJournal } = await import('../../../electron/core/store/summary-journal');
  const { files, opener } = optionsFor(folder);
  const { dataKey } = await openHeader(files, folder, opener);
  const { journal, frames } = await SummaryJournal.open(files, folder, sealFor(dataKey, 'summaries'));
  const rows = new Map((frames ?? []).flatMap((frame) => frame.rows.map(({ own, ...row }) => [row.subject, row])));
  const { station, ...last } = frames?.at(-1) ?? { seq: 0, prev: null, at: '' };
  await journal.compact({ ...last, rows: [...rows.values()] }, '0'.repeat(16));
}
