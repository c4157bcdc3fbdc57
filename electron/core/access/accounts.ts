import { z } from 'zod';
import type { Entry } from '../domain/journal/entry';
import { ancestryOf, orderJournal } from '../domain/journal/graph';
import { stampMillis } from '../domain/journal/hybrid-clock';
import { foldRegisters } from '../domain/journal/registers';
import type { Actor } from './actor';
import { ROLES } from './rights';

/** The kind of entry: `{ account, set: { roles, institution, retired, locked } }`, or `{ settings: { … } }`. */
export const ACCOUNT_SET = 'account-set';

const accountSchema = z.object({
  /** Unique here; stands in entries; never changed. */
  name: z.string().min(1),
  roles: z.array(z.enum(ROLES)).min(1),
  /** 所在机构, of a part-time mediator. */
  institution: z.object({ name: z.string().min(1), creditCode: z.string().nullable() }).nullable(),
  /** 停用: kept because the entries of the person are. */
  retired: z.boolean(),
  /** By an administrator, by hand. */
  locked: z.boolean(),
  /** When the account was made, milliseconds since 1970 by the clock of then. */
  since: z.number(),
});

const accessSettings = z.object({
  /** Minutes without a key or a click after which the screen locks. */
  idleMinutes: z.number().int().min(1).max(240),
  /** Days without the centre after which people cannot sign in（离线登录天数, domain.md 8.6 O1）; only where there is one. */
  offlineDays: z.number().int().min(1).max(365),
  /** Hours after the password in which the PIN is enough. */
  pinHours: z.number().int().min(1).max(24),
});

/** Accounts in the order in which they were made, and what holds for all（账户册）. */
export const accountsBook = z.object({ accounts: z.array(accountSchema), settings: accessSettings });

type Readonlys<T> = T extends readonly (infer I)[]
  ? readonly Readonlys<I>[]
  : T extends object
    ? { readonly [K in keyof T]: Readonlys<T[K]> }
    : T;
export type Account = Readonlys<z.infer<typeof accountSchema>>;
export type AccessSettings = Readonlys<z.infer<typeof accessSettings>>;
export type AccountsBook = Readonlys<z.infer<typeof accountsBook>>;

export const SETTINGS: AccessSettings = { idleMinutes: 10, offlineDays: 30, pinHours: 12 };
export const NO_ACCOUNTS: AccountsBook = { accounts: [], settings: SETTINGS };

/** What an administrator sets of an account. */
export type AccountSet = Partial<Pick<Account, 'roles' | 'institution' | 'retired' | 'locked'>>;

/** The data of an entry that sets up or changes an account. */
export const accountData = (account: string, set: AccountSet): Readonly<Record<string, unknown>> => ({ account, set });

const ACCOUNT_FIELDS = ['roles', 'institution', 'retired', 'locked'];
const SETTING_FIELDS = Object.keys(accessSettings.shape);

/** Field paths as a JSON pair: a name may hold any sign. */
function writesOf({ kind, data }: Entry): readonly (readonly [string, unknown])[] {
  if (kind !== ACCOUNT_SET) return [];
  const of = (value: unknown, fields: readonly string[]): readonly (readonly [string, unknown])[] =>
    Object.entries((value ?? {}) as Record<string, unknown>).filter(([field]) => fields.includes(field));
  const { account } = data;
  if (typeof account !== 'string') {
    return of(data['settings'], SETTING_FIELDS).map(([field, value]) => [JSON.stringify([null, field]), value]);
  }
  return of(data['set'], ACCOUNT_FIELDS).map(([field, value]) => [JSON.stringify([account, field]), value]);
}

/**
 * Folds a journal of accounts; total. An account without readable roles is left out, so that it has no rights.
 * Where two entries did not see each other, the one that takes more away stands for `retired` and `locked`.
 */
export function foldAccounts(entries: readonly Entry[]): AccountsBook {
  const { ordered } = orderJournal(entries);
  const registers = foldRegisters(ordered, writesOf, ancestryOf(ordered));
  const since = new Map<string, number>();
  for (const { kind, data, at } of ordered) {
    const { account } = data;
    if (kind === ACCOUNT_SET && typeof account === 'string' && !since.has(account)) since.set(account, stampMillis(at));
  }
  const standing = (of: string | null, field: string): readonly unknown[] =>
    (registers.get(JSON.stringify([of, field])) ?? []).map(({ value }) => value);
  const accounts = [...since].flatMap(([name, at]) => {
    const read = accountSchema.safeParse({
      name,
      roles: standing(name, 'roles')[0],
      institution: standing(name, 'institution')[0] ?? null,
      retired: standing(name, 'retired').includes(true),
      locked: standing(name, 'locked').includes(true),
      since: at,
    });
    return read.success ? [read.data] : [];
  });
  const values = SETTING_FIELDS.flatMap((field) => {
    const [value] = standing(null, field);
    return value === undefined ? [] : [[field, value] as const];
  });
  const settings = accessSettings.safeParse({ ...SETTINGS, ...Object.fromEntries(values) });
  return { accounts, settings: settings.success ? settings.data : SETTINGS };
}

/** Who an account acts as: what it sees of people is masked until asked for. */
export const actorOf = ({ name, roles, institution }: Account): Actor => ({ name, roles, institution, masked: true });

/** Someone who manages accounts is there still, were the book like this. `canOpen` tells whose password opens the store. */
export const hasAdministrator = (accounts: readonly Account[], canOpen: (name: string) => boolean): boolean =>
  accounts.some(
    ({ name, roles, retired, locked }) => roles.includes('administrator') && !retired && !locked && canOpen(name),
  );
