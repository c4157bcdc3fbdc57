import type { MethodName } from '../../electron/contract/contract';

/**
 * Calls of screens whose person is away. Promises: while the screen is locked no call of the work below leaves the
 * window, it waits; when the same person comes back it goes on; when somebody else signs in it is refused, so that
 * nothing typed by one person is ever written under the name of another
 * (test/unit/renderer/held-calls.test.ts "what waited for one person never goes out for another").
 */
type Mode = 'open' | 'waiting' | 'refusing';

let mode: Mode = 'open';
let waiters: ((goOn: boolean) => void)[] = [];

/** What works while nobody is signed in. */
const AT_THE_DOOR: readonly MethodName[] = [
  'app.info',
  'app.zoom',
  'app.fault',
  'room.status',
  'room.create',
  'sync.status',
  'access.state',
  'access.firstAccount',
  'access.signIn',
  'access.signInByPin',
  'access.lock',
  'access.signOut',
  'access.changePassword',
  'keys.open',
  'keys.resetPassword',
  'backup.restoreNew',
];

const settle = (goOn: boolean): void => {
  const waited = waiters;
  waiters = [];
  for (const tell of waited) tell(goOn);
};

/** From now on calls wait for the person who was here. */
export function holdCalls(): void {
  mode = 'waiting';
}

/** From now on calls are refused, those that wait as well: their person has gone. */
export function refuseCalls(): void {
  mode = 'refusing';
  settle(false);
}

/** Calls go out again, those that wait first. */
export function resumeCalls(): void {
  mode = 'open';
  settle(true);
}

/** Resolves to whether the call may go out; false when its person has gone. */
export function mayGoOut(name: MethodName): boolean | Promise<boolean> {
  if (mode === 'open' || AT_THE_DOOR.includes(name)) return true;
  if (mode === 'refusing') return false;
  return new Promise((tell) => waiters.push(tell));
}
