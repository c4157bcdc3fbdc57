import { AccessError } from '../access/access-error';
import { ACCOUNT_SET, accountData, actorOf, type Account } from '../access/accounts';
import { may, type Actor } from '../access/actor';
import { nameProblem, normalName } from '../access/names';
import type { Need } from '../access/needs';
import type { Right } from '../access/rights';
import { passwordProblem, pinProblem } from '../access/secret-rules';
import { newSession, type Session } from '../access/session';
import { ACCOUNTS_PREFIX } from '../domain/journal/subject-kinds';
import type { Ids } from '../ports';
import type { JournalStore } from '../store/journal-store';
import type { AccessEvent, AccessLog } from './access-log';
import { FIRST_ROLES, stateOf, type AccessState } from './access-state';
import * as words from './access-words';
import type { Door } from './door';
import { done, refused, type Outcome, type PlacedProblem } from './outcome';

export interface AccessParts {
  readonly store: JournalStore;
  readonly ids: Ids;
  readonly door: Door;
  readonly log: AccessLog;
  /** The name that the holder of a key file acts under. */
  readonly operator: () => string;
  /** True where the store was opened with a key file: its holder acts without signing in. */
  readonly byKey: boolean;
}

/**
 * Who is signed in（登录与权限）.
 *
 * Promises: nobody is until a secret was right and the signing in is in the access log; one person at a time; who was
 * retired or locked is out with the next call; locking empties what was shown, and until it is opened again nothing is
 * answered that needs a person. Does not promise: to hide from other programs of the same user what the window shows.
 * Proved by test/unit/room/access-desk.test.ts.
 */
export class AccessDesk {
  private current: Session | null = null;
  private locked = false;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly parts: AccessParts) {}

  /** Called when somebody signed in or out, or the screen was locked; returns what ends it. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Throws AccessError `signed-out`, also while the screen is locked. */
  readonly session = (): Session => {
    const session = this.look();
    if (session === null || this.locked) throw new AccessError('signed-out');
    return session;
  };

  /** Throws AccessError `signed-out`. */
  readonly actor = (): Actor => this.session().actor;

  /** Throws AccessError. */
  readonly require = (right: Right): void => {
    if (!may(this.actor(), right)) throw new AccessError('no-right', right);
  };

  /** Whether a call that needs this is to be answered now. Throws AccessError when not. */
  readonly allow = (need: Need): void => {
    if (need === 'before-sign-in') return;
    const { name } = this.actor();
    if (!this.parts.byKey && this.parts.door.person(name).mustChange) throw new AccessError('own-password-first');
    if (need !== 'anyone' && need !== 'unless-open') this.require(need);
  };

  state(): AccessState {
    return stateOf(this.parts.door, this.look()?.actor ?? null, this.locked);
  }

  /** Only where no account was ever made: administrator, chair and mediator in one. */
  firstAccount(name: string, password: string): Promise<Outcome<AccessState>> {
    return this.atDoor(async () => {
      const { store, ids, door, byKey } = this.parts;
      if (byKey || door.accounts.founded) return refused(words.FOUNDED);
      const own = normalName(name);
      const problem = nameProblem(own, []) ?? passwordProblem(password, own);
      if (problem) return refused(problem);
      await door.putPassword(own, password);
      const subject = `${ACCOUNTS_PREFIX}${ids.next()}`;
      const data = accountData(own, { roles: FIRST_ROLES });
      await store.commit([{ subject, kind: ACCOUNT_SET, data, account: own }]);
      door.accounts.noted([subject]);
      await door.keepPerson(own, { passwordAt: door.time.now() });
      return this.admit(own);
    });
  }

  /** Whoever was signed in before, or locked the screen, is signed out then. */
  signIn(name: string, password: string): Promise<Outcome<AccessState>> {
    return this.atDoor(async () => {
      const account = this.find(name);
      if (!account) return refused(words.WRONG_SECRET);
      const problem = await this.parts.door.tryPassword(account, password);
      return problem ? this.turnedAway(account.name, problem) : this.admit(account.name);
    });
  }

  signInByPin(name: string, pin: string): Promise<Outcome<AccessState>> {
    return this.atDoor(async () => {
      const account = this.find(name);
      if (!account) return refused(words.PASSWORD_NEEDED);
      const problem = await this.parts.door.tryPin(account, pin);
      return problem ? this.turnedAway(account.name, problem) : this.admit(account.name);
    });
  }

  /** Keeps who is signed in, and asks for password or PIN; at once, whatever else is under way. */
  async lock(): Promise<AccessState> {
    const { current } = this;
    if (current && !this.locked && !this.parts.byKey) {
      this.locked = true;
      current.unmasked.clear();
      current.looked.clear();
      this.tell();
      await this.noted('locked', current.actor.name);
    }
    return this.state();
  }

  async signOut(): Promise<AccessState> {
    const { current } = this;
    if (current && !this.parts.byKey) {
      this.end();
      await this.noted('signed-out', current.actor.name);
    }
    return this.state();
  }

  /** A person works here: the time is kept now and then, so that the clock is not set back unnoticed. */
  async touch(): Promise<void> {
    await this.parts.door.turns.run(() => this.parts.door.keepTime()).catch(() => undefined);
  }

  /** Throws AccessError `signed-out`. */
  changePassword(old: string, fresh: string): Promise<Outcome<AccessState>> {
    return this.atDoor(async () => {
      const account = this.own();
      const { door } = this.parts;
      const rule = passwordProblem(fresh, account.name, 'fresh');
      if (rule) return refused(rule);
      if (old.normalize('NFC') === fresh.normalize('NFC')) return refused(words.SAME_PASSWORD);
      const problem = await door.tryPassword(account, old);
      if (problem) return this.turnedAway(account.name, { ...problem, field: 'old' });
      await door.putPassword(account.name, fresh);
      await door.keepPerson(account.name, { mustChange: false, passwordAt: door.time.now() });
      await this.noted('password-changed', account.name, 'own');
      return done(this.state());
    });
  }

  /** Null takes the PIN away. Throws AccessError `signed-out`. */
  setPin(password: string, pin: string | null): Promise<Outcome<AccessState>> {
    return this.atDoor(async () => {
      const account = this.own();
      const rule = pin === null ? null : pinProblem(pin);
      if (rule) return refused(rule);
      const problem = await this.parts.door.tryPassword(account, password);
      if (problem) return this.turnedAway(account.name, { ...problem, field: 'password' });
      await this.parts.door.setPin(account.name, pin);
      await this.noted('password-changed', account.name, pin === null ? 'pin-away' : 'pin');
      return done(this.state());
    });
  }

  /** Lets in whose secret was right; inside a turn of the door. Throws AccessError `not-recorded`, and nobody is in then. */
  async admit(name: string): Promise<Outcome<AccessState>> {
    const { door, log } = this.parts;
    const account = door.accounts.account(name);
    if (!account) return refused(words.NO_ACCOUNT);
    const before = this.current;
    if (before && before.actor.name !== name) {
      this.end();
      await this.noted('signed-out', before.actor.name);
    }
    await door.keepPerson(name, { lastSignIn: door.time.now() });
    await log.record({ event: 'signed-in', account: name });
    this.current = newSession(actorOf(account));
    this.locked = false;
    this.tell();
    return done(this.state());
  }

  /** The account of who is signed in. */
  private own(): Account {
    const account = this.parts.door.accounts.account(this.actor().name);
    if (!account) throw new AccessError('signed-out');
    return account;
  }

  private find(name: string): Account | null {
    const account = this.parts.door.accounts.account(normalName(name));
    return account?.retired === true ? null : account;
  }

  private async turnedAway(name: string, problem: PlacedProblem): Promise<Outcome<never>> {
    const isLock = problem.code === words.LOCKED_OUT.code;
    if (isLock || problem.code === words.WRONG_SECRET.code || problem.code === words.WRONG_PIN.code)
      await this.noted(isLock ? 'locked-out' : 'wrong-secret', name);
    return refused(problem);
  }

  /** One at a time. Being signed out in the middle of a call is an AccessError, as everywhere. */
  private atDoor<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    return this.parts.door.turns.run(work);
  }

  private look(): Session | null {
    const { byKey, operator, door } = this.parts;
    if (byKey) {
      const holder = { roles: FIRST_ROLES, institution: null, masked: false, name: operator() };
      return (this.current ??= newSession(holder));
    }
    if (this.current === null) return null;
    const account = door.accounts.account(this.current.actor.name);
    if (!account || account.retired || door.lockOf(account) !== null) {
      this.end();
      return null;
    }
    const actor = actorOf(account);
    if (JSON.stringify(actor) !== JSON.stringify(this.current.actor)) this.current = { ...this.current, actor };
    return this.current;
  }

  private end(): void {
    this.current?.unmasked.clear();
    this.current?.looked.clear();
    this.current = null;
    this.locked = false;
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) queueMicrotask(listener);
  }

  /** What must happen whether or not the disk takes the note. */
  private async noted(event: AccessEvent, account: string, what?: string): Promise<void> {
    await this.parts.log.record({ event, account, ...(what === undefined ? {} : { what }) }).catch(() => undefined);
  }
}
