import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENTRY_FAULTS } from '../../../electron/core/domain/wire/refusals';
import { statusOf } from '../../../electron/core/sync/status';
import type { SyncFacts, SyncFault } from '../../../electron/core/sync/sync-facts';

const count = fc.nat(5);
const counts = fc.record({ entries: count, files: count });
const none = { entries: 0, files: 0 };
const FAULTS: readonly SyncFault[] = [
  { kind: 'line', fault: 'refused' },
  { kind: 'not-the-centre' },
  { kind: 'busy', seconds: 5 },
  { kind: 'centre-fault', status: 500 },
  { kind: 'waiting-for-admission' },
  { kind: 'revoked' },
  { kind: 'forked' },
  { kind: 'other-centre' },
  { kind: 'disk', fault: 'disk-full' },
  { kind: 'broken-answer' },
  { kind: 'program', name: 'TypeError' },
];

const anyFacts: fc.Arbitrary<SyncFacts> = fc.record({
  now: fc.constant(1000),
  centre: fc.option(
    fc.record({
      url: fc.constant('https://centre.example'),
      code: fc.constant('K7QF-29MD-XW3H'),
      state: fc.constantFrom('admitted', 'admitted', 'asked', 'revoked', 'forked'),
    }),
  ),
  running: fc.boolean(),
  connected: fc.boolean(),
  toSend: counts,
  sent: counts,
  toReceive: counts,
  received: counts,
  refused: fc.array(
    fc.record({
      id: fc.constant('x'),
      subject: fc.constant('case-1'),
      kind: fc.constant('case-set'),
      fault: fc.constantFrom(...ENTRY_FAULTS),
      at: count,
    }),
    { maxLength: 1 },
  ),
  proof: fc.option(fc.record({ centreAt: count, hereAt: count, seq: count, readAll: fc.boolean() })),
  ownSeq: count,
  awaited: count,
  clock: fc.option(fc.record({ here: count, centre: count })),
  fault: fc.option(fc.constantFrom(...FAULTS)),
});

const settled: SyncFacts = {
  now: 1000,
  centre: { url: 'https://centre.example', code: 'K7QF-29MD-XW3H', state: 'admitted' },
  running: false,
  connected: true,
  toSend: none,
  sent: none,
  toReceive: none,
  received: none,
  refused: [],
  proof: { centreAt: 990, hereAt: 995, seq: 7, readAll: true },
  ownSeq: 7,
  awaited: 0,
  clock: null,
  fault: null,
};

describe('up to date', () => {
  it('is said on the whole word of the centre only', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        if (statusOf(facts).state !== 'up-to-date') return;
        expect(facts.centre?.state).toBe('admitted');
        expect(facts.fault).toBeNull();
        expect(facts.proof?.readAll).toBe(true);
        expect(facts.proof?.seq).toBeGreaterThanOrEqual(facts.ownSeq);
        expect(facts.toSend.entries).toBeLessThanOrEqual(facts.sent.entries);
        expect(facts.toSend.files).toBeLessThanOrEqual(facts.sent.files);
        expect(facts.toReceive.files).toBeLessThanOrEqual(facts.received.files);
        expect(facts.refused).toEqual([]);
        expect(facts.clock).toBeNull();
      }),
      { numRuns: 5_000 },
    );
  });

  it('is said with the time of the word', () => {
    expect(statusOf(settled)).toEqual({ state: 'up-to-date', at: 995 });
  });

  it.each([
    ['an entry was written since', { ownSeq: 8, toSend: { entries: 1, files: 0 } }, 'connecting'],
    ['a file waits to be sent', { toSend: { entries: 0, files: 1 } }, 'connecting'],
    ['a file waits to be fetched', { toReceive: { entries: 0, files: 1 } }, 'connecting'],
    ['something was left to read', { proof: { ...settled.proof, readAll: false } }, 'connecting'],
    ['there was no word yet', { proof: null }, 'connecting'],
    ['something failed since', { fault: { kind: 'line', fault: 'cut' } }, 'offline'],
    ['the clocks differ', { clock: { here: 0, centre: 400_000 } }, 'needs-person'],
  ] as const)('is not said when %s', (_, change, state) => {
    expect(statusOf({ ...settled, ...change } as SyncFacts).state).toBe(state);
  });

  it('does not wait for files that the centre does not have either', () => {
    expect(statusOf({ ...settled, awaited: 3 }).state).toBe('up-to-date');
  });
});

it('is total, and never negative', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const status = statusOf(facts);
      if ('waiting' in status) expect(status.waiting).toBeGreaterThanOrEqual(0);
      if (facts.centre === null && facts.fault?.kind !== 'disk') expect(status).toEqual({ state: 'not-set-up' });
    }),
    { numRuns: 2_000 },
  );
});

it('tells how far an exchange is', () => {
  const running = { ...settled, running: true, ownSeq: 20, toSend: { entries: 13, files: 2 } };
  expect(statusOf({ ...running, sent: { entries: 5, files: 0 } })).toEqual({
    state: 'exchanging',
    direction: 'sending',
    done: 5,
    total: 15,
  });
  expect(statusOf({ ...running, connected: false })).toEqual({ state: 'connecting', waiting: 15 });
  expect(
    statusOf({ ...settled, running: true, toReceive: { entries: 9, files: 1 }, received: { entries: 4, files: 0 } }),
  ).toEqual({ state: 'exchanging', direction: 'receiving', done: 4, total: 10 });
});

it('names what a person has to see to before what mends itself', () => {
  const fault = { kind: 'line', fault: 'refused' } as const;
  expect(
    statusOf({ ...settled, centre: { ...settled.centre, state: 'revoked' } as SyncFacts['centre'], fault }),
  ).toMatchObject({
    state: 'needs-person',
    reason: 'revoked',
  });
  expect(statusOf({ ...settled, centre: null, fault: { kind: 'disk', fault: 'damaged' } })).toMatchObject({
    reason: 'disk',
  });
});
