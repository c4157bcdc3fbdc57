import { describe, expect, it } from 'vitest';
import { draft, freshFolder, optionsFor, storeWith, withStore } from '../../fixtures/store';

const newer = (_subject: string, entries: readonly unknown[]): unknown => ({ version: 2, count: entries.length });
const isNewer = (_subject: string, summary: unknown): boolean =>
  typeof summary === 'object' && summary !== null && 'version' in summary;

describe('summaries of another version', () => {
  it('are made anew from their journals at opening, and stay so after the next save', async () => {
    const folder = await freshFolder();
    await storeWith(folder, [[draft('case-a', '1'), draft('case-b', '1')], [draft('case-a', '2')]]);
    const options = { ...optionsFor(folder), summarise: newer, fits: isNewer };
    await withStore(options, async (store) => {
      expect(Object.fromEntries(store.summaries())).toEqual({
        'case-a': { version: 2, count: 2 },
        'case-b': { version: 2, count: 1 },
      });
      await store.commit([draft('case-b', '2')]);
    });
    // Nothing has to be made anew the second time: what was stated is on disk.
    const refuse = (): never => {
      throw new Error('a summary was made again');
    };
    await withStore({ ...options, summarise: refuse }, (store) => {
      expect(Object.fromEntries(store.summaries())).toEqual({
        'case-a': { version: 2, count: 2 },
        'case-b': { version: 2, count: 2 },
      });
      return Promise.resolve();
    });
  });
});
