import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stationVerifier } from '../../../electron/core/crypto/signing-key';
import { rulesAnswer, rulesText } from '../../../electron/core/domain/wire/rules';
import { adminOf, TOKEN } from '../../fixtures/centre-admin';
import { testCentre, type TestCentre } from '../../fixtures/centre';

let centre: TestCentre;
beforeAll(async () => {
  centre = await testCentre({ adminToken: TOKEN });
});
afterAll(() => centre.close());

const holidays = [{ year: 2027, holidays: ['2027-01-01'], workdays: [] }];
/** Versions rise over all tests of this process: the table is one. */
const draft = (version: number) => ({ version, madeOn: '2026-11-24', data: { holidays, later: { kept: [1, '二'] } } });

describe('rules as data', () => {
  it('reach rooms with a signature by the centre over every field, unknown parts included', async () => {
    const admin = adminOf(centre.service);
    const room = await centre.admit();
    expect(await admin('rules-publish', draft(101))).toMatchObject({ status: 200 });
    const { package: got } = await room.ask('GET', '/v1/rules?have=100', rulesAnswer);
    if (!got) throw new Error('no package');
    const { centre: key } = await room.challenge();
    expect(got.data).toEqual(draft(101).data);
    expect(stationVerifier.verify(key, rulesText(got), got.signature)).toBe(true);
    expect(stationVerifier.verify(key, rulesText({ ...got, version: 102 }), got.signature)).toBe(false);
  });

  it('are not given again to who has them', async () => {
    const room = await centre.admit();
    await adminOf(centre.service)('rules-publish', draft(110));
    expect((await room.ask('GET', '/v1/rules?have=110', rulesAnswer)).package).toBeNull();
    expect((await room.ask('GET', '/v1/rules', rulesAnswer)).package?.version).toBe(110);
    await expect(room.ask('GET', '/v1/rules?have=x', rulesAnswer)).rejects.toMatchObject({
      status: 400,
      field: 'have',
    });
  });

  it('refuse a version that is not higher, and a file that is no package', async () => {
    const admin = adminOf(centre.service);
    await admin('rules-publish', draft(120));
    expect(await admin('rules-publish', draft(120))).toMatchObject({
      status: 409,
      body: { code: 'version-not-higher' },
    });
    expect(await admin('rules-publish', draft(119))).toMatchObject({
      status: 409,
      body: { code: 'version-not-higher' },
    });
    const broken = { ...draft(121), data: { holidays: [{ year: 2027, holidays: ['soon'], workdays: [] }] } };
    expect(await admin('rules-publish', broken)).toMatchObject({ status: 409, body: { code: 'wrong-input' } });
    expect(await admin('rules-publish', { ...draft(121), signature: 'x' })).toMatchObject({ status: 409 });
    expect(await admin('rules', {})).toMatchObject({ body: { package: { version: 120 } } });
  });
});
