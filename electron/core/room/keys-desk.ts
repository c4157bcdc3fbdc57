import { ACCOUNT_SET, accountData } from '../access/accounts';
import { NO_ATTEMPTS } from '../access/attempts';
import { normalName, nameProblem } from '../access/names';
import { PASSWORD_WAY, RECOVERY_WAY, recoveryOpener, sameWrap, WAITING_WAY } from '../access/openers';
import { newRecoveryKey, readRecoveryKey, readTail, recoveryGroups } from '../access/recovery-key';
import { passwordProblem } from '../access/secret-rules';
import { ACCOUNTS_PREFIX } from '../domain/journal/subject-kinds';
import type { Opener } from '../store/store-header';
import type { AccessDesk } from './access-desk';
import { FIRST_ROLES, type AccessState } from './access-state';
import * as words from './access-words';
import type { Door } from './door';
import { done, refused, type Outcome } from './outcome';
import type { RoomContext, SystemContext } from './room-context';

/** The page 密钥. Times: milliseconds since 1970. */
export interface KeysPage {
  readonly os: boolean;
  readonly passwords: number;
  readonly recovery: { readonly madeAt: number; readonly by: string } | null;
  readonly waiting: boolean;
}

/** What is printed. It goes to paper or a file that a person chose, never to the window and never to a log. */
export interface RecoverySheet {
  readonly groups: readonly string[];
  readonly room: string;
  readonly organisation: string;
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
}

/**
 * The ways to open the store, as people handle them（密钥与恢复单）.
 *
 * Promises: a new sheet opens the store only after its last characters were typed back from paper, and until then the old
 * one does; a sheet that did not come out leaves nothing behind; the key is in memory while it is printed, and nowhere
 * else but on the paper. Does not promise: that an older copy of the store, or a backup, no longer opens by an old sheet.
 * Proved by test/unit/room/keys-desk.test.ts and test/faults/access.
 */
export class KeysDesk {
  constructor(
    private readonly system: SystemContext,
    private readonly context: RoomContext,
    private readonly door: Door,
    private readonly access: AccessDesk,
  ) {}

  /** Throws AccessError, StoreError. */
  async page(): Promise<KeysPage> {
    this.context.require('key.manage');
    const ways = await this.system.store.keys.ways();
    const has = (way: string): boolean => ways.some((each) => each.way === way);
    const { recovery, waiting } = this.door.note;
    return {
      os: has('os'),
      passwords: ways.filter(({ way }) => way === PASSWORD_WAY).length,
      recovery: recovery ?? (has(RECOVERY_WAY) ? UNKNOWN_SHEET : null),
      waiting: waiting !== null,
    };
  }

  /**
   * Makes a new sheet and has it put out; `put` resolves to false when the person cancelled. The answer is null then.
   * Throws AccessError, StoreError, and what `put` throws; no new key is left behind then.
   */
  sheet(put: (sheet: RecoverySheet) => Promise<Outcome<boolean>>): Promise<Outcome<KeysPage | null>> {
    return this.door.turns.run(async () => {
      this.context.require('key.manage');
      const by = this.context.account();
      const madeAt = this.door.time.now();
      const { room, organisation } = this.context.profile();
      const key = newRecoveryKey();
      const groups = recoveryGroups(key);
      await this.system.store.keys.put(recoveryOpener(key, WAITING_WAY));
      key.fill(0);
      let out: Outcome<boolean> | null = null;
      try {
        await this.door.keep({ waiting: { madeAt, by, tail: groups.at(-1) ?? '' } });
        out = await put({ groups, room, organisation: organisation.name, by, madeAt });
      } finally {
        if (out === null || !out.ok || !out.value) await this.forgetWaiting();
      }
      if (!out.ok) return out;
      if (!out.value) return done(null);
      await this.context.log.record({ event: 'recovery-made', account: by, what: 'sheet' });
      return done(await this.page());
    });
  }

  /** The last four characters on the paper: from now on this sheet opens, and the old one does not. */
  confirm(tail: string): Promise<Outcome<KeysPage>> {
    return this.door.turns.run(async () => {
      this.context.require('key.manage');
      const { waiting } = this.door.note;
      const { keys } = this.system.store;
      const wrap = (await keys.wraps()).find(({ way }) => way === WAITING_WAY);
      if (waiting === null || !wrap) return refused(words.NOTHING_WAITS);
      if (readTail(tail) !== waiting.tail) return refused(words.WRONG_TAIL);
      await keys.put(sameWrap(RECOVERY_WAY, Buffer.from(wrap.wrapped, 'base64')));
      await this.door.keep({ recovery: { madeAt: waiting.madeAt, by: waiting.by }, waiting: null });
      await keys.drop({ way: WAITING_WAY });
      await this.context.log.record({ event: 'recovery-made', account: this.context.account(), what: 'confirmed' });
      return done(await this.page());
    });
  }

  /** Binds the store to a way of its own, e.g. the key store of this operating system after another one was lost. */
  bind(opener: Opener): Promise<void> {
    return this.system.store.keys.put(opener);
  }

  /**
   * A lost password: with the sheet in hand, a new one for this account, which is signed in then. The sheet frees from wrong
   * tries and from the offline limit, not from a lock by hand or by the centre. Where no account can be read, because
   * their journal is damaged, the name becomes an administrator.
   */
  resetPassword(typed: string, name: string, password: string): Promise<Outcome<AccessState>> {
    return this.door.turns.run(async () => {
      const { store, log } = this.system;
      const own = normalName(name);
      const key = readRecoveryKey(typed);
      if (!key) return refused(words.NO_SHEET_KEY);
      const rule = passwordProblem(password, own);
      if (rule) return refused(rule);
      if (!(await store.keys.opens(recoveryOpener(key)))) {
        await log.record({ event: 'wrong-secret', account: '—', what: 'sheet' });
        return refused(words.WRONG_SHEET);
      }
      const stop = this.stopped(own);
      if (stop) return refused(stop);
      await log.record({ event: 'recovery-used', account: own });
      await this.door.putPassword(own, password);
      if (this.door.accounts.book.accounts.length === 0) await this.foundAgain(own);
      const now = this.door.time.now();
      await this.door.keepPerson(own, { attempts: NO_ATTEMPTS, pin: null, passwordAt: now, mustChange: false });
      return this.access.admit(own);
    });
  }

  private stopped(name: string) {
    const { book } = this.door.accounts;
    if (book.accounts.length === 0) return nameProblem(name, []);
    const account = this.door.accounts.account(name);
    if (!account) return { ...words.NO_ACCOUNT, field: 'name' };
    if (account.retired) return { ...words.RETIRED, field: 'name' };
    const lock = this.door.lockOf(account);
    if (lock === 'centre') return words.BY_CENTRE;
    return lock === 'administrator' ? words.BY_ADMINISTRATOR : null;
  }

  private async foundAgain(name: string): Promise<void> {
    const subject = `${ACCOUNTS_PREFIX}${this.system.ids.next()}`;
    const data = accountData(name, { roles: FIRST_ROLES });
    await this.system.store.commit([{ subject, kind: ACCOUNT_SET, data, account: name }]);
    this.door.accounts.noted([subject]);
  }

  private async forgetWaiting(): Promise<void> {
    await this.door.keep({ waiting: null });
    await this.system.store.keys.drop({ way: WAITING_WAY });
  }
}

/** A sheet of which the note tells nothing any more, e.g. after a restore. */
const UNKNOWN_SHEET = { madeAt: 0, by: '' } as const;
