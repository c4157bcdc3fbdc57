import { describe, expect, it } from 'vitest';
import { ENTRY_FAULTS } from '../../../electron/core/domain/wire/refusals';
import type { SyncFault } from '../../../electron/core/sync/sync-facts';
import { entryWords, faultWords, personWords } from '../../../electron/core/sync/words';

const LINES = [
  'name-not-found',
  'refused',
  'unreachable',
  'silent',
  'cut',
  'tls-expired',
  'tls-wrong-host',
  'tls-unknown-issuer',
  'tls',
  'too-large',
  'bad-address',
  'not-encrypted',
  'stopped',
] as const;
const REASONS = [
  'waiting-for-admission',
  'revoked',
  'forked',
  'other-centre',
  'refused-entries',
  'clock',
  'disk',
] as const;
const faults: readonly SyncFault[] = [
  ...LINES.map((fault) => ({ kind: 'line', fault }) as const),
  { kind: 'not-the-centre' },
  { kind: 'busy', seconds: 42 },
  { kind: 'centre-fault', status: 502 },
  { kind: 'broken-answer' },
  { kind: 'program', name: 'TypeError' },
  { kind: 'waiting-for-admission' },
  { kind: 'revoked' },
  { kind: 'forked' },
  { kind: 'other-centre' },
  { kind: 'disk', fault: 'disk-full' },
];

describe('every fault has words', () => {
  it.each(faults)('in both languages that say what is safe: %o', (fault) => {
    const { zh, en } = faultWords(fault);
    expect(zh).toMatch(/[\u4e00-\u9fff]{4}/);
    expect(zh).toMatch(/没有|完好|仍在|照常|不会/);
    expect(en).toMatch(/safe|nothing|Nothing|kept|still here|goes on|no case data/);
  });

  it('of their own', () => {
    const all = [...faults.map((fault) => faultWords(fault).zh), ...ENTRY_FAULTS.map((fault) => entryWords(fault).zh)];
    expect(new Set(all).size).toBe(all.length);
    expect(REASONS.map((reason) => personWords(reason).code)).toEqual(REASONS);
  });

  it('also where everything here was wiped by the centre', () => {
    const { zh, en } = faultWords({ kind: 'wiped' });
    expect(zh).toContain('仍在中心');
    expect(en).toContain('is at the centre');
  });

  it('that name the number they speak of', () => {
    expect(faultWords({ kind: 'busy', seconds: 42 }).zh).toContain('42');
    expect(faultWords({ kind: 'centre-fault', status: 502 }).en).toContain('502');
  });

  it('and a refused entry is said to be kept', () => {
    for (const fault of ENTRY_FAULTS) expect(entryWords(fault).en).toContain('kept here');
  });
});
