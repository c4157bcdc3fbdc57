import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sealEntry, type Entry } from '../../electron/core/domain/journal/entry';
import { LIMITS } from '../../electron/core/domain/wire/limits';
import { stationsAnswer } from '../../electron/core/domain/wire/enrolment';
import { feedAnswer } from '../../electron/core/domain/wire/exchange';
import { TestCentre } from './support/test-centre';
import { WireStation } from './support/wire-station';

let centre: TestCentre;
let here: WireStation;
let other: WireStation;

beforeAll(async () => {
  centre = await TestCentre.embedded();
});
afterAll(() => centre.close());
beforeEach(async () => {
  await centre.wipe();
  await centre.committee('here');
  await centre.committee('strangers');
  here = await WireStation.admitted(centre, 'here');
  other = await WireStation.admitted(centre, 'strangers');
});

const answerTo = async (sender: WireStation, entry: unknown) => (await sender.send([entry])).answers[0];
/** What an attacker makes of an entry with a key of his own, or with none. */
const resealed = (entry: Entry, change: Partial<Entry>, station: WireStation = here): Entry => {
  const { id: _id, sig: _sig, v: _v, ...body } = { ...entry, ...change };
  return sealEntry({ ...body, v: 1 }, station.key);
};
async function feedOf(station: WireStation): Promise<readonly string[]> {
  const answer = await station.ask('GET', '/v1/feed?after=0');
  expect(answer.status).toBe(200);
  return feedAnswer.parse(answer.body).entries.map((entry) => entry.id);
}

describe('an entry that was tampered with', () => {
  it('is refused for its hash when its body was changed', async () => {
    const entry = here.write('case-1');
    for (const change of [
      { account: 'other' },
      { data: { set: { facts: '二' } } },
      { newer: 1 },
      { subject: 'case-2' },
    ]) {
      expect(await answerTo(here, { ...entry, ...change })).toMatchObject({ outcome: 'refused', fault: 'hash' });
    }
    expect(await answerTo(here, entry)).toMatchObject({ outcome: 'taken' });
  });

  it('is refused for its signature when somebody else sealed it in the name of this workstation', async () => {
    const entry = here.write('case-1');
    const forged = resealed(entry, { data: { set: { facts: '伪造' } } }, other);
    expect(forged.station).toBe(here.key.station);
    expect(await answerTo(other, forged)).toMatchObject({ outcome: 'refused', fault: 'signature' });
    expect(await answerTo(here, forged)).toMatchObject({ outcome: 'refused', fault: 'signature' });
    expect(await answerTo(here, { ...entry, sig: `${entry.sig.slice(0, 84)}AA` })).toMatchObject({
      outcome: 'refused',
      fault: 'signature',
    });
  });

  it('does not spoil its neighbours, in whatever place it stands', async () => {
    const good = [here.write('case-1'), here.write('case-1'), here.write('case-2')];
    const bad = [null, 7, 'x', [], {}, { id: good[0]?.id }, { ...good[0], sig: 'x' }, { ...good[1], account: 'x' }];
    const mixed = [bad[0], good[0], bad[1], bad[2], good[1], ...bad.slice(3), good[2]];
    const { answers } = await here.send(mixed);
    expect(answers.map(({ outcome }) => outcome)).toEqual(
      mixed.map((one) => (good.includes(one as Entry) ? 'taken' : 'refused')),
    );
    expect((await feedOf(here)).slice().sort()).toEqual(good.map(({ id }) => id).sort());
  });

  it.each([
    ['a counter of nought', { seq: 0 }],
    ['a counter that is no whole number', { seq: 1.5 }],
    ['a counter beyond what a number carries', { seq: 2 ** 60 }],
    ['a stamp that is none', { at: 'now' }],
    ['a version of nought', { v: 0 }],
    ['an empty subject', { subject: '' }],
    ['data that is a list', { data: [] }],
    ['too many foundations', { after: Array.from({ length: 1001 }, () => 'A'.repeat(43)) }],
  ])('is refused for %s', async (_name, change) => {
    const answer = await answerTo(here, { ...here.write('case-1'), ...change });
    expect(answer).toMatchObject({ outcome: 'refused', fault: expect.stringMatching(/malformed|hash/) as unknown });
    expect((await centre.counts())['entry']).toBe(0);
  });

  it('is refused as malformed when its data is nested beyond all measure, and nothing falls over', async () => {
    const deep = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`;
    const text = JSON.stringify({ ...here.write('case-1'), data: 'DEEP' }).replace('"DEEP"', deep);
    const answer = await here.ask('POST', '/v1/entries', Buffer.from(`{"entries":[${text}]}`), {
      'content-type': 'application/json',
    });
    expect([200, 400]).toContain(answer.status);
    if (answer.status === 200) expect(answer.text).toContain('malformed');
  });

  it.each(['../../etc/passwd', "case-1'; drop table entry; --", 'case-1\u0000', 'Case-1', 'case-甲', 'foo-1', 'case'])(
    'is refused for the subject %j',
    async (subject) => {
      expect(await answerTo(here, here.write(subject))).toMatchObject({ outcome: 'refused' });
      expect((await centre.counts())['entry']).toBe(0);
    },
  );
});

describe('an entry that is too large', () => {
  it('is refused alone, and its place in the chain is kept so that the next one goes through', async () => {
    const large = here.write('case-1', { set: { facts: '一'.repeat(LIMITS.entryBytes / 3 + 1) } });
    const next = here.write('case-1');
    const { answers, chain } = await here.send([large, next]);
    expect(answers).toMatchObject([{ outcome: 'refused', fault: 'too-large' }, { outcome: 'taken' }]);
    expect(chain.seq).toBe(2);
  });

  it('is answered with 413 when the whole request is', async () => {
    const body = Buffer.alloc(LIMITS.bodyBytes + 1000, 0x20);
    body.write('{"entries":[1', 0);
    body.write(']}', body.length - 2);
    const answer = await here.ask('POST', '/v1/entries', body, { 'content-type': 'application/json' });
    expect(answer).toMatchObject({ status: 413, body: { fault: 'too-large' } });
  });

  it('is not taken for more entries than one sending may have', async () => {
    const many = Array.from({ length: LIMITS.entries + 1 }, () => ({}));
    expect(await here.ask('POST', '/v1/entries', { entries: many })).toMatchObject({ status: 400 });
  });
});

describe('who may write', () => {
  it('refuses a workstation that nobody admitted, at the session and in the entries that others carry', async () => {
    const nobody = new WireStation(centre);
    await nobody.enrol();
    expect(await nobody.begin()).toMatchObject({ status: 403, body: { fault: 'not-admitted' } });
    const stranger = new WireStation(centre);
    expect(await stranger.begin()).toMatchObject({ status: 403, body: { fault: 'not-admitted' } });
    for (const station of [nobody, stranger]) {
      expect(await answerTo(here, station.write('case-1'))).toMatchObject({
        outcome: 'refused',
        fault: 'unknown-station',
      });
    }
  });

  it('refuses a revoked workstation at its very next request, and its new entries also from others', async () => {
    const old = here.write('case-1');
    expect(await answerTo(here, old)).toMatchObject({ outcome: 'taken' });
    const colleague = await WireStation.admitted(centre, 'here');
    await centre.revoke(here.key.station);
    expect(await here.ask('GET', '/v1/feed?after=0')).toMatchObject({ status: 403, body: { fault: 'revoked' } });
    expect(await here.ask('POST', '/v1/entries', { entries: [old] })).toMatchObject({ status: 403 });
    expect(await here.begin()).toMatchObject({ status: 403, body: { fault: 'revoked' } });
    expect(await answerTo(colleague, here.write('case-1'))).toMatchObject({
      outcome: 'refused',
      fault: 'revoked-station',
    });
    expect(await answerTo(colleague, old)).toMatchObject({ outcome: 'known' });
    expect((await centre.counts())['entry']).toBe(1);
  });

  it('refuses entries replayed into another committee, by the case they belong to', async () => {
    const entry = here.write('case-1');
    await here.send([entry]);
    const answer = await answerTo(other, entry);
    expect(answer?.outcome).not.toBe('taken');
    expect(await feedOf(other)).toEqual([]);
    expect(await answerTo(other, other.write('case-1'))).toMatchObject({ outcome: 'refused', fault: 'not-yours' });
    expect(await feedOf(here)).toEqual([entry.id]);
  });

  it('does not let a stranger found a case with an entry that he was handed', async () => {
    // The author's committee owns the case, whoever brings the entry: and who is no member may not bring it.
    const entry = here.write('case-new');
    expect(await answerTo(other, entry)).toMatchObject({ outcome: 'refused', fault: 'not-yours' });
    expect(await feedOf(other)).toEqual([]);
  });

  it('keeps a private journal for its own workstation', async () => {
    const settings = here.write('room-settings', { set: {} }, 'room-set');
    const colleague = await WireStation.admitted(centre, 'here');
    expect(await answerTo(colleague, settings)).toMatchObject({ outcome: 'refused', fault: 'not-yours' });
    expect(await answerTo(here, settings)).toMatchObject({ outcome: 'taken' });
    expect(await feedOf(here)).toEqual([settings.id]);
    expect(await feedOf(colleague)).toEqual([]);
  });

  it('does not take a session that was signed for another centre, nor a challenge for another workstation', async () => {
    const asked = await here.ask('POST', '/v1/session/challenge', { station: here.key.station });
    const { challenge } = asked.body as { challenge: string };
    const elsewhere = `mediation-room/session/1\n${'A'.repeat(43)}\n${challenge}`;
    const signature = here.key.sign(elsewhere);
    const passedOn = await here.ask('POST', '/v1/session', { station: here.key.station, challenge, signature });
    expect(passedOn.status).toBeGreaterThanOrEqual(400);
    const text = `mediation-room/session/1\n${centre.keys.station}\n${challenge}`;
    const stolen = await other.ask('POST', '/v1/session', {
      station: other.key.station,
      challenge,
      signature: other.key.sign(text),
    });
    expect(stolen.status).toBeGreaterThanOrEqual(400);
  });

  it('does not take a token that was changed, cut or made for somebody else', async () => {
    const { token } = here;
    const spoiled = [
      token.slice(0, -2),
      `${token}A`,
      token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
      'x',
      '',
    ];
    const flipped = Buffer.from(token);
    flipped[Math.floor(flipped.length / 2)] = 0x41;
    for (const one of [...spoiled, flipped.toString('latin1')]) {
      if (one === token) continue;
      const answer = await here.ask('GET', '/v1/feed?after=0', undefined, { authorization: `Bearer ${one}` });
      expect(answer).toMatchObject({ status: 401, body: { fault: 'no-session' } });
    }
  });
});

describe('the chain of a workstation', () => {
  it('holds what stands above a gap, and puts it in its place when the gap is filled', async () => {
    const [one, two, three] = [here.write('case-1'), here.write('case-1'), here.write('case-2')];
    expect((await here.send([one, three])).answers).toMatchObject([{ outcome: 'taken' }, { outcome: 'held' }]);
    expect(await feedOf(here)).toEqual([one.id]);
    expect((await here.send([three])).answers).toMatchObject([{ outcome: 'held' }]);
    const { answers, chain } = await here.send([two]);
    expect(answers).toMatchObject([{ outcome: 'taken' }]);
    expect(chain).toEqual({ seq: 3, id: three.id });
    expect(await feedOf(here)).toEqual([one.id, two.id, three.id]);
  });

  it('notices a fork: the workstation is stopped at once, and nothing of the second chain is in the feed', async () => {
    const one = here.write('case-1');
    const twin = resealed(one, { data: { set: { facts: '克隆' } } });
    await here.send([one]);
    expect(await answerTo(here, twin)).toMatchObject({ outcome: 'refused', fault: 'fork' });
    expect(await here.ask('GET', '/v1/feed?after=0')).toMatchObject({ status: 403, body: { fault: 'forked' } });
    expect(await here.begin()).toMatchObject({ status: 403, body: { fault: 'forked' } });
    const colleague = await WireStation.admitted(centre, 'here');
    expect(await feedOf(colleague)).toEqual([one.id]);
    expect(stationsAnswer.parse((await colleague.ask('GET', '/v1/stations')).body).stations).toContainEqual(
      expect.objectContaining({ station: here.key.station, state: 'forked' }),
    );
  });

  it('notices a fork behind a gap, when an entry stands on another one than the centre has', async () => {
    const one = here.write('case-1');
    await here.send([one]);
    const forked = resealed(here.write('case-1'), { prev: 'B'.repeat(43) });
    expect(await answerTo(here, forked)).toMatchObject({ outcome: 'refused', fault: 'fork' });
  });

  it('is not broken by an authentic entry that may not be here', async () => {
    await other.send([other.write('case-theirs')]);
    const foreign = here.write('case-theirs');
    const next = here.write('case-1');
    const { answers, chain } = await here.send([foreign, next]);
    expect(answers).toMatchObject([{ outcome: 'refused', fault: 'not-yours' }, { outcome: 'taken' }]);
    expect(chain.seq).toBe(2);
  });

  it('cannot be stopped by somebody who only knows the public key', async () => {
    const one = here.write('case-1');
    await here.send([one]);
    const forged = resealed(one, { data: { set: { facts: '陷害' } } }, other);
    await answerTo(other, forged);
    expect(await here.ask('GET', '/v1/feed?after=0')).toMatchObject({ status: 200 });
  });
});
