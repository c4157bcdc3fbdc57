import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { diagnosticsText } from '../../../electron/core/room/diagnostics';
import { loadSampleCases } from '../../../electron/core/room/sample-cases';
import { testRoom } from '../../fixtures/room';

const samples = path.resolve(import.meta.dirname, '../../../assets/samples');

const facts = {
  at: '2026-11-24T01:02:03.000Z',
  version: '0.1.0',
  system: ['linux x64', 'node 20.20.2'],
  freeBytes: 5 * 1024 ** 3,
  faults: ['2026-11-24T01:00:00.000Z cases.open: TypeError main.cjs:1:2'],
};

/** Every text in the values of a file that could stand for a person or a case. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

it('diagnostics count and name no value of any sample case, nor of the room or its people', async () => {
  const { room, end } = await testRoom();
  try {
    await loadSampleCases(room, samples);
    const text = diagnosticsText(room, facts);
    expect(text).toContain(`${room.caseCount} cases, 0 without summary`);
    expect(text).toContain('5120 MB');
    expect(text).toContain('cases.open: TypeError main.cjs:1:2');
    const values = readdirSync(samples)
      .filter((name) => name.endsWith('.json'))
      .map((name) => path.join(samples, name))
      .flatMap((file) => textsOf(JSON.parse(readFileSync(file, 'utf8'))));
    const personal = [...values, room.profile.operator].filter((value) => /[^\x20-\x7e]|\d{5}/.test(value));
    expect(personal.length).toBeGreaterThan(100);
    for (const value of personal) expect(text).not.toContain(value);
  } finally {
    await end();
  }
});

it('diagnostics can be made while no store is open', () => {
  expect(diagnosticsText(null, { ...facts, freeBytes: null })).toContain('not open');
});
