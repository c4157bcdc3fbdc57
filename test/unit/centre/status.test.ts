import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statusAnswer } from '../../../centre/admin/status';
import { needsPerson, wordsOf } from '../../../centre/cli/admin-words';
import { adminOf, TOKEN } from '../../fixtures/centre-admin';
import { fileIn } from '../../fixtures/centre-files';
import { testCentre, type TestCentre } from '../../fixtures/centre';
import { newCase, type CentreStation } from '../../fixtures/centre-station';

let centre: TestCentre;
beforeAll(async () => {
  centre = await testCentre({ adminToken: TOKEN });
});
afterAll(() => centre.close());

const status = async () => statusAnswer.parse((await adminOf(centre.service)('status')).body);
const reporting = (room: CentreStation, first: number, last: number) =>
  room.write(
    `numbers-agreement-2024-${first}`,
    {},
    {
      kind: 'block-leased',
      data: { block: { series: 'agreement', year: 2024, first, last } },
    },
  );

describe('the status of the centre', () => {
  it('counts workstations, cases and entries of each organisation', async () => {
    const room = await centre.admit();
    await room.send([...room.writeMany(newCase(), 2), ...room.writeMany(newCase(), 1)]);
    const its = (await status()).organisations.find(({ id }) => id === centre.committee);
    expect(its).toMatchObject({ stations: 1, cases: 2, head: 3 });
  });

  it('shows gaps, copied identities, number clashes and files that are not whole, and asks for a person', async () => {
    const [gap, copied, one, two] = await Promise.all(['缺号', '复制', '甲', '乙'].map((name) => centre.admit(name)));
    if (!gap || !copied || !one || !two) throw new Error('no rooms');
    await gap.send(gap.writeMany(newCase(), 3).slice(1));
    const copy = copied.copy();
    await copied.send(copied.writeMany(newCase(), 1));
    await copy.send(copy.writeMany(newCase(), 1));
    await one.send([reporting(one, 401, 500)]);
    await two.send([reporting(two, 450, 550)]);
    const subject = newCase();
    const { sha256 } = await fileIn(one, subject, randomBytes(700));
    const found = await status();
    expect(found.gaps).toContainEqual({ station: gap.station, room: '缺号', entries: 2, from: 2 });
    expect(found.forks).toContainEqual({ station: copied.station, room: '复制', entries: 1 });
    expect(found.numberClashes).toContainEqual({
      committee: centre.committee,
      station: two.station,
      room: '乙',
      series: 'agreement',
      year: 2024,
      first: 450,
      last: 550,
      with: [{ first: 401, last: 500, station: one.station }],
    });
    expect(found.filesNotWhole.first).toContainEqual({ sha256, subject, pieces: 1, have: 0 });
    expect(needsPerson('status', found)).toBe(true);
    const words = wordsOf('status', found);
    for (const word of ['450–550', '号段冲突', 'number clashes', '复制', subject]) expect(words).toContain(word);
  });
});
