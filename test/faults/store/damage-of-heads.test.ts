import { afterAll, describe, expect, it } from 'vitest';
import { JournalStore } from '../../../electron/core/store/journal-store';
import { StoreError } from '../../../electron/core/store/store-error';
import { MemoryFiles } from '../../fixtures/memory-files';
import { draft, faultOf, freshFolder, optionsFor } from '../../fixtures/store';
import { pathsOf, sampleStore, seenIn, type SampleStore } from './support/damaged-store';
import { mutationsOf } from './support/mutations';
import { expectOneOf, expectWholeChain, observe } from './support/observe';
import { rememberKeys } from './support/remembered-keys';

rememberKeys();

let total = 0;
afterAll(() => console.log(`damage to summaries and headers: ${total} mutations`));

/** Lengths after which a whole frame ends: a cut there cannot be told from a file that was never longer. */
function frameEnds(summaries: Buffer): ReadonlySet<number> {
  const ends = new Set<number>();
  for (let at = 16; at < summaries.length; ends.add(at)) at += 4 + summaries.readUInt32BE(at);
  return ends;
}

describe('damaged summaries', () => {
  it('are made anew from the journals, whatever was done to their bytes', async () => {
    const sample = await sampleStore(await freshFolder());
    const path = pathsOf(sample).summaries;
    const whole = Buffer.from(sample.tree.get(path) ?? []);
    const ends = frameEnds(whole);
    expect(ends.size).toBeGreaterThan(3);
    for (const { name, bytes } of mutationsOf(whole, { bits: 1, every: 6, cuts: 1 })) {
      if (ends.has(bytes.length) && whole.subarray(0, bytes.length).equals(bytes)) continue;
      const files = new MemoryFiles(sample.tree);
      files.put(path, bytes);
      const store = await JournalStore.open(optionsFor(sample.folder, files));
      try {
        expectOneOf(await observe(store), [sample.holds]);
        if (total % 50 === 0) await expectWholeChain(store);
      } catch (cause) {
        throw new Error(`${name}: ${(cause as Error).message}`, { cause });
      } finally {
        await store.close();
      }
      total += 1;
    }
  }, 240_000);

  it('that were cut exactly between two frames, are older, gone or of another store never hide what a case holds', async () => {
    const sample = await sampleStore(await freshFolder());
    const other = await sampleStore(await freshFolder());
    const path = pathsOf(sample).summaries;
    const whole = Buffer.from(sample.tree.get(path) ?? []);
    const others = [sample.older.get(path), other.tree.get(pathsOf(other).summaries), null];
    const cuts = [...frameEnds(whole)].map((length) => whole.subarray(0, length));
    for (const bytes of [...cuts, ...others]) {
      const files = new MemoryFiles(sample.tree);
      files.put(path, bytes ?? null);
      expectOneOf(await seenIn(sample.folder, files), [sample.holds]);
      total += 1;
    }
  });
});

/** What opening the store says with other bytes in the place of its header. */
async function opening(
  { folder, tree }: SampleStore,
  header: string,
  bytes: Uint8Array,
): Promise<JournalStore | string> {
  const files = new MemoryFiles(tree);
  files.put(header, bytes);
  try {
    return await JournalStore.open(optionsFor(folder, files));
  } catch (fault) {
    if (fault instanceof StoreError) return fault.fault;
    throw fault;
  }
}

describe('a damaged header', () => {
  it('is a named fault, or opens the same store under the same name', async () => {
    const sample = await sampleStore(await freshFolder());
    const { header } = pathsOf(sample);
    const told = new Map<string, number>();
    for (const { name, bytes } of mutationsOf(Buffer.from(sample.tree.get(header) ?? []), {
      bits: 8,
      every: 1,
      cuts: 1,
    })) {
      const opened = await opening(sample, header, bytes);
      const outcome = typeof opened === 'string' ? opened : 'opened';
      told.set(outcome, (told.get(outcome) ?? 0) + 1);
      total += 1;
      if (typeof opened === 'string') continue;
      // White space, spare bits of base64, or the name of a way that was not used: the store is the same.
      if (opened.station !== sample.holds.get('station')) expect.fail(`${name}: another name`);
      if (total % 20 === 0) {
        const ways = await opened.keys.ways();
        const waysText = ways.map(({ way, account = '' }) => `${way} ${account}`).join();
        expectOneOf(await observe(opened), [new Map([...sample.holds, ['ways', waysText]])]);
      }
      await opened.close();
    }
    expect([...told.keys()].sort()).toEqual(['damaged', 'newer-store', 'opened', 'wrong-key']);
  }, 240_000);

  it('of another store, with a key of another store, or without one opens nothing', async () => {
    const sample = await sampleStore(await freshFolder());
    const other = await sampleStore(await freshFolder());
    const [header, strange] = [pathsOf(sample).header, pathsOf(other).header];
    const mine = JSON.parse(Buffer.from(sample.tree.get(header) ?? []).toString()) as Record<string, unknown>;
    const theirs = JSON.parse(Buffer.from(other.tree.get(strange) ?? []).toString()) as Record<string, unknown>;
    const said = (value: object): Promise<JournalStore | string> =>
      opening(sample, header, Buffer.from(JSON.stringify(value)));
    expect(await said({ ...mine, station: theirs['station'] })).toBe('damaged');
    expect(await said({ ...mine, station: '' })).toBe('damaged');
    expect(await said({ ...mine, wraps: theirs['wraps'] })).toBe('damaged');
    expect(await said({ ...mine, wraps: [] })).toBe('wrong-key');
    expect(await said({ ...mine, format: 2 })).toBe('newer-store');
    expect(await said([])).toBe('damaged');
    total += 6;
  });

  it('of another store in its place makes every case a named fault, and none empty', async () => {
    const sample = await sampleStore(await freshFolder());
    const other = await sampleStore(await freshFolder());
    const files = new MemoryFiles(sample.tree);
    files.put(pathsOf(sample).header, other.tree.get(pathsOf(other).header) ?? null);
    const store = await JournalStore.open(optionsFor(sample.folder, files));
    for (const subject of ['case-a', 'case-b', 'case-c']) {
      expect(store.has(subject)).toBe(true);
      expect(await faultOf(store.read(subject))).toBe('damaged');
      expect(await faultOf(store.commit([draft(subject, 'x')]))).toBe('missing');
    }
    await store.close();
    total += 1;
  });
});
