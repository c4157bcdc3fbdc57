import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { freshFolder } from '../../fixtures/store';
import type { CallName } from './support/failing-files';
import { meetEverywhere, scenesOf, type Trouble } from './support/injections';
import { rememberKeys } from './support/remembered-keys';
import { WORKLOADS } from './support/workloads';

rememberKeys();

const WRITING: readonly CallName[] = [
  'create',
  'append',
  'write',
  'flush',
  'rename',
  'truncate',
  'makeFolder',
  'flushFolder',
];
const ANY: readonly CallName[] = [...WRITING, 'remove', 'read', 'list', 'close'];
const code = (
  name: string,
  when: 'before' | 'after',
  at: readonly CallName[],
  fault: Trouble['fault'] = 'disk-fault',
): Trouble => ({
  name: `${name} ${when === 'before' ? 'instead of' : 'after'} its work`,
  failure: { when, code: name },
  at: new Set(at),
  fault,
});
/** A virus scanner that lets go again. */
const heldFile = (name: string): Trouble => ({ ...code(name, 'before', ['rename']), overcome: 'once' });
const TROUBLES: readonly Trouble[] = [
  code('ENOSPC', 'before', WRITING, 'disk-full'),
  code('ENOSPC', 'after', ['write'], 'disk-full'),
  code('EIO', 'before', ANY),
  code('EIO', 'after', ANY),
  code('EROFS', 'before', ['create', 'append', 'rename', 'remove', 'truncate', 'makeFolder']),
  code('EMFILE', 'before', ['read', 'create', 'append', 'list', 'flushFolder']),
  code('EACCES', 'before', ['read', 'create', 'append', 'remove', 'truncate', 'list', 'makeFolder', 'flushFolder']),
  code('EBUSY', 'before', ['create', 'append', 'remove']),
  code('EPERM', 'before', ['create', 'append', 'remove']),
  ...['EPERM', 'EACCES', 'EBUSY'].map(heldFile),
  {
    name: 'a write that takes half',
    failure: { when: 'short', bytes: 'half' },
    at: new Set(['write']),
    fault: 'disk-full',
    overcome: 'lasting',
  },
  {
    name: 'a write that takes nothing',
    failure: { when: 'short', bytes: 'none' },
    at: new Set(['write']),
    fault: 'disk-full',
  },
];
/** Workloads, and the least number of runs that each makes. */
const LEAST: readonly (readonly [name: string, runs: number])[] = [
  ['commits', 900],
  ['notes and frozen bytes', 1_000],
  ['the header', 1_100],
  ['receiving', 900],
  ['a damaged case', 400],
  ['summaries that are gone', 350],
  ['summaries that are torn', 350],
];

describe('a fault of the disk at any call', () => {
  let total = 0;
  // A rename waits for a virus scanner to let go: not here.
  beforeAll(() => void vi.stubGlobal('setTimeout', (work: () => void) => setImmediate(work)));
  afterAll(() => {
    vi.unstubAllGlobals();
    console.log(`faults of the disk: ${total} runs`);
  });

  it.each(LEAST)(
    'is named, leaves nothing half done, and the store goes on: %s',
    async (name, least) => {
      const folder = await freshFolder();
      let met = 0;
      for (const scene of await scenesOf(folder, (await WORKLOADS[name]?.(folder)) ?? expect.fail(name)))
        for (const trouble of TROUBLES)
          for (const lasting of [false, true]) met += await meetEverywhere(folder, scene, trouble, lasting);
      expect(met).toBeGreaterThanOrEqual(least);
      total += met;
    },
    240_000,
  );
});
