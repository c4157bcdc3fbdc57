import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrolmentAnswer, enrolmentText, codeText, shortCode } from '../../../electron/core/domain/wire/enrolment';
import { stationVerifier } from '../../../electron/core/crypto/signing-key';
import { wipeText } from '../../../electron/core/domain/wire/wipe';
import { adminOf, TOKEN } from '../../fixtures/centre-admin';
import { testCentre, type TestCentre } from '../../fixtures/centre';
import { newCase, type CentreStation } from '../../fixtures/centre-station';

let centre: TestCentre;
let admin: ReturnType<typeof adminOf>;
beforeAll(async () => {
  centre = await testCentre({ adminToken: TOKEN });
  admin = adminOf(centre.service);
});
afterAll(() => centre.close());

/** Asks for admission; gives the code that the workstation shows. */
async function enrol(station: CentreStation, room = '调解室三'): Promise<string> {
  const request = { station: station.station, box: station.box, room, organisation: '泉州调委会' };
  const signature = station.key.sign(enrolmentText(request));
  const answer = await station.ask('POST', '/v1/enrolment', enrolmentAnswer, { ...request, signature }, false);
  return shortCode(
    createHash('sha256')
      .update(codeText({ ...answer, ...request }), 'utf8')
      .digest(),
  );
}

type Rows = { readonly stations: readonly Readonly<Record<string, unknown>>[] };
const rowOf = async (operation: string, station: CentreStation) =>
  ((await admin(operation)).body as Rows).stations.find((row) => row['station'] === station.station);

describe('a lost workstation', () => {
  it('gets the order to wipe in answer to its own request, signed by the centre, and no other does', async () => {
    const [lost, other] = [centre.stranger(), centre.stranger()];
    for (const station of [lost, other]) {
      await enrol(station);
      await admin('admit', { station: station.station, organisation: centre.committee });
    }
    expect(await admin('revoke', { station: lost.station, wipe: true })).toMatchObject({ status: 200 });
    expect(await admin('revoke', { station: other.station })).toMatchObject({ status: 200 });
    const answerOf = async (one: CentreStation) => {
      const request = { station: one.station, box: one.box, room: '调解室三', organisation: '泉州调委会' };
      const signature = one.key.sign(enrolmentText(request));
      return one.ask('POST', '/v1/enrolment', enrolmentAnswer, { ...request, signature }, false);
    };
    const { wipe, centre: key } = await answerOf(lost);
    expect(wipe && stationVerifier.verify(key, wipeText(lost.station, wipe.order), wipe.signature)).toBe(true);
    expect(wipe && stationVerifier.verify(key, wipeText(other.station, wipe.order), wipe.signature)).toBe(false);
    expect((await answerOf(other)).wipe).toBeUndefined();
    await admin('admit', { station: lost.station, organisation: centre.committee });
    expect((await answerOf(lost)).wipe).toBeUndefined();
  });
});

describe('the administration', () => {
  it('is not there for others: wrong token, none, another machine, a proxy, a centre without a token', async () => {
    const ask = async (over: object, headers: Record<string, string> = { authorization: `Bearer ${TOKEN}` }) =>
      (await centre.service.inject({ method: 'POST', url: '/admin/v1/status', headers, payload: {}, ...over }))
        .statusCode;
    expect(await ask({})).toBe(200);
    expect(await ask({}, { authorization: `Bearer ${TOKEN}x` })).toBe(404);
    expect(await ask({}, {})).toBe(404);
    expect(await ask({ remoteAddress: '192.168.1.7' })).toBe(404);
    expect(await ask({}, { authorization: `Bearer ${TOKEN}`, 'x-forwarded-for': '127.0.0.1' })).toBe(404);
    expect(await ask({ url: '/admin/v1/constructor' })).toBe(404);
    const without = await testCentre();
    expect((await adminOf(without.service)('status')).status).toBe(404);
    await without.close();
  });

  it('shows who asks, with the code that the workstation shows, and admits by that code', async () => {
    const station = centre.stranger();
    const code = await enrol(station);
    expect(await rowOf('pending', station)).toMatchObject({ code, state: 'asked', askedOrganisation: '泉州调委会' });
    const input = { station: code.toLowerCase().replaceAll('-', ''), organisation: centre.committee, room: '调解室五' };
    expect(await admin('admit', input)).toMatchObject({ status: 200, body: { state: 'admitted', room: '调解室五' } });
    expect(await rowOf('pending', station)).toBeUndefined();
    expect((await station.signIn()).chain.seq).toBe(0);
  });

  it('refuses a code that nobody has, an organisation that is none, and moving to another organisation', async () => {
    const station = centre.stranger();
    const code = await enrol(station);
    const organisation = centre.committee;
    expect(await admin('admit', { station: 'AAAA-AAAA-AAAA', organisation })).toMatchObject({
      status: 409,
      body: { code: 'no-such-station' },
    });
    expect(await admin('admit', { station: code, organisation: 'nowhere' })).toMatchObject({
      body: { code: 'no-such-organisation' },
    });
    await admin('admit', { station: code, organisation });
    expect(await admin('admit', { station: code, organisation: centre.institution })).toMatchObject({
      body: { code: 'other-organisation' },
    });
    expect(await admin('admit', { station: code, organisation, room: '新名' })).toMatchObject({
      body: { room: '新名' },
    });
  });

  it('revokes at once, remembering how far the chain had come, and admits again', async () => {
    const station = await centre.admit();
    await station.send(station.writeMany(newCase(), 3));
    expect(await admin('revoke', { station: station.station })).toMatchObject({ body: { state: 'revoked' } });
    await expect(station.feed()).rejects.toMatchObject({ status: 403, fault: 'revoked' });
    const [event] = await centre.db.within({ as: 'admin' }, ({ query }) =>
      query("select up_to from station_event where station = $1 and event = 'revoked'", [station.station]),
    );
    expect(Number(event?.['up_to'])).toBe(3);
    await admin('admit', { station: station.station, organisation: centre.committee });
    expect((await station.feed()).entries).toHaveLength(3);
  });

  it('adds organisations by the rules of who stands under whom', async () => {
    const id = `new-${centre.committee.slice(-8)}`;
    const add = (input: object) => admin('organisation-add', { name: '新机构', ...input });
    expect(await add({ id, kind: 'committee' })).toMatchObject({ status: 200, body: { committee: null } });
    expect(await add({ id, kind: 'committee' })).toMatchObject({ status: 409, body: { code: 'id-taken' } });
    expect(await add({ id: `${id}-2`, kind: 'institution' })).toMatchObject({ body: { code: 'committee-needed' } });
    expect(await add({ id: `${id}-2`, kind: 'committee', committee: id })).toMatchObject({
      body: { code: 'committee-alone' },
    });
    expect(await add({ id: `${id}-2`, kind: 'mediator', committee: centre.institution })).toMatchObject({
      body: { code: 'no-such-committee' },
    });
    expect(await add({ id: `${id}-2`, kind: 'mediator', committee: id })).toMatchObject({ status: 200 });
    expect(await add({ id: 'Not An Id', kind: 'committee' })).toMatchObject({ body: { code: 'wrong-input' } });
  });

  it('gives and withdraws access to a case, at the next request', async () => {
    const [room, bank] = [await centre.admit(), await centre.admit('柜台', centre.institution)];
    const subject = newCase();
    await room.send(room.writeMany(subject, 2));
    const access = { case: subject, organisation: centre.institution };
    expect(await admin('grant', access)).toMatchObject({ status: 200, body: { entries: 2 } });
    expect((await bank.feed()).entries.map((entry) => entry.subject)).toEqual([subject, subject]);
    expect(await admin('withdraw', access)).toMatchObject({ status: 200 });
    expect((await bank.feed()).entries).toEqual([]);
    expect(await admin('grant', { ...access, case: newCase() })).toMatchObject({ body: { code: 'no-such-case' } });
  });

  it('releases what waits behind a gap, and says so when nothing waits', async () => {
    const [room, lost] = [await centre.admit(), await centre.admit('调解室六')];
    const subject = newCase();
    const entries = lost.writeMany(subject, 4);
    await lost.send(entries.slice(0, 1));
    await lost.send(entries.slice(2));
    expect(await admin('status')).toMatchObject({ status: 200 });
    expect(await admin('release', { station: lost.station })).toMatchObject({ body: { entries: 2, left: 0 } });
    expect((await room.subject(subject)).map(({ id }) => id).sort()).toEqual(
      [entries[0], entries[2], entries[3]].map((entry) => entry?.id ?? '').sort(),
    );
    expect(await admin('release', { station: lost.station })).toMatchObject({
      status: 409,
      body: { code: 'nothing-held' },
    });
  });

  it('sets where numbers begin, above all that are spoken for', async () => {
    const start = (first: number, committee = centre.committee) =>
      admin('numbers-start', { committee, series: 'letter', year: 2024, first });
    expect(await start(402)).toMatchObject({ status: 200, body: { next: 402 } });
    expect(await start(402)).toMatchObject({ status: 200, body: { next: 402 } });
    expect(await start(401)).toMatchObject({ status: 409, body: { code: 'numbers-used' } });
    expect(await start(500)).toMatchObject({ status: 200, body: { next: 500 } });
    expect(await start(1, centre.institution)).toMatchObject({ body: { code: 'no-such-committee' } });
  });

  it('begins a new epoch that rooms see in the next answer', async () => {
    const room = await centre.admit();
    const before = await room.feed();
    const { body } = await admin('epoch-new', { why: '演练' });
    expect(body).toMatchObject({ why: '演练' });
    expect((await room.feed()).epoch).not.toBe(before.epoch);
    expect(await admin('epoch-new', {})).toMatchObject({ body: { code: 'wrong-input' } });
  });
});
