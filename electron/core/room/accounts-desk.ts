import {
  ACCOUNT_SET,
  accountData,
  hasAdministrator,
  type Account,
  type AccessSettings,
  type AccountSet,
} from '../access/accounts';
import { NO_ATTEMPTS } from '../access/attempts';
import { nameProblem, normalName } from '../access/names';
import { ROLES, type Role } from '../access/rights';
import { passwordProblem } from '../access/secret-rules';
import { ACCOUNTS_PREFIX } from '../domain/journal/subject-kinds';
import * as words from './access-words';
import type { Door } from './door';
import { done, refused, type Outcome } from './outcome';
import type { RoomContext } from './room-context';

/** The page 账户. Times: milliseconds since 1970. */
export interface AccountsPage {
  readonly accounts: readonly (Pick<Account, 'name' | 'roles' | 'institution' | 'retired'> & {
    readonly locked: 'attempts' | 'administrator' | 'centre' | null;
    readonly lastSignIn: number | null;
  })[];
  readonly settings: AccessSettings;
}

type Institution = { readonly name: string; readonly creditCode: string | null } | null;

/**
 * The accounts of a workstation（账户管理）. Each change is an entry under the administrator's name; passwords are no entries.
 *
 * Promises: somebody who manages accounts can always sign in; a new or reset password is a person's own only after he
 * changed it; a retired person's password opens nothing any more; a crash leaves an account either with its password or
 * not there. Proved by test/unit/room/accounts.test.ts and test/faults/access.
 */
export class AccountsDesk {
  constructor(
    private readonly context: RoomContext,
    private readonly door: Door,
  ) {}

  /** Throws AccessError. */
  page(): AccountsPage {
    this.context.require('account.manage');
    return this.view();
  }

  private view(): AccountsPage {
    const { accounts, settings } = this.door.accounts.book;
    return {
      settings,
      accounts: accounts.map((account) => ({
        name: account.name,
        roles: account.roles,
        institution: account.institution,
        retired: account.retired,
        locked: this.door.lockOf(account),
        lastSignIn: this.door.person(account.name).lastSignIn,
      })),
    };
  }

  add(
    name: string,
    roles: readonly Role[],
    institution: Institution,
    password: string,
  ): Promise<Outcome<AccountsPage>> {
    return this.change(async () => {
      const own = normalName(name);
      const taken = this.door.accounts.book.accounts.map((account) => account.name);
      const problem =
        nameProblem(own, taken) ?? institutionProblem(roles, institution) ?? passwordProblem(password, own);
      if (problem) return refused(problem);
      await this.door.keep({ people: { ...this.door.note.people, [own]: { ...ADDED, mustChange: true } } });
      await this.door.putPassword(own, password);
      await this.enter(own, { roles: inOrder(roles), institution: institutionOf(roles, institution) });
      return done(`add ${own}`);
    });
  }

  alter(
    name: string,
    set: { readonly roles: readonly Role[]; readonly institution: Institution; readonly retired: boolean },
  ): Promise<Outcome<AccountsPage>> {
    return this.change(async () => {
      const account = this.door.accounts.account(name);
      if (!account) return refused(words.NO_ACCOUNT);
      const problem = institutionProblem(set.roles, set.institution);
      if (problem) return refused(problem);
      const next = { roles: inOrder(set.roles), institution: institutionOf(set.roles, set.institution) };
      if (!this.keepsAdministrator({ ...account, ...next, retired: set.retired }))
        return refused(words.LAST_ADMINISTRATOR);
      await this.enter(name, { ...next, retired: set.retired });
      if (set.retired && this.door.canOpen(name)) await this.door.dropPassword(name);
      return done(`${set.retired ? 'retire' : 'change'} ${name}`);
    });
  }

  /** Locks by hand, or frees from every lock but the centre's. */
  lock(name: string, locked: boolean): Promise<Outcome<AccountsPage>> {
    return this.change(async () => {
      const account = this.door.accounts.account(name);
      if (!account) return refused(words.NO_ACCOUNT);
      if (locked && !this.keepsAdministrator({ ...account, locked })) return refused(words.LAST_ADMINISTRATOR);
      if (account.locked !== locked) await this.enter(name, { locked });
      if (!locked) await this.door.keepPerson(name, { attempts: NO_ATTEMPTS });
      return done(`${locked ? 'lock' : 'free'} ${name}`);
    });
  }

  /** The person has to change it at the next signing in; wrong tries are forgotten and the PIN goes. */
  resetPassword(name: string, password: string): Promise<Outcome<AccountsPage>> {
    return this.change(async () => {
      const account = this.door.accounts.account(name);
      if (!account) return refused(words.NO_ACCOUNT);
      if (account.retired) return refused(words.RETIRED);
      if (name === this.context.account()) return refused(words.OWN_PASSWORD);
      const problem = passwordProblem(password, name);
      if (problem) return refused(problem);
      await this.door.keepPerson(name, { mustChange: true, pin: null, passwordAt: null, attempts: NO_ATTEMPTS });
      await this.door.putPassword(name, password);
      return done(`password ${name}`);
    });
  }

  changeSettings(settings: AccessSettings): Promise<Outcome<AccountsPage>> {
    return this.change(async () => {
      const { idleMinutes, offlineDays, pinHours } = settings;
      await this.commit({ settings: { idleMinutes, offlineDays, pinHours } });
      return done('settings');
    });
  }

  /** Runs with the right to, one change at a time, and notes what was done. Throws AccessError. */
  private change(work: () => Promise<Outcome<string>>): Promise<Outcome<AccountsPage>> {
    return this.door.turns.run(async () => {
      this.context.require('account.manage');
      const account = this.context.account();
      const worked = await work();
      if (!worked.ok) return worked;
      await this.context.log.record({ event: 'account-changed', account, what: worked.value });
      return done(this.view()); // also to an administrator who has just taken the right from himself
    });
  }

  private enter(name: string, set: AccountSet): Promise<void> {
    return this.commit(accountData(name, set));
  }

  private async commit(data: Readonly<Record<string, unknown>>): Promise<void> {
    const { store, ids } = this.context;
    const subject = this.door.accounts.subject ?? `${ACCOUNTS_PREFIX}${ids.next()}`;
    await store.commit([{ subject, kind: ACCOUNT_SET, data, account: this.context.account() }]);
    this.door.accounts.noted([subject]);
  }

  /** Whether somebody who manages accounts can sign in once this account is so. A key file's holder always can. */
  private keepsAdministrator(next: Account): boolean {
    const { accounts } = this.door.accounts.book;
    const after = accounts.map((account) => (account.name === next.name ? next : account));
    const before = hasAdministrator(accounts, (name) => this.door.canOpen(name));
    return !before || hasAdministrator(after, (name) => this.door.canOpen(name));
  }
}

const ADDED = { attempts: NO_ATTEMPTS, pin: null, passwordAt: null, lastSignIn: null } as const;

const inOrder = (roles: readonly Role[]): readonly Role[] => ROLES.filter((role) => roles.includes(role));

/** Only a part-time mediator has one: it bounds what he sees. */
const institutionOf = (roles: readonly Role[], institution: Institution): Institution =>
  roles.includes('part-time-mediator') ? institution : null;

const institutionProblem = (roles: readonly Role[], institution: Institution) =>
  roles.includes('part-time-mediator') && institution === null ? words.NEEDS_INSTITUTION : null;
