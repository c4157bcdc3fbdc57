import { describe, expect, it } from 'vitest';
import {
  entryFault,
  entrySchema,
  sealEntry,
  type Entry,
  type EntryBody,
} from '../../../../electron/core/domain/journal/entry';
import { nextStamp } from '../../../../electron/core/domain/journal/hybrid-clock';
import { newStationKey, stationKey, stationVerifier } from '../../../../electron/core/crypto/signing-key';
import { MORNING } from '../../../fixtures/entries';

const key = stationKey(newStationKey());
const other = stationKey(newStationKey());
const body: EntryBody = {
  v: 1,
  subject: 'case-1',
  kind: 'case-set',
  data: { set: { facts: '逾期未还。', claims: ['分期'] } },
  account: 'chen',
  station: key.station,
  at: nextStamp(MORNING, []),
  after: [key.hash('b'), key.hash('a')],
  seq: 7,
  prev: key.hash('p'),
};
const entry = sealEntry(body, key);
const fault = (changed: unknown) => entryFault(changed, stationVerifier);
/** An entry whose id fits its content, signed by whoever. */
const resealed = (changed: Partial<Entry>, by = key): unknown => {
  const { id: _id, sig: _sig, ...rest } = { ...entry, ...changed };
  return sealEntry(rest as unknown as EntryBody, by);
};

/** Every text that differs from `text` in one character, from the same alphabet. */
function* neighbours(text: string): Generator<string> {
  for (let at = 0; at < text.length; at++) {
    for (const letter of 'AQgw_-09azBE') {
      if (text[at] !== letter) yield text.slice(0, at) + letter + text.slice(at + 1);
    }
    yield text.slice(0, at) + text.slice(at + 1);
  }
  yield `${text}=`;
  yield `${text}A`;
}

describe('an entry', () => {
  it('holds as it was made, also after a journey through JSON and with other key order', () => {
    expect(fault(entry)).toBeNull();
    expect(fault(JSON.parse(JSON.stringify(entry)))).toBeNull();
    expect(fault(Object.fromEntries(Object.entries(entry).reverse()))).toBeNull();
    expect(entry.after).toEqual([...body.after].sort());
  });

  it('is at fault when any character of any field is changed, by name', () => {
    let tried = 0;
    for (const field of ['id', 'subject', 'kind', 'account', 'station', 'at', 'prev', 'sig'] as const) {
      for (const text of neighbours(String(entry[field]))) {
        const found = fault({ ...entry, [field]: text });
        expect(['malformed', 'hash', 'signature'], `${field} ${text}`).toContain(found);
        if (field === 'sig') expect(['malformed', 'signature']).toContain(found);
        else if (field === 'subject') expect(found).toBe('hash');
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(3_000);
  });

  it('is at fault when a number, a link, the data or an unknown field is changed', () => {
    const { prev: _prev, ...without } = entry;
    const changes: readonly unknown[] = [
      { ...entry, v: 2 },
      { ...entry, seq: 8 },
      { ...entry, prev: null },
      { ...entry, after: [] },
      { ...entry, after: [...entry.after].reverse() },
      { ...entry, data: {} },
      { ...entry, data: { set: { facts: '逾期未还', claims: ['分期'] } } },
      { ...entry, data: { ...entry.data, more: null } },
      { ...entry, newer: 1 },
    ];
    for (const changed of changes) expect(fault(changed)).toBe('hash');
    expect(fault(without)).toBe('malformed');
  });

  it('is at fault when another workstation signed it, or its name was put over it', () => {
    const { id, sig, ...rest } = entry;
    expect(fault({ ...rest, id, sig: other.sign(id) })).toBe('signature');
    expect(fault(resealed({}, other))).toBe('signature');
    expect(fault(resealed({ station: other.station }))).toBe('signature');
    expect(fault(resealed({ station: other.station }, other))).toBeNull();
    expect(fault({ ...entry, station: other.station, sig })).toBe('hash');
  });

  it('keeps fields of a newer format under its hash', () => {
    const newer = resealed({ v: 2, witness: { name: '林砚' } });
    expect(fault(newer)).toBeNull();
    expect(fault({ ...(newer as Entry), witness: { name: '林岩' } })).toBe('hash');
    expect(entrySchema.parse(newer)).toEqual(newer);
  });

  it('keeps members with odd names', () => {
    const data = JSON.parse('{"set":{"__proto__":{"side":"applicant"},"constructor":1}}') as Record<string, unknown>;
    const odd = resealed({ data });
    expect(fault(odd)).toBeNull();
    expect(fault(JSON.parse(JSON.stringify(entrySchema.parse(odd))))).toBeNull();
    expect(fault({ ...(odd as Entry), data: { set: { constructor: 1 } } })).toBe('hash');
  });

  it('is malformed, and never a crash, when its shape is wrong or beyond JSON', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const shapes: readonly unknown[] = [
      null,
      undefined,
      3,
      'x',
      [],
      {},
      { ...entry, data: null },
      { ...entry, data: [] },
      { ...entry, data: { set: { amountFen: Infinity } } },
      { ...entry, data: { set: JSON.parse(deep) as unknown } },
      { ...entry, newer: JSON.parse(deep) as unknown },
      { ...entry, newer: Infinity },
      { ...entry, at: 'now' },
      { ...entry, seq: 0 },
      { ...entry, seq: 1.5 },
      { ...entry, subject: '' },
      { ...entry, after: Array.from({ length: 1_001 }, () => entry.id) },
      { ...entry, sig: entry.sig.slice(1) },
    ];
    for (const shape of shapes) expect(fault(shape)).toBe('malformed');
  });
});
