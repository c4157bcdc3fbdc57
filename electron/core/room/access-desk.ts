import { AccessError } from '../access/access-error';
import { may, type Actor } from '../access/actor';
import type { Right } from '../access/rights';
import { newSession, type Session } from '../access/session';

/** Who the holder of a key file acts as: the `room` command, for administrators, tests and demonstrations. */
const HOLDER = { roles: ['administrator', 'chair', 'mediator'], institution: null, masked: false } as const;

/**
 * Who is signed in（登录与权限）.
 */
export class AccessDesk {
  private current: Session | null = null;

  constructor(
    private readonly operator: () => string,
    /** True where the store was opened with a key file: its holder acts without signing in. */
    private readonly byKey: boolean,
  ) {}

  /** Throws AccessError `signed-out`, also while the screen is locked. */
  readonly session = (): Session => {
    if (this.current) return this.current;
    if (this.byKey) return (this.current = newSession({ ...HOLDER, name: this.operator() }));
    throw new AccessError('signed-out');
  };

  /** Throws AccessError `signed-out`. */
  readonly actor = (): Actor => this.session().actor;

  /** Throws AccessError. */
  readonly require = (right: Right): void => {
    if (!may(this.actor(), right)) throw new AccessError('no-right', right);
  };
}
