import { expect, test } from 'vitest';
import { JournalStore } from '../../../electron/core/store/journal-store';
import { keyOpener, type Opener } from '../../../electron/core/store/store-header';
import { draft, faultOf, freshFolder, KEY, optionsFor, withStore } from '../../fixtures/store';

const opener = (byte: number, way: string, account?: string): Opener => ({
  ...keyOpener(new Uint8Array(32).fill(byte)),
  way,
  ...(account === undefined ? {} : { account }),
});

/** A closed store with one entry, which the key file opens. */
async function made(): Promise<ReturnType<typeof optionsFor>> {
  const options = optionsFor(await freshFolder());
  const store = await JournalStore.create(options);
  await store.commit([draft('case-a', 'kept')]);
  await store.close();
  return options;
}

test('each way opens the same store, and stays when others come and go', async () => {
  const options = await made();
  const chen = opener(1, 'password', '陈');
  const lin = opener(2, 'password', '林');
  await withStore(options, async (store) => {
    await store.keys.put(chen);
    await store.keys.put(lin);
    await store.keys.put(opener(3, 'os'));
    expect(await store.keys.ways()).toEqual([
      { way: 'key-file' },
      { way: 'password', account: '陈' },
      { way: 'password', account: '林' },
      { way: 'os' },
    ]);
    await store.keys.drop({ way: 'password', account: '陈' });
  });
  for (const each of [lin, opener(3, 'os'), keyOpener(KEY)])
    await withStore({ ...options, opener: each }, async (store) => expect(await store.read('case-a')).toHaveLength(1));
  expect(await faultOf(JournalStore.open({ ...options, opener: chen }))).toBe('wrong-key');
});

test('a new secret of the same way and account takes the place of the old one', async () => {
  const options = await made();
  await withStore(options, async (store) => {
    await store.keys.put(opener(1, 'password', '陈'));
    await store.keys.put(opener(9, 'password', '陈'));
    expect(await store.keys.opens(opener(1, 'password', '陈'))).toBe(false);
    expect(await store.keys.opens(opener(9, 'password', '陈'))).toBe(true);
    expect(await store.keys.opens(opener(9, 'password', '林'))).toBe(false);
    expect(await store.keys.opens(opener(9, 'recovery'))).toBe(false);
  });
});

test('a wrap of another store opens nothing here', async () => {
  const [one, other] = [await made(), await made()];
  const wraps = await withStore(one, (store) => store.keys.wraps());
  await withStore(other, async (store) => {
    const foreign = Buffer.from(wraps[0]?.wrapped ?? '', 'base64');
    await store.keys.put({ ...opener(7, 'recovery'), wrap: () => Promise.resolve(foreign) });
    expect(await store.keys.opens({ ...keyOpener(KEY), way: 'recovery' })).toBe(false);
  });
});

test('the last way stays, and one that is not there is dropped without a write', async () => {
  await withStore(await made(), async (store) => {
    await store.keys.drop({ way: 'password', account: '陈' });
    await expect(store.keys.drop({ way: 'key-file' })).rejects.toThrow(RangeError);
    expect(await store.keys.ways()).toEqual([{ way: 'key-file' }]);
  });
});

test('many changes at once, and a new identity among them, all stand', async () => {
  const options = await made();
  await withStore(options, async (store) => {
    await Promise.all([
      ...Array.from({ length: 8 }, (_, index) => store.keys.put(opener(index, 'password', `p${index}`))),
      store.newIdentity(),
    ]);
    expect(await store.keys.ways()).toHaveLength(9);
    expect(store.former).toHaveLength(1);
  });
  await withStore({ ...options, opener: opener(5, 'password', 'p5') }, (store) => {
    expect(store.former).toHaveLength(1);
    return Promise.resolve();
  });
});
