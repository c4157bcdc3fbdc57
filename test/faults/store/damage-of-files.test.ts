import { afterAll, describe, expect, it } from 'vitest';
import { JournalStore } from '../../../electron/core/store/journal-store';
import { StoreError } from '../../../electron/core/store/store-error';
import { MemoryFiles } from '../../fixtures/memory-files';
import { draft, faultOf, freshFolder, optionsFor } from '../../fixtures/store';
import { pathsOf, sampleStore, type SampleStore } from './support/damaged-store';
import { mutationsOf, type Mutation } from './support/mutations';
import { rememberKeys } from './support/remembered-keys';

rememberKeys();

const ALL = { bits: 8, every: 1, cuts: 1 };
const CASES = ['case-a', 'case-b', 'case-c', 'hidden-n'];
let total = 0;
afterAll(() => console.log(`damage to files: ${total} mutations`));

interface Bench {
  readonly sample: SampleStore;
  readonly files: MemoryFiles;
  store: JournalStore;
  readonly paths: ReturnType<typeof pathsOf>;
}

async function bench(): Promise<Bench> {
  const sample = await sampleStore(await freshFolder());
  const files = new MemoryFiles(sample.tree);
  return { sample, files, store: await JournalStore.open(optionsFor(sample.folder, files)), paths: pathsOf(sample) };
}

/** The fault that reading ends with; anything but a StoreError, and any answer, fails. */
async function told(reading: Promise<unknown>, what: string): Promise<string> {
  const fault: unknown = await reading.then(
    () => new Error('it was read'),
    (each: unknown) => each,
  );
  if (!(fault instanceof StoreError)) throw new Error(`${what}: ${String(fault)}`, { cause: fault });
  return fault.fault;
}

const inQuarantine = ({ files }: Bench): readonly string[] =>
  files.names().filter((name) => name.includes('quarantine'));

/** Reads a journal whose file was changed: a named fault, the file byte for byte in quarantine, then `missing`. */
async function expectSetAside(at: Bench, subject: string, { name, bytes }: Mutation, fault = 'damaged'): Promise<void> {
  at.files.put(at.paths.journal(subject), bytes);
  const found = await told(at.store.read(subject), name);
  const kept = inQuarantine(at);
  const [first = ''] = kept;
  if (found !== fault || kept.length !== 1 || !at.files.bytes(first).every((byte, index) => byte === bytes[index]))
    expect.fail(`${subject}, ${name}: ${found}, ${kept.length} in quarantine`);
  at.files.put(first, null);
}

/** After it was set aside: nothing can be added to it, it is in the list, and the others are as they were. */
async function expectOthersReadable(at: Bench, subject: string): Promise<void> {
  expect(await faultOf(at.store.read(subject))).toBe('missing');
  expect(await faultOf(at.store.commit([draft(subject, 'x')]))).toBe('missing');
  expect(at.store.has(subject)).toBe(true);
  for (const other of CASES.filter((each) => each !== subject)) {
    const entries = await at.store.read(other);
    expect(entries.map(({ id }) => id).join()).toBe(at.sample.holds.get(other));
  }
  await at.store.close();
  at.store = await JournalStore.open(optionsFor(at.sample.folder, at.files));
  expect(await faultOf(at.store.read(subject))).toBe('missing');
  await at.store.close();
  at.store = await JournalStore.open(optionsFor(at.sample.folder, at.files));
}

describe('a damaged journal', () => {
  it.each(CASES)(
    'is a named fault and in quarantine, whatever was done to its bytes: %s',
    async (subject) => {
      const at = await bench();
      const whole = Buffer.from(at.files.bytes(at.paths.journal(subject)));
      let count = 0;
      for (const mutation of mutationsOf(whole, ALL)) {
        await expectSetAside(at, subject, mutation);
        if (count++ % 1_000 === 0) await expectOthersReadable(at, subject);
      }
      at.files.put(at.paths.journal(subject), whole);
      expect((await at.store.read(subject)).map(({ id }) => id).join()).toBe(at.sample.holds.get(subject));
      await at.store.close();
      expect(count).toBe(12 * whole.length + 6);
      total += count;
    },
    240_000,
  );

  it('is in the wrong place, older or of another store when another sealed file was put there', async () => {
    const at = await bench();
    const other = await sampleStore(await freshFolder());
    for (const subject of CASES) {
      for (const another of CASES.filter((each) => each !== subject)) {
        const bytes = Buffer.from(at.sample.tree.get(at.paths.journal(another)) ?? []);
        await expectSetAside(at, subject, { name: another, bytes }, 'wrong-place');
        total += 1;
      }
      const foreign = Buffer.from(other.tree.get(pathsOf(other).journal(subject)) ?? []);
      await expectSetAside(at, subject, { name: 'of another store', bytes: foreign });
      const others = [at.paths.note('sync'), at.paths.blob(0), at.paths.summaries, at.paths.header];
      // Each purpose has a key of its own: their bytes look damaged here.
      for (const path of others)
        await expectSetAside(at, subject, { name: path, bytes: Buffer.from(at.files.bytes(path)) });
      at.files.put(at.paths.journal(subject), at.sample.tree.get(at.paths.journal(subject)) ?? null);
      total += 1 + others.length;
    }
    const older = Buffer.from(at.sample.older.get(at.paths.journal('case-a')) ?? []);
    await expectSetAside(at, 'case-a', { name: 'older', bytes: older }, 'older-copy');
    await expectOthersReadable(at, 'case-a');
    total += 1;
    await at.store.close();
  });
});

describe('damaged frozen bytes and notes', () => {
  it('are a named fault, never other bytes, and stand where they were', async () => {
    const at = await bench();
    for (const [index, hash] of at.sample.blobs.entries()) {
      const path = at.paths.blob(index);
      const whole = Buffer.from(at.files.bytes(path));
      for (const mutation of mutationsOf(whole, ALL)) {
        at.files.put(path, mutation.bytes);
        const found = await told(at.store.blobs.get(hash), mutation.name);
        if (found !== 'damaged') expect.fail(`${mutation.name}: ${found}`);
        total += 1;
      }
      expect(at.files.names()).toContain(path);
      at.files.put(path, at.files.bytes(at.paths.blob(1 - index)));
      expect(await faultOf(at.store.blobs.get(hash))).toBe('wrong-place');
      at.files.put(path, whole);
      expect((await at.store.blobs.get(hash)).length).toBeGreaterThan(0);
    }
    await at.store.close();
  }, 240_000);

  it('are a named fault as notes, too, until they are written anew', async () => {
    const at = await bench();
    for (const name of ['sync', 'access'] as const) {
      const path = at.paths.note(name);
      for (const mutation of mutationsOf(Buffer.from(at.files.bytes(path)), ALL)) {
        at.files.put(path, mutation.bytes);
        const found = await told(at.store.note(name).read(), mutation.name);
        if (found !== 'damaged') expect.fail(`${mutation.name}: ${found}`);
        total += 1;
      }
    }
    at.files.put(at.paths.note('sync'), at.sample.tree.get(at.paths.note('access')) ?? null);
    expect(await faultOf(at.store.note('sync').read())).toBe('wrong-place');
    await at.store.note('sync').write({ at: 3 });
    expect(await at.store.note('sync').read()).toEqual({ at: 3 });
    await at.store.close();
  }, 240_000);
});
