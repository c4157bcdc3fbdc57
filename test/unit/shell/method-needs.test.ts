import { onTestFinished, describe, expect, test } from 'vitest';
import { contract, type MethodName } from '../../../electron/contract/contract';
import { AccessError } from '../../../electron/core/access/access-error';
import { RIGHTS, type Right } from '../../../electron/core/access/rights';
import { gate, NEEDS } from '../../../electron/shell/method-needs';
import { must } from '../../fixtures/room';
import { FOUNDER, PASSWORD, signedInRoom } from '../../fixtures/signed-in';

const METHODS = Object.keys(contract) as MethodName[];
type Desk = Parameters<typeof gate>[1];

/** What the gate answers to each method. */
const answers = (access: Desk): Readonly<Record<string, string>> =>
  Object.fromEntries(
    METHODS.map((method) => {
      try {
        gate(method, access);
        return [method, 'answered'];
      } catch (fault) {
        if (fault instanceof AccessError) return [method, fault.fault];
        throw fault;
      }
    }),
  );

const answered = (access: Desk): readonly string[] =>
  Object.entries(answers(access)).flatMap(([method, answer]) => (answer === 'answered' ? [method] : []));

const DOOR = [
  'app.fault',
  'app.info',
  'app.zoom',
  'room.status',
  'room.create',
  'sync.status',
  ...['state', 'firstAccount', 'signIn', 'signInByPin', 'lock', 'signOut', 'touch', 'changePassword', 'setPin'].map(
    (name) => `access.${name}`,
  ),
  'keys.open',
  'keys.resetPassword',
  'backup.restoreNew',
];

describe('the gate between window and main process', () => {
  test('while nobody is signed in, and while the screen is locked, only the door is answered', async () => {
    const at = await signedInRoom();
    onTestFinished(() => at.end());
    await at.room.access.signOut();
    expect([...answered(at.room.access)].sort()).toEqual([...DOOR].sort());
    expect(new Set(Object.values(answers(at.room.access)))).toEqual(new Set(['answered', 'signed-out']));
    await at.as(FOUNDER);
    await at.room.access.lock();
    expect([...answered(at.room.access)].sort()).toEqual([...DOOR].sort());
  });

  test('who is signed in gets what the rights say, method by method', async () => {
    const at = await signedInRoom(['auditor']);
    onTestFinished(() => at.end());
    const given = answers(at.room.access);
    const rights: readonly string[] = ['case.read', 'log.read', 'store.verify'];
    for (const method of METHODS) {
      const need = NEEDS[method];
      const lacks = (RIGHTS as readonly string[]).includes(need) && !rights.includes(need);
      expect([method, given[method]]).toEqual([method, lacks ? 'no-right' : 'answered']);
    }
  });

  test('with a password from the administrator only the door is answered, until it is an own one', async () => {
    const at = await signedInRoom();
    onTestFinished(() => at.end());
    must(await at.room.accounts.add('傅听澜', ['chair'], null, 'first words 9'));
    must(await at.room.access.signIn('傅听澜', 'first words 9'));
    expect([...answered(at.room.access)].sort()).toEqual([...DOOR].sort());
    must(await at.room.access.changePassword('first words 9', PASSWORD));
    expect(answered(at.room.access).length).toBeGreaterThan(DOOR.length);
  });

  test('where no room is open, the door and the diagnostics are answered', () => {
    expect([...answered(null)].sort()).toEqual([...DOOR, 'diagnostics.look', 'diagnostics.save'].sort());
  });

  test('each right is needed by a method, or by a kind of entry that a method writes', () => {
    const byKind: readonly Right[] = ['case.approve', 'room.settings'];
    const needed = new Set<string>([...Object.values(NEEDS), ...byKind]);
    expect(RIGHTS.filter((right) => !needed.has(right))).toEqual([]);
  });
});
