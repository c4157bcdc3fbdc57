import { onTestFinished, describe, expect, test } from 'vitest';
import { AccessError } from '../../../electron/core/access/access-error';
import { Room } from '../../../electron/core/room/room';
import { codes, must, testRoom } from '../../fixtures/room';
import { FOUNDER, PASSWORD, PERSON, signedInRoom, type SignedInRoom } from '../../fixtures/signed-in';

const WRONG = 'something else 1';
const SECOND = 1000;
const HOUR = 3_600_000;

async function opened(...args: Parameters<typeof signedInRoom>): Promise<SignedInRoom> {
  const at = await signedInRoom(...args);
  onTestFinished(() => at.end());
  return at;
}

const faultOf = (work: () => unknown): string | null => {
  try {
    work();
    return null;
  } catch (fault) {
    if (fault instanceof AccessError) return fault.fault;
    throw fault;
  }
};

/** Tries a wrong password so often, waiting as long as it takes. */
async function wrongly(at: SignedInRoom, name: string, times: number): Promise<readonly string[]> {
  const said: string[] = [];
  for (let i = 0; i < times; i += 1) {
    at.clock.now += 10 * 60 * SECOND;
    said.push(...codes(await at.room.access.signIn(name, WRONG)));
  }
  return said;
}

describe('signing in', () => {
  test('the founder of a room is signed in with what was typed, and nobody is after a restart', async () => {
    const at = await opened();
    expect(at.room.access.state()).toMatchObject({
      state: 'signed-in',
      who: { name: FOUNDER, roles: ['administrator', 'chair', 'mediator'], mustChangePassword: false },
    });
    const room = await at.restart();
    expect(room.access.state()).toMatchObject({ state: 'signed-out', who: null, people: [{ name: FOUNDER }] });
    expect(faultOf(() => room.access.session())).toBe('signed-out');
    expect(faultOf(() => room.today())).toBe('signed-out');
    must(await room.access.signIn(` ${FOUNDER} `, PASSWORD));
    expect(room.access.actor().name).toBe(FOUNDER);
  });

  test('a wrong password and an unknown name are answered with the same words', async () => {
    const { room } = await opened();
    const wrong = await room.access.signIn(FOUNDER, WRONG);
    expect(wrong).toEqual(await room.access.signIn('nobody', WRONG));
  });

  test('another person ends the session of the first, also while the screen is locked', async () => {
    const at = await opened(['clerk']);
    const first = at.room.access.session();
    first.unmasked.add('case-a applicant');
    await at.room.access.lock();
    expect([...first.unmasked]).toEqual([]);
    expect(faultOf(() => at.room.access.actor())).toBe('signed-out');
    expect(at.room.access.state()).toMatchObject({ state: 'locked', who: { name: PERSON } });
    await at.as(FOUNDER);
    expect(at.room.access.state()).toMatchObject({ state: 'signed-in', who: { name: FOUNDER } });
    await at.room.access.signOut();
    expect(at.room.access.state()).toMatchObject({ state: 'signed-out', who: null });
  });

  test('a locked screen opens again by the password of who is signed in', async () => {
    const at = await opened();
    await at.room.access.lock();
    expect(codes(await at.room.access.signIn(FOUNDER, WRONG))).toEqual(['wrong-secret']);
    await at.as(FOUNDER);
    expect(at.room.access.state().state).toBe('signed-in');
  });

  test('who holds the key file acts without signing in, and founds no account by accident', async () => {
    const at = await testRoom();
    onTestFinished(() => at.end());
    expect(at.room.access.state()).toMatchObject({ state: 'signed-in', who: { name: FOUNDER } });
    await at.room.access.lock();
    await at.room.access.signOut();
    expect(at.room.access.actor()).toMatchObject({ name: FOUNDER, masked: false });
    expect(codes(await at.room.access.firstAccount('某人', PASSWORD))).toEqual(['accounts-exist']);
  });

  test('a store from before there were accounts asks for the first one, once', async () => {
    const at = await testRoom();
    onTestFinished(() => at.end());
    await at.room.keys.bind({ ...at.ports.opener, way: 'os' });
    await at.room.close();
    const room = await Room.open({
      ...at.ports,
      opener: { ...at.ports.opener, way: 'os' },
      cost: { log2N: 1, r: 1, p: 1 },
    });
    onTestFinished(() => room.close());
    expect(room.access.state()).toMatchObject({ state: 'no-accounts', people: [] });
    expect(codes(await room.access.firstAccount('谢怀舟', '12345'))).toEqual(['password-too-short']);
    must(await room.access.firstAccount('谢怀舟', PASSWORD));
    expect(room.access.state()).toMatchObject({ state: 'signed-in', who: { name: '谢怀舟' } });
    expect(codes(await room.access.firstAccount('傅听澜', PASSWORD))).toEqual(['accounts-exist']);
  });
});

describe('wrong passwords', () => {
  test('the fifth costs half a minute, each further one twice as long, over restarts and whatever the clock says', async () => {
    const at = await opened();
    for (let i = 0; i < 4; i += 1) expect(codes(await at.room.access.signIn(FOUNDER, WRONG))).toEqual(['wrong-secret']);
    expect(at.room.access.state().people[0]?.waitUntil).toBeNull();
    await at.room.access.signIn(FOUNDER, WRONG);
    const start = at.clock.now;
    expect(at.room.access.state().people[0]?.waitUntil).toBe(start + 30 * SECOND);
    const room = await at.restart();
    expect(codes(await room.access.signIn(FOUNDER, PASSWORD))).toEqual(['wait']);
    at.clock.now = start - 24 * HOUR;
    expect(codes(await room.access.signIn(FOUNDER, PASSWORD))).toEqual(['wait']);
    at.clock.now += 31 * SECOND; // what passes is counted on, though the clock stands a day behind
    expect(codes(await room.access.signIn(FOUNDER, WRONG))).toEqual(['wrong-secret']);
    at.clock.now += 59 * SECOND;
    expect(codes(await room.access.signIn(FOUNDER, PASSWORD))).toEqual(['wait']);
    at.clock.now += 2 * SECOND;
    must(await room.access.signIn(FOUNDER, PASSWORD));
    expect(codes(await room.access.signIn(FOUNDER, WRONG))).toEqual(['wrong-secret']);
  });

  test('after ten the account is locked, the right password is not tried, and an administrator frees it', async () => {
    const at = await opened(['mediator']);
    const said = await wrongly(at, PERSON, 11);
    expect(said.slice(8)).toEqual(['wrong-secret', 'locked-out', 'locked-out']);
    await at.restart();
    at.clock.now += 24 * HOUR;
    expect(codes(await at.room.access.signIn(PERSON, PASSWORD))).toEqual(['locked-out']);
    expect(at.room.access.state().people.find(({ name }) => name === PERSON)?.barred?.code).toBe('locked-out');
    await at.as(FOUNDER);
    expect(at.room.accounts.page().accounts[1]).toMatchObject({ name: PERSON, locked: 'attempts' });
    must(await at.room.accounts.lock(PERSON, false));
    await at.as(PERSON);
  });

  test('many tries at once are still counted one by one', async () => {
    const at = await opened();
    const all = await Promise.all(Array.from({ length: 20 }, () => at.room.access.signIn(FOUNDER, WRONG)));
    expect(all.flatMap(codes).filter((code) => code === 'wrong-secret')).toHaveLength(5);
  });

  test('wrong old passwords count like any other, and the tenth puts the person out', async () => {
    const at = await opened(['mediator']);
    const { access } = at.room;
    for (let i = 0; i < 10; i += 1) {
      at.clock.now += 10 * 60 * SECOND;
      expect(codes(await access.changePassword(WRONG, 'brand new words'))).toEqual([
        i < 9 ? 'wrong-secret' : 'locked-out',
      ]);
    }
    expect(faultOf(() => access.session())).toBe('signed-out');
  });
});

describe('PIN', () => {
  test('it opens the screen within its hours, and not after them, nor after the clock went back', async () => {
    const at = await opened();
    const { access } = at.room;
    expect(codes(await access.setPin(WRONG, '271828'))).toEqual(['wrong-secret']);
    expect(codes(await access.setPin(PASSWORD, '123456'))).toEqual(['pin-easy']);
    must(await access.setPin(PASSWORD, '271828'));
    await access.lock();
    at.clock.now += 11 * HOUR;
    must(await access.signInByPin(FOUNDER, '271828'));
    at.clock.now += 2 * HOUR;
    expect(access.state().people[0]?.pin).toBe(false);
    expect(codes(await access.signInByPin(FOUNDER, '271828'))).toEqual(['password-needed']);
    await at.as(FOUNDER);
    expect(access.state().people[0]?.pin).toBe(true);
    at.clock.now -= 2 * HOUR;
    expect(codes(await access.signInByPin(FOUNDER, '271828'))).toEqual(['password-needed']);
  });

  test('five wrong ones make it void until the password is given', async () => {
    const at = await opened();
    must(await at.room.access.setPin(PASSWORD, '271828'));
    const said: string[] = [];
    for (let i = 0; i < 5; i += 1) said.push(...codes(await at.room.access.signInByPin(FOUNDER, '314159')));
    expect(said).toEqual([...Array.from({ length: 4 }, () => 'wrong-pin'), 'password-needed']);
    const room = await at.restart();
    expect(codes(await room.access.signInByPin(FOUNDER, '271828'))).toEqual(['password-needed']);
    await at.as(FOUNDER);
    must(await room.access.signInByPin(FOUNDER, '271828'));
    must(await room.access.setPin(PASSWORD, null));
    expect(codes(await room.access.signInByPin(FOUNDER, '271828'))).toEqual(['password-needed']);
  });
});

describe('who is signed in', () => {
  test('is out with the next call once retired or locked, and has new roles at once', async () => {
    const at = await opened(['clerk']);
    const { room } = at;
    await at.as(FOUNDER);
    must(await room.accounts.alter(PERSON, { roles: ['auditor'], institution: null, retired: false }));
    await at.as(PERSON);
    expect(room.access.actor().roles).toEqual(['auditor']);
    expect(faultOf(() => room.access.require('case.write'))).toBe('no-right');
    await at.as(FOUNDER);
    must(await room.accounts.add('傅听澜', ['administrator'], null, 'first words 9'));
    must(await room.accounts.lock(FOUNDER, true));
    expect(faultOf(() => room.access.session())).toBe('signed-out');
    expect(codes(await room.access.signIn(FOUNDER, PASSWORD))).toEqual(['locked-by-administrator']);
  });

  test('chooses an own password before anything else when an administrator set it', async () => {
    const at = await opened();
    const { room } = at;
    must(await room.accounts.add('傅听澜', ['mediator'], null, 'first words 9'));
    must(await room.access.signIn('傅听澜', 'first words 9'));
    expect(room.access.state().who?.mustChangePassword).toBe(true);
    expect(faultOf(() => room.access.allow('case.read'))).toBe('own-password-first');
    expect(codes(await room.access.changePassword('first words 9', 'first words 9'))).toEqual(['same-password']);
    must(await room.access.changePassword('first words 9', '山海 and 4 bridges'));
    expect(faultOf(() => room.access.allow('case.read'))).toBeNull();
    must(await room.access.signIn('傅听澜', '山海 and 4 bridges'));
    expect(codes(await room.access.signIn('傅听澜', 'first words 9'))).toEqual(['wrong-secret']);
  });
});
