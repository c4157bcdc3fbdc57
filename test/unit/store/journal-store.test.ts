import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../electron/core/domain/journal/canonical';
import { JournalStore } from '../../../electron/core/store/journal-store';
import {
  draft,
  expectSound,
  faultOf,
  fingerprint,
  freshFolder,
  KEY,
  optionsFor,
  storeWith,
  withStore,
} from '../../fixtures/store';

describe('a store', () => {
  it('is made, closed and opened again with all that was acknowledged', async () => {
    const folder = path.join(await freshFolder(), 'new', 'room');
    const made = await storeWith(folder, [[draft('case-a', '1'), draft('hidden-n', '1')], [draft('case-a', '2')]]);
    await withStore(optionsFor(folder), async (store) => {
      const journals = await expectSound(store, ['case-a', 'hidden-n', 'case-none']);
      expect([...journals.values()].flat().sort((a, b) => a.seq - b.seq)).toEqual(made);
      expect(store.station).toBe(made[0]?.station);
      expect(Object.fromEntries(store.summaries())).toMatchObject({ 'hidden-n': null });
      expect(await store.read('case-none')).toEqual([]);
      expect(store.has('case-none')).toBe(false);
    });
  });

  it('gives back the entries of a commit in the order of their drafts, each subject together in the chain', async () => {
    const folder = await freshFolder();
    const same = draft('case-a', '1');
    const made = await storeWith(folder, [[same, draft('case-b', '2'), same, draft('case-b', '4')]]);
    expect(made.map((entry) => `${entry.subject} ${entry.seq}`)).toEqual([
      'case-a 1',
      'case-b 3',
      'case-a 2',
      'case-b 4',
    ]);
  });

  it('stands each entry on the newest ones, unless its writer says what was seen', async () => {
    const folder = await freshFolder();
    const [one] = await storeWith(folder, [[draft('case-a', '1')]]);
    await withStore(optionsFor(folder), async (store) => {
      const [two, beside, on] = await store.commit([
        draft('case-a', '2'),
        { ...draft('case-a', '3'), after: [one?.id ?? ''] },
        draft('case-a', '4'),
      ]);
      expect(two?.after).toEqual([one?.id]);
      expect(beside?.after).toEqual([one?.id]);
      expect(on?.after).toEqual([two?.id, beside?.id].sort());
      const [beneath, previous] = await store.commit([
        { ...draft('case-a', '7'), after: [one?.id ?? ''] },
        { ...draft('case-a', '8'), after: 'previous' },
      ]);
      expect(previous?.after).toEqual([beneath?.id]);
      const [merge] = await store.commit([draft('case-a', '9')]);
      expect(merge?.after).toEqual([on?.id, previous?.id].sort());
      const [waiting] = await store.commit([{ ...draft('case-a', '5'), after: ['A'.repeat(43)] }]);
      const [next] = await store.commit([draft('case-a', '6')]);
      expect(next?.after).toEqual([merge?.id]);
      expect(next?.prev).toBe(waiting?.id);
    });
  });

  it('never writes an earlier stamp when the clock goes back', async () => {
    const folder = await freshFolder();
    const times = [5_000, 1_000, 9_000, -1, 9_000, 0];
    const options = { ...optionsFor(folder), clock: { now: () => times.shift() ?? 0 } };
    const store = await JournalStore.create(options);
    for (const text of ['1', '2', '3', '4', '5', '6']) await store.commit([draft(`case-${text}`, text)]);
    await store.close();
    await withStore(options, async (again) => {
      await again.commit([draft('case-7', '7')]);
      await expectSound(
        again,
        ['1', '2', '3', '4', '5', '6', '7'].map((text) => `case-${text}`),
      );
    });
  });

  it('serialises commits and reads that are asked for at once', async () => {
    const folder = await freshFolder();
    const store = await JournalStore.create(optionsFor(folder));
    const subjects = ['case-a', 'case-b', 'case-c'];
    const work = Array.from({ length: 60 }, (_, index) => {
      const subject = subjects[index % 3] ?? '';
      return index % 4 === 3
        ? store.read(subject)
        : store.commit([draft(subject, String(index)), draft('case-a', 'x')]);
    });
    await Promise.all(work);
    expect((await expectSound(store, subjects)).get('case-a')).toHaveLength(45 + 15);
    await store.close();
    await withStore(optionsFor(folder), (again) => expectSound(again, subjects));
  });

  it('finishes what was asked before it closes, and takes nothing after', async () => {
    const folder = await freshFolder();
    const store = await JournalStore.create(optionsFor(folder));
    const last = store.commit([draft('case-a', '1')]);
    await Promise.all([store.close(), store.close()]);
    await expect(last).resolves.toHaveLength(1);
    const before = await fingerprint(folder);
    await expect(store.commit([draft('case-a', '2')])).rejects.toThrow('closed');
    await expect(store.read('case-a')).rejects.toThrow('closed');
    expect(await fingerprint(folder)).toEqual(before);
  });

  it('writes nothing of a commit in which one draft is no entry', async () => {
    const folder = await freshFolder();
    await storeWith(folder, [[draft('case-a', '1')]]);
    await withStore(optionsFor(folder), async (store) => {
      const before = await fingerprint(folder);
      const good = draft('case-a', '2');
      const odd = [
        { ...good, kind: '' },
        { ...good, account: '' },
        { ...good, after: ['no-id'] },
        { ...good, data: { set: { amountFen: Number.NaN } } },
        { ...good, subject: '../case' },
        { ...good, subject: 'Case' },
      ];
      for (const one of odd) await expect(store.commit([good, one])).rejects.toThrow();
      expect(await store.commit([])).toEqual([]);
      expect(await fingerprint(folder)).toEqual(before);
      await store.commit([good]);
      await expectSound(store, ['case-a']);
    });
  });

  it('keeps data with odd member names whole', async () => {
    const folder = await freshFolder();
    const data = JSON.parse('{"set":{"__proto__":{"a":1},"\\ud800":"\\udc00"}}') as Record<string, unknown>;
    const [made] = await storeWith(folder, [[{ ...draft('case-a', ''), data }]]);
    await withStore(optionsFor(folder), async (store) => {
      await expectSound(store, ['case-a']);
      expect(canonicalJson((await store.read('case-a'))[0])).toBe(canonicalJson(made));
    });
  });

  it('keeps the list of 500 cases through many saves, compaction and reopening', { timeout: 120_000 }, async () => {
    const folder = await freshFolder();
    const subjects = Array.from({ length: 500 }, (_, index) => `case-${index}`);
    const store = await JournalStore.create(optionsFor(folder));
    for (let at = 0; at < 500; at += 50) await store.commit(subjects.slice(at, at + 50).map((one) => draft(one, '1')));
    for (let count = 0; count < 600; count++) await store.commit([draft(subjects[(count * 7) % 40] ?? '', `${count}`)]);
    await store.close();
    const size = (await fs.stat(path.join(folder, 'summaries.mrs'))).size;
    for (let round = 0; round < 2; round++)
      await withStore(optionsFor(folder), (again) => expectSound(again, subjects));
    expect((await fs.stat(path.join(folder, 'summaries.mrs'))).size).toBeLessThan(size / 2);
    await withStore(optionsFor(folder), async (again) => {
      await again.commit([draft('case-0', 'after compaction')]);
      await expectSound(again, subjects);
    });
    await withStore(optionsFor(folder), (again) => expectSound(again, subjects));
  });
});

describe('a store that may not be opened', () => {
  it('stays untouched to the byte under a wrong key', async () => {
    const folder = await freshFolder();
    await storeWith(folder, [[draft('case-a', '1')]]);
    await fs.writeFile(path.join(folder, 'journal.writing'), 'left by a power cut');
    const before = await fingerprint(folder);
    for (let at = 0; at < 32; at++) {
      const wrong = Buffer.from(KEY);
      wrong[at] = (wrong[at] ?? 0) ^ 1;
      expect(await faultOf(JournalStore.open(optionsFor(folder, undefined, wrong)))).toBe('wrong-key');
    }
    const otherWay = { ...optionsFor(folder), opener: { ...optionsFor(folder).opener, way: 'os' } };
    expect(await faultOf(JournalStore.open(otherWay))).toBe('wrong-key');
    expect(await fingerprint(folder)).toEqual(before);
    await withStore(optionsFor(folder), (store) => expectSound(store, ['case-a']));
  });

  it('is named when there is none, when one is there already, and when a newer version wrote it', async () => {
    const folder = await freshFolder();
    expect(await faultOf(JournalStore.open(optionsFor(folder)))).toBe('not-a-store');
    expect(await faultOf(JournalStore.open(optionsFor(path.join(folder, 'none'))))).toBe('not-a-store');
    await fs.writeFile(path.join(folder, 'store.json.writing'), '{');
    await storeWith(folder, []);
    const before = await fingerprint(folder);
    expect(await faultOf(JournalStore.create(optionsFor(folder)))).toBe('store-exists');
    expect(await fingerprint(folder)).toEqual(before);
    const file = path.join(folder, 'store.json');
    expect(await faultOf(JournalStore.open(optionsFor(file)))).toBe('not-a-store');
    await fs.writeFile(file, (await fs.readFile(file, 'utf8')).replace('"format": 1', '"format": 2'));
    expect(await faultOf(JournalStore.open(optionsFor(folder)))).toBe('newer-store');
    const other = await freshFolder();
    await fs.writeFile(path.join(other, 'thesis.doc'), 'mine');
    expect(await faultOf(JournalStore.create(optionsFor(other)))).toBe('store-exists');
  });

  it('opens rightly or with a named fault for any flipped bit of its head', async () => {
    const folder = await freshFolder();
    await storeWith(folder, [[draft('case-a', '1')]]);
    const file = path.join(folder, 'store.json');
    const head = await fs.readFile(file);
    const seen = new Map<string, number>();
    for (let at = 0; at < head.length; at++) {
      const flipped = Buffer.from(head);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 7));
      await fs.writeFile(file, flipped);
      const opening = JournalStore.open(optionsFor(folder));
      const outcome = await opening.then(
        async (store) => {
          await expectSound(store, ['case-a']);
          await store.close();
          return 'opened';
        },
        () => faultOf(opening),
      );
      seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
    }
    const named = ['damaged', 'wrong-key', 'newer-store', 'opened'];
    expect([...seen.keys()].filter((fault) => !named.includes(fault))).toEqual([]);
    expect(seen.get('opened') ?? 0).toBeLessThan(40);
  });
});
