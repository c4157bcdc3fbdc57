import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Account } from '../access/accounts';
import { counted, isLockedOut, NO_ATTEMPTS, waitsUntil } from '../access/attempts';
import { doorNote, NEW_DOOR, NEW_PERSON, type DoorNote, type PersonNote } from '../access/door-note';
import { PASSWORD_WAY, passwordOpener } from '../access/openers';
import { OwnTime } from '../access/own-time';
import { stretch, type StretchCost } from '../access/stretch';
import type { Problem } from '../domain/checks/problem';
import type { Clock } from '../ports';
import type { JournalStore } from '../store/journal-store';
import { StoreError } from '../store/store-error';
import { Turns } from '../store/turns';
import { AccountsHere } from './accounts-book';
import * as words from './access-words';

/** What the door needs to know of the outside. */
export interface DoorParts {
  readonly store: JournalStore;
  readonly clock: Clock;
  /** Of new passwords and PINs. */
  readonly cost: StretchCost;
  /** Names that the centre locked（中心锁定）, by its newest rules. */
  readonly lockedByCentre: () => readonly string[];
  /** Null where this workstation knows no centre; else when it was last in touch, null for never. */
  readonly centre: () => { readonly lastContact: number | null } | null;
}

/** After so many wrong PINs the password is needed. */
const MOST_PINS = 5;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** How far the kept time may lie behind the work. */
const KEEP_TIME = 5 * 60_000;

/**
 * The door of the room（门禁）: who may come in, by which secret, and how often one may be wrong.
 *
 * Promises: a try is counted durably before the secret is held against anything, one after the other, so that neither a
 * restart nor a kill nor many calls at once give more tries; a clock set back shortens no wait, no lock and no offline limit,
 * and makes the PIN void. A note that cannot be read counts as five wrong tries for everybody.
 * Does not promise: anything against who can write the files of the store: he can take the whole note away.
 * Proved by test/unit/room/access-desk.test.ts and test/faults/access.
 */
export class Door {
  /** One thing at a time at the door. Not to be entered twice. */
  readonly turns = new Turns();
  readonly accounts: AccountsHere;
  readonly time: OwnTime;

  private constructor(
    private readonly parts: DoorParts,
    private memory: DoorNote,
    private readonly opening: Set<string>,
  ) {
    this.accounts = new AccountsHere(parts.store);
    this.time = new OwnTime(parts.clock, memory.newest);
  }

  /** Throws StoreError when the disk refuses. */
  static async open(parts: DoorParts): Promise<Door> {
    const { store, clock } = parts;
    const read = await store.note('access').read().catch(damagedAsNothing);
    const note = read === null ? NEW_DOOR : (doorNote.safeParse(read).data ?? null);
    const door = new Door(parts, note ?? NEW_DOOR, new Set());
    await door.lookForPasswords();
    if (note === null) await door.suspect(clock.now());
    return door;
  }

  /** Nobody knows what was counted: all wait, and no PIN is enough. */
  private async suspect(now: number): Promise<void> {
    const attempts = counted({ wrong: 4, until: 0 }, now);
    const people = this.accounts.book.accounts.map(({ name }) => [name, { ...NEW_PERSON, attempts }] as const);
    await this.keep({ people: Object.fromEntries(people) });
  }

  get note(): DoorNote {
    return this.memory;
  }

  person(name: string): PersonNote {
    return this.memory.people[name] ?? NEW_PERSON;
  }

  /** Durable when it resolves; memory stands as before when it rejects. */
  async keep(change: Partial<DoorNote>): Promise<void> {
    const next = { ...this.memory, ...change, newest: Math.max(this.memory.newest, this.parts.clock.now()) };
    await this.parts.store.note('access').write(next);
    this.memory = next;
  }

  keepPerson(name: string, change: Partial<PersonNote>): Promise<void> {
    return this.keep({ people: { ...this.memory.people, [name]: { ...this.person(name), ...change } } });
  }

  /** Notes that time went on at work, now and then. */
  async keepTime(): Promise<void> {
    if (this.parts.clock.now() - this.memory.newest > KEEP_TIME) await this.keep({});
  }

  /** Whether a password of this name opens the store. */
  canOpen(name: string): boolean {
    return this.opening.has(name);
  }

  async putPassword(name: string, password: string): Promise<void> {
    await this.parts.store.keys.put(passwordOpener(name, password, this.parts.cost));
    this.opening.add(name);
  }

  async dropPassword(name: string): Promise<void> {
    await this.parts.store.keys.drop({ way: PASSWORD_WAY, account: name });
    this.opening.delete(name);
  }

  /** Reads who has a password; takes away those of retired accounts and of names that a cut-off save left. */
  private async lookForPasswords(): Promise<void> {
    for (const { way, account } of await this.parts.store.keys.ways())
      if (way === PASSWORD_WAY && account !== undefined) this.opening.add(account);
    for (const { name, retired } of this.accounts.book.accounts)
      if (retired && this.canOpen(name)) await this.dropPassword(name);
  }

  get settings() {
    return this.accounts.book.settings;
  }

  /** Why this person cannot come in at all; null when he can. */
  barred({ name, locked, retired, since }: Account): Problem | null {
    if (retired) return words.RETIRED;
    if (this.parts.lockedByCentre().includes(name)) return words.BY_CENTRE;
    if (locked) return words.BY_ADMINISTRATOR;
    if (isLockedOut(this.person(name).attempts)) return words.LOCKED_OUT;
    if (!this.canOpen(name)) return words.NO_PASSWORD;
    const centre = this.parts.centre();
    if (centre === null) return null;
    const seen = Math.max(this.person(name).lastSignIn ?? since, centre.lastContact ?? 0);
    const days = this.settings.offlineDays;
    return this.time.now() - seen > days * DAY ? words.offlineProblem(days) : null;
  }

  /** attempts, administrator, centre; null for an account that is not locked. */
  lockOf({ name, locked }: Account): 'attempts' | 'administrator' | 'centre' | null {
    if (this.parts.lockedByCentre().includes(name)) return 'centre';
    if (locked) return 'administrator';
    return isLockedOut(this.person(name).attempts) ? 'attempts' : null;
  }

  waitsUntil(name: string): number | null {
    return waitsUntil(this.person(name).attempts, this.time.now());
  }

  /** A PIN is set and its hours are not over. */
  pinIsGood(name: string): boolean {
    const { pin, passwordAt } = this.person(name);
    if (pin === null || passwordAt === null || pin.wrong >= MOST_PINS || this.time.wentBack()) return false;
    return this.time.now() - passwordAt < this.settings.pinHours * HOUR;
  }

  /** Null when it is this person's password; else what to say. The try is counted first. Throws StoreError. */
  async tryPassword(account: Account, password: string): Promise<Problem | null> {
    const { name } = account;
    const stop = this.barred(account) ?? this.waitProblem(name);
    if (stop) return stop;
    await this.keepPerson(name, { attempts: counted(this.person(name).attempts, this.time.now()) });
    if (!(await this.parts.store.keys.opens(passwordOpener(name, password)))) {
      return isLockedOut(this.person(name).attempts) ? words.LOCKED_OUT : words.WRONG_SECRET;
    }
    const { pin } = this.person(name);
    await this.keepPerson(name, {
      attempts: NO_ATTEMPTS,
      passwordAt: this.time.now(),
      pin: pin && { ...pin, wrong: 0 },
    });
    return null;
  }

  /** The same for the PIN. */
  async tryPin(account: Account, typed: string): Promise<Problem | null> {
    const { name } = account;
    const stop = this.barred(account) ?? this.waitProblem(name);
    if (stop) return stop;
    const { pin } = this.person(name);
    if (pin === null || !this.pinIsGood(name)) return words.PASSWORD_NEEDED;
    const wrong = pin.wrong + 1;
    await this.keepPerson(name, { pin: { ...pin, wrong } });
    const hash = await stretch(typed, Buffer.from(pin.salt, 'base64'), pin.cost);
    if (!timingSafeEqual(hash, Buffer.from(pin.hash, 'base64'))) {
      return wrong >= MOST_PINS ? words.PASSWORD_NEEDED : words.WRONG_PIN;
    }
    await this.keepPerson(name, { pin: { ...pin, wrong: 0 } });
    return null;
  }

  async setPin(name: string, typed: string | null): Promise<void> {
    if (typed === null) return this.keepPerson(name, { pin: null });
    const { cost } = this.parts;
    const salt = randomBytes(16);
    const hash = (await stretch(typed, salt, cost)).toString('base64');
    return this.keepPerson(name, { pin: { salt: salt.toString('base64'), hash, cost, wrong: 0 } });
  }

  private waitProblem(name: string): Problem | null {
    const until = this.waitsUntil(name);
    return until === null ? null : words.waitProblem(until, this.time.now());
  }
}

/** A damaged note is one that says nothing, not one that was never there. */
function damagedAsNothing(fault: unknown): unknown {
  if (fault instanceof StoreError && (fault.fault === 'damaged' || fault.fault === 'wrong-place')) return {};
  throw fault;
}
