import { beforeEach, expect, test } from 'vitest';
import { LockKeeper } from '../../../electron/shell/lock-keeper';

type State = ReturnType<NonNullable<ReturnType<ConstructorParameters<typeof LockKeeper>[0]['access']>>['state']>;

/** Time that a test moves, and a desk that remembers what was done to it. */
function world() {
  let now = 0;
  let timers: { at: number; work: () => void }[] = [];
  const done: string[] = [];
  let state: State['state'] = 'signed-in';
  const view = (): State => ({ state, who: null, people: [], idleMinutes: 10, recoveryMade: false });
  const keeper = new LockKeeper({
    access: () => ({
      state: view,
      lock: () => {
        done.push(`locked at ${now}`);
        state = 'locked';
        keeper.changed();
        return Promise.resolve(view());
      },
      touch: () => Promise.resolve(),
    }),
    ask: () => done.push(`asked at ${now}`),
    timers: {
      set: (work, milliseconds) => {
        const timer = { at: now + milliseconds, work };
        timers.push(timer);
        return () => void (timers = timers.filter((each) => each !== timer));
      },
    },
  });
  return {
    keeper,
    done,
    set: (next: State['state']) => {
      state = next;
      keeper.changed();
    },
    pass: (milliseconds: number) => {
      const end = now + milliseconds;
      for (;;) {
        const [next] = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        now = next.at;
        timers = timers.filter((each) => each !== next);
        next.work();
      }
      now = end;
    },
  };
}

const MINUTE = 60_000;
let at: ReturnType<typeof world>;
beforeEach(() => {
  at = world();
  at.set('signed-in');
});

test('after the minutes without a key it asks, and locks two seconds later', () => {
  at.pass(10 * MINUTE + 5000);
  expect(at.done).toEqual(['asked at 600000', 'locked at 602000']);
  at.pass(60 * MINUTE);
  expect(at.done).toHaveLength(2);
});

test('a key begins the minutes again', () => {
  at.pass(9 * MINUTE);
  at.keeper.touch();
  at.pass(9 * MINUTE);
  expect(at.done).toEqual([]);
  at.pass(2 * MINUTE);
  expect(at.done).toEqual([`asked at ${19 * MINUTE}`, `locked at ${19 * MINUTE + 2000}`]);
});

test('the lock of the system asks once, and a key no longer holds it up', () => {
  at.keeper.lockSoon();
  at.keeper.lockSoon();
  at.pass(1000);
  at.keeper.touch();
  at.pass(5000);
  expect(at.done).toEqual(['asked at 0', 'locked at 2000']);
});

test('a window that has locked by itself is not locked again, nor is an empty room', () => {
  at.keeper.lockSoon();
  at.set('locked');
  at.pass(5000);
  expect(at.done).toEqual(['asked at 0']);
  at.set('signed-out');
  at.keeper.lockSoon();
  at.pass(60 * MINUTE);
  expect(at.done).toEqual(['asked at 0']);
});

test('a system that slept before the two seconds were over is locked as it wakes', () => {
  at.keeper.woke();
  expect(at.done).toEqual([]);
  at.keeper.lockSoon();
  at.keeper.woke();
  expect(at.done).toEqual(['asked at 0', 'locked at 0']);
  at.pass(5000);
  expect(at.done).toHaveLength(2);
});
