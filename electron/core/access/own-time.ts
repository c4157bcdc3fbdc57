/**
 * Time that never goes back（不倒退的时间）: the later of the wall clock and what it showed before, over restarts too; while
 * the clock stands behind, the seconds that pass are counted on.
 *
 * Promises: setting the clock back makes no wait, no lock-out and no offline limit shorter. Does not promise: anything
 * against a clock set forward. The stamps of entries are left out: another room's wrong clock moves those.
 * Proved by test/unit/access/own-time.test.ts.
 */
export class OwnTime {
  private own: number;
  private wall: number;

  /** `newest`: what was kept of earlier runs, milliseconds since 1970. */
  constructor(
    private readonly clock: { readonly now: () => number },
    newest: number,
  ) {
    this.wall = clock.now();
    this.own = Math.max(newest, this.wall);
  }

  now(): number {
    const wall = this.clock.now();
    this.own = Math.max(this.own + Math.max(0, wall - this.wall), wall);
    this.wall = wall;
    return this.own;
  }

  /** The wall clock stands more than a minute behind what it showed before. */
  wentBack(): boolean {
    return this.now() - this.wall > MINUTE;
  }
}

const MINUTE = 60_000;
