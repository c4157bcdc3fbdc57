import { describe, expect, it } from 'vitest';
import { newStationKey, stationKey } from '../../../electron/core/crypto/signing-key';
import { statusOf } from '../../../electron/core/sync/status';
import { answer, ASK, newRoom, roomAt } from './rooms';
import { SmallCentre } from './small-centre';

const another = (): ReturnType<typeof stationKey> => stationKey(newStationKey());

describe('enrolment', () => {
  it('shows a code that follows from the keys of both, and keeps it over restarts', async () => {
    const centre = await SmallCentre.start();
    const [a, b] = [await roomAt(centre), await roomAt(centre)];
    const code = a.engine.facts().centre?.code;
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(b.engine.facts().centre?.code).not.toBe(code);
    await a.reopen();
    expect(a.engine.facts().centre?.code).toBe(code);
  });

  it('is asked for again until the administrator admits, and sends nothing before', async () => {
    const centre = await SmallCentre.start();
    centre.state = 'asked';
    const room = await roomAt(centre);
    await room.write('case-one', '甲');
    for (let n = 0; n < 2; n++) {
      expect(await room.engine.once()).toMatchObject({ sent: 0, fault: { kind: 'waiting-for-admission' } });
    }
    expect(centre.entries).toEqual([]);
    centre.state = 'admitted';
    expect(await room.engine.once()).toMatchObject({ sent: 1, fault: null });
    expect(statusOf(room.engine.facts()).state).toBe('up-to-date');
  });

  it('says at once that it was revoked, and goes on when admitted again', async () => {
    const centre = await SmallCentre.start();
    const room = await roomAt(centre);
    await room.engine.once();
    centre.state = 'revoked';
    expect(await room.engine.once()).toMatchObject({ fault: { kind: 'revoked' } });
    await room.reopen();
    expect(statusOf(room.engine.facts())).toMatchObject({ state: 'needs-person', reason: 'revoked' });
    centre.state = 'admitted';
    expect(await room.engine.once()).toMatchObject({ fault: null });
  });

  it('is not given to another centre at the same address', async () => {
    const centre = await SmallCentre.start();
    const room = await roomAt(centre);
    await room.write('case-one', '甲');
    const asked = room.line.count('POST /v1/session');
    centre.key = another();
    expect(await room.engine.once()).toMatchObject({ sent: 0, fault: { kind: 'other-centre' } });
    expect(room.line.seen.slice(-1)).toEqual(['POST /v1/session/challenge']);
    expect(room.line.count('POST /v1/session')).toBe(asked + 1);
    expect(await room.engine.enrol({ ...ASK, url: centre.url })).toEqual({
      ok: false,
      fault: { kind: 'other-centre' },
    });
    expect(statusOf(room.engine.facts())).toMatchObject({ state: 'needs-person', reason: 'other-centre' });
  });

  it('goes to a centre that was set up anew when a person says so, with another code, and all is offered', async () => {
    const centre = await SmallCentre.start();
    const room = await roomAt(centre);
    await room.write('case-one', '甲');
    await room.engine.once();
    const code = room.engine.facts().centre?.code;
    centre.empty();
    centre.key = another();
    expect(await room.engine.enrol({ ...ASK, url: centre.url, replace: true })).toEqual({ ok: true });
    expect(room.engine.facts().centre?.code).not.toBe(code);
    expect(await room.engine.once()).toMatchObject({ sent: 1, fault: null });
  });

  it('begins again under a new identity, and what the old one wrote is offered', async () => {
    const centre = await SmallCentre.start();
    const room = await roomAt(centre);
    await room.write('case-one', '甲');
    await room.store.newIdentity();
    await room.write('case-one', '乙');
    expect(await room.engine.once()).toMatchObject({ sent: 2, fault: null });
    expect(centre.entries).toHaveLength(2);
  });

  it.each([
    ['a sign-in page', answer(200, '<html></html>'), { kind: 'not-the-centre' }],
    ['a web server without it', answer(404, '{"fault":"not-found"}'), { kind: 'not-the-centre' }],
    ['a centre that is busy', answer(429, '{}', { 'retry-after': '9' }), { kind: 'busy', seconds: 9 }],
  ])('changes nothing when the answer is that of %s', async (_, said, fault) => {
    const room = await newRoom();
    room.line.rule = () => Promise.resolve(said);
    expect(await room.engine.enrol({ ...ASK, url: 'http://127.0.0.1:9' })).toEqual({ ok: false, fault });
    expect(room.engine.facts().centre).toBeNull();
    expect(statusOf(room.engine.facts())).toEqual({ state: 'not-set-up' });
  });

  it('refuses an address that would leave this machine unencrypted', async () => {
    const room = await newRoom();
    const outcome = await room.engine.enrol({ ...ASK, url: 'http://centre.example' });
    expect(outcome).toEqual({ ok: false, fault: { kind: 'line', fault: 'not-encrypted' } });
    expect(room.line.seen).toEqual([]);
  });
});
