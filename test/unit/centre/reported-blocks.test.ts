import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordReportedBlocks } from '../../../centre/leases/reported-blocks';
import { leaseAnswer } from '../../../electron/core/domain/wire/leases';
import { testCentre, type TestCentre } from '../../fixtures/centre';

let centre: TestCentre;
beforeAll(async () => {
  centre = await testCentre();
});
afterAll(() => centre.close());

const block = (first: number, last: number, year: number) => ({ series: 'agreement' as const, year, first, last });
const entry = (first: number, last: number, year: number, kind = 'block-leased') => ({
  id: randomUUID(),
  subject: `numbers-agreement-${year}-${first}`,
  kind,
  data: { block: block(first, last, year) },
});

const report = (station: string, entries: readonly ReturnType<typeof entry>[]) =>
  centre.db.within({ as: 'service' }, (queries) => recordReportedBlocks(queries, centre.committee, station, entries));

async function recorded(year: number) {
  const ask = (table: string) =>
    centre.db.within({ as: 'service' }, ({ query }) =>
      query(`select station, first, last from ${table} where committee = $1 and year = $2 order by first, last`, [
        centre.committee,
        year,
      ]),
    );
  const short = ({ station, first, last }: Readonly<Record<string, unknown>>) => [station, Number(first), Number(last)];
  return { leases: (await ask('lease')).map(short), clashes: (await ask('reported_clash')).map(short) };
}

describe('blocks that rooms report', () => {
  it('are kept as leases and never leased to another', async () => {
    await report('a', [entry(401, 500, 2024), entry(1, 20, 2024)]);
    expect(await recorded(2024)).toEqual({
      leases: [
        ['a', 1, 20],
        ['a', 401, 500],
      ],
      clashes: [],
    });
    const room = await centre.admit();
    const asked = { series: 'agreement', year: 2024, size: 5, request: 'after-reports' };
    expect((await room.ask('POST', '/v1/leases', leaseAnswer, asked)).block.first).toBe(501);
  });

  it('are noted as a clash and not recorded when they overlap, within one sending too', async () => {
    await report('a', [entry(1, 50, 2025)]);
    await report('b', [entry(50, 60, 2025), entry(70, 80, 2025), entry(75, 90, 2025)]);
    expect(await recorded(2025)).toEqual({
      leases: [
        ['a', 1, 50],
        ['b', 70, 80],
      ],
      clashes: [
        ['b', 50, 60],
        ['b', 75, 90],
      ],
    });
  });

  it('change nothing when the room reports what it was leased here, or the same entry comes again', async () => {
    const room = await centre.admit();
    const asked = { series: 'agreement', year: 2026, size: 20, request: 'first' };
    await room.ask('POST', '/v1/leases', leaseAnswer, asked);
    const clash = entry(15, 30, 2026);
    await report(room.station, [entry(1, 20, 2026)]);
    await report('b', [clash]);
    await report('b', [clash]);
    expect(await recorded(2026)).toEqual({ leases: [[room.station, 1, 20]], clashes: [['b', 15, 30]] });
  });

  it('cannot push a counter to its end: a block above the highest number is a clash', async () => {
    await report('a', [entry(9_999_999, 10_000_000, 2027), entry(2_147_483_640, 2_147_483_647, 2027)]);
    expect((await recorded(2027)).leases).toEqual([]);
    expect((await recorded(2027)).clashes).toHaveLength(2);
  });

  it('are read from number journals alone', async () => {
    const foreign = { ...entry(1, 5, 2028), subject: 'case-1' };
    const broken = { ...entry(1, 5, 2028), data: { block: { series: 'agreement', year: 2028, first: 5, last: 1 } } };
    await report('a', [entry(1, 5, 2028, 'number-taken'), foreign, broken as ReturnType<typeof entry>]);
    expect(await recorded(2028)).toEqual({ leases: [], clashes: [] });
  });

  it('are recorded when a room sends its journal', async () => {
    const room = await centre.admit();
    const data = { block: block(301, 400, 2029) };
    const sent = room.write('numbers-agreement-2029-301', {}, { kind: 'block-leased', data });
    expect(await room.outcomes([sent])).toEqual(['taken']);
    expect((await recorded(2029)).leases).toEqual([[room.station, 301, 400]]);
  });
});
