import type { AccessDesk } from '../core/room/access-desk';

/** Time as the keeper waits for it; what `set` returns cancels. */
export interface KeeperTimers {
  readonly set: (work: () => void, milliseconds: number) => () => void;
}

export interface KeeperParts {
  /** Null while no room is open. */
  readonly access: () => Pick<AccessDesk, 'state' | 'lock' | 'touch'> | null;
  /** Tells the windows that the screen is about to be locked: what is typed is to be saved. */
  readonly ask: () => void;
  readonly timers: KeeperTimers;
}

const MINUTE = 60_000;
/** How long a window may take to save what is typed. */
const AT_MOST = 2_000;

/**
 * Locks the screen（锁屏）: after the minutes without a key or a click, and when the system locks, sleeps or changes its user.
 * Promises: the windows are told first and have two seconds; then it is locked, whatever they do. Does not promise: to lock
 * before the system sleeps; where it sleeps sooner, it is locked as soon as it wakes.
 * Proved by test/unit/shell/lock-keeper.test.ts and test/e2e/door.spec.ts.
 */
export class LockKeeper {
  private idle: (() => void) | null = null;
  private asked: (() => void) | null = null;

  constructor(private readonly parts: KeeperParts) {}

  /** Somebody signed in or out, or the screen was locked. */
  changed(): void {
    this.asked?.();
    this.asked = null;
    this.wait();
  }

  /** A key was pressed or the mouse used. */
  touch(): void {
    if (!this.asked) this.wait();
    void this.parts.access()?.touch();
  }

  /** Locks in two seconds at the latest; harmless when it is under way, or when nobody is signed in. */
  lockSoon(): void {
    if (this.asked || !this.signedIn()) return;
    this.parts.ask();
    this.asked = this.parts.timers.set(() => this.lockNow(), AT_MOST);
  }

  /** What was asked before the system slept, at once. */
  woke(): void {
    if (this.asked) this.lockNow();
  }

  private lockNow(): void {
    this.asked?.();
    this.asked = null;
    void this.parts.access()?.lock();
  }

  private wait(): void {
    this.idle?.();
    this.idle = null;
    const minutes = this.signedIn();
    if (minutes) this.idle = this.parts.timers.set(() => this.lockSoon(), minutes * MINUTE);
  }

  /** The minutes that hold for who is signed in; null when nobody is. */
  private signedIn(): number | null {
    const state = this.parts.access()?.state();
    return state?.state === 'signed-in' ? state.idleMinutes : null;
  }
}
