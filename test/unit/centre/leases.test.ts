import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leaseAnswer } from '../../../electron/core/domain/wire/leases';
import { testCentre, type TestCentre } from '../../fixtures/centre';
import type { CentreStation } from '../../fixtures/centre-station';

let centre: TestCentre;
let room: CentreStation;
beforeAll(async () => {
  centre = await testCentre();
  room = await centre.admit('调解室三');
});
afterAll(() => centre.close());

let requests = 0;
async function lease(of: CentreStation, year: number, size: number, request = `request-${(requests += 1)}`) {
  const { block } = await of.ask('POST', '/v1/leases', leaseAnswer, { series: 'agreement', year, size, request });
  return [block.first, block.last];
}

describe('leases of official numbers', () => {
  it('begin at 1, follow each other and never overlap, whichever room of the committee asks', async () => {
    const bank = await centre.admit('柜台', centre.institution);
    expect(await lease(room, 2024, 50)).toEqual([1, 50]);
    expect(await lease(bank, 2024, 10)).toEqual([51, 60]);
    expect(await lease(room, 2024, 1)).toEqual([61, 61]);
  });

  it('give the same block for the same request, also when it comes twenty times at once', async () => {
    const blocks = await Promise.all(Array.from({ length: 20 }, () => lease(room, 2025, 100, 'only-once')));
    expect(new Set(blocks.map(String))).toEqual(new Set(['1,100']));
    expect(await lease(room, 2025, 100)).toEqual([101, 200]);
  });

  it('do not overlap when many rooms ask at once', async () => {
    const rooms = await Promise.all(Array.from({ length: 4 }, (_, n) => centre.admit(`调解室${n}`)));
    const blocks = await Promise.all([...rooms, ...rooms, ...rooms].map((one) => lease(one, 2026, 7)));
    const numbers = blocks.flatMap(([first = 0, last = 0]) =>
      Array.from({ length: last - first + 1 }, (_, n) => first + n),
    );
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 84 }, (_, n) => n + 1));
  });

  it('count each series, each year and each committee apart', async () => {
    const elsewhere = await centre.admit('别处', await centre.organisation('committee'));
    const letter = { series: 'letter', year: 2027, size: 5, request: 'letters' };
    await lease(room, 2027, 30);
    expect((await room.ask('POST', '/v1/leases', leaseAnswer, letter)).block.first).toBe(1);
    expect(await lease(elsewhere, 2027, 5)).toEqual([1, 5]);
    expect(await lease(room, 2028, 5)).toEqual([1, 5]);
  });

  it('refuse a request name that was answered with another year, and one at the end of the counter', async () => {
    await lease(room, 2029, 5, 'taken-name');
    await expect(lease(room, 2030, 5, 'taken-name')).rejects.toMatchObject({ status: 400, field: 'request' });
    await centre.db.within({ as: 'service' }, ({ query }) =>
      query("insert into lease (committee, series, year, first, last) values ($1, 'agreement', 2031, 1, 9999990)", [
        centre.committee,
      ]),
    );
    await expect(lease(room, 2031, 10)).rejects.toMatchObject({ status: 409, fault: 'no-numbers' });
    expect(await lease(room, 2031, 9)).toEqual([9_999_991, 9_999_999]);
  });

  it('refuse what breaks the schema, naming the field', async () => {
    await expect(lease(room, 2032, 501)).rejects.toMatchObject({ status: 400, fault: 'bad-request', field: 'size' });
    await expect(lease(room, 2032, 5, "x'; drop table lease")).rejects.toMatchObject({ status: 400, field: 'request' });
  });
});
