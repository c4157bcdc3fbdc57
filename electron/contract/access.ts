import { z } from 'zod';
import { date, method, nothing, problemSchema } from './method';

/** Accounts, signing in, keys（账户、登录、密钥）. Secrets go from the window to the main process only, never back. */

/** Mirrors core/access/rights.ts. */
export const ROLES = [
  'administrator',
  'chair',
  'mediator',
  'part-time-mediator',
  'invited-mediator',
  'clerk',
  'auditor',
] as const;
const roles = z.array(z.enum(ROLES)).min(1).max(ROLES.length);
const personName = z.string().trim().min(1).max(60);
/** As typed; rules for new ones are the core's. */
const secret = z.string().min(1).max(200);
const pin = z.string().min(1).max(20);

const institution = z.object({ name: z.string().trim().min(1).max(200), creditCode: z.string().max(18).nullable() });

/** Who may sign in here, for the first screen. */
const personAtDoor = z.object({
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  /** A PIN is set and good now: the password was given within its hours. */
  pin: z.boolean(),
  /** Milliseconds since 1970 before which nothing is tried; null when at once. */
  waitUntil: z.number().nullable(),
  /** Why this person cannot sign in at all, in words; null when he can. */
  barred: problemSchema.nullable(),
});

export const accessStateSchema = z.object({
  /**
   * no-accounts: a store made before there were accounts, or first start was cut off: the first account is to be made.
   * locked: someone is signed in and away; his screen is kept.
   */
  state: z.enum(['no-accounts', 'signed-out', 'locked', 'signed-in']),
  /** Who is signed in, also while locked. */
  who: z
    .object({
      name: z.string(),
      roles: z.array(z.enum(ROLES)),
      rights: z.array(z.string()),
      institution: institution.nullable(),
      /** The password was set by an administrator: the person chooses an own one first. */
      mustChangePassword: z.boolean(),
      hasPin: z.boolean(),
    })
    .nullable(),
  people: z.array(personAtDoor),
  /** Minutes without a key or a click after which the screen locks. */
  idleMinutes: z.number().int(),
  /** A recovery sheet was printed and its end typed back. */
  recoveryMade: z.boolean(),
});
export type AccessState = z.infer<typeof accessStateSchema>;

const accountRow = z.object({
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  institution: institution.nullable(),
  /** Retired accounts stay in the list because their entries do. */
  retired: z.boolean(),
  /** attempts: too many wrong passwords; administrator: by hand; centre: by the centre's order. */
  locked: z.enum(['attempts', 'administrator', 'centre']).nullable(),
  /** Milliseconds since 1970; null before the first time. */
  lastSignIn: z.number().nullable(),
});
export const accountsPageSchema = z.object({
  accounts: z.array(accountRow),
  settings: z.object({
    idleMinutes: z.number().int(),
    /** Days without the centre after which only the centre's word lets people sign in; counted only where there is one. */
    offlineDays: z.number().int(),
    /** Hours after the password in which the PIN is enough. */
    pinHours: z.number().int(),
  }),
});
export type AccountsPage = z.infer<typeof accountsPageSchema>;

export const keysPageSchema = z.object({
  /** The operating system's key store opens this store. */
  os: z.boolean(),
  /** How many passwords open it. */
  passwords: z.number().int(),
  /** The recovery sheet in force; null before the first. */
  recovery: z.object({ madeAt: z.number(), by: z.string() }).nullable(),
  /** A sheet went out and waits for its last characters. */
  waiting: z.boolean(),
});
export type KeysPage = z.infer<typeof keysPageSchema>;

export const accessMethods = {
  'access.state': method(nothing, accessStateSchema),
  /** Only in `no-accounts`: administrator, chair and mediator in one, who may then add others. */
  'access.firstAccount': method(z.object({ name: personName, password: secret }), accessStateSchema),
  'access.signIn': method(z.object({ name: personName, password: secret }), accessStateSchema),
  /** Opens a locked screen, or signs in within the hours of the PIN. */
  'access.signInByPin': method(z.object({ name: personName, pin }), accessStateSchema),
  /** Keeps the screen and asks for password or PIN. */
  'access.lock': method(nothing, accessStateSchema),
  'access.signOut': method(nothing, accessStateSchema),
  /** A key was pressed or the mouse used; at most every 15 seconds. */
  'access.touch': method(nothing, nothing),
  'access.changePassword': method(z.object({ old: secret, fresh: secret }), accessStateSchema),
  /** Null takes the PIN away. The password is asked again. */
  'access.setPin': method(z.object({ password: secret, pin: pin.nullable() }), accessStateSchema),

  'accounts.page': method(nothing, accountsPageSchema),
  'accounts.add': method(
    z.object({ name: personName, roles, institution: institution.nullable(), password: secret }),
    accountsPageSchema,
  ),
  'accounts.change': method(
    z.object({ name: personName, roles, institution: institution.nullable(), retired: z.boolean() }),
    accountsPageSchema,
  ),
  /** Locks by hand, or frees from every lock but the centre's. */
  'accounts.lock': method(z.object({ name: personName, locked: z.boolean() }), accountsPageSchema),
  /** A password by the administrator, which the person has to change at the next signing in. */
  'accounts.resetPassword': method(z.object({ name: personName, password: secret }), accountsPageSchema),
  'accounts.settings': method(
    z.object({
      idleMinutes: z.number().int().min(1).max(240),
      offlineDays: z.number().int().min(1).max(365),
      pinHours: z.number().int().min(1).max(24),
    }),
    accountsPageSchema,
  ),

  'keys.page': method(nothing, keysPageSchema),
  /** Prints a new recovery sheet, or saves it as a PDF where a dialog says; null when the person cancelled. The old sheet opens until the new one is confirmed. */
  'keys.recoverySheet': method(
    z.discriminatedUnion('to', [
      z.object({ to: z.literal('printer'), printer: z.string().min(1).max(500) }),
      z.object({ to: z.literal('file') }),
    ]),
    keysPageSchema.nullable(),
  ),
  /** The last four characters on the paper, typed back: from now on this sheet opens and the old one does not. */
  'keys.confirmRecovery': method(z.object({ tail: z.string().trim().min(4).max(4) }), keysPageSchema),
  /** Where the operating system's store does not open the data (room.status says `key-lost`): opens it and binds it to this system. */
  'keys.open': method(
    z.discriminatedUnion('way', [
      z.object({ way: z.literal('password'), name: personName, password: secret }),
      z.object({ way: z.literal('recovery'), key: secret }),
    ]),
    nothing,
  ),
  /** A lost password: the sheet and a new password for one account, which is signed in then. */
  'keys.resetPassword': method(z.object({ key: secret, name: personName, password: secret }), accessStateSchema),
} as const;

/** One line of the access log（查阅记录）. */
export const logRowSchema = z.object({
  /** Instant, ISO 8601 in UTC. */
  at: z.string(),
  account: z.string(),
  /** viewed, unmasked, previewed, printed, exported, signed-in, refused, … */
  kind: z.string(),
  zh: z.string(),
  en: z.string(),
  caseId: z.string().nullable(),
  title: z.string().nullable(),
});

/** 隐私: who looked at what, one person's data, copies that may go. */
export const privacyMethods = {
  /** Newest first. Dates in Asia/Shanghai, both included. */
  'log.list': method(
    z.object({
      from: date,
      to: date,
      account: z.string().max(60).nullable(),
      caseId: z.string().max(120).nullable(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    z.object({ rows: z.array(logRowSchema), total: z.number().int(), accounts: z.array(z.string()) }),
  ),
  /** As a CSV file (UTF-8 with its mark, opens in Excel) where a dialog says; null when cancelled. */
  'log.export': method(z.object({ from: date, to: date }), z.object({ file: z.string().nullable() })),
  /** Which cases one person is in, by identity number, credit code or whole name. */
  'privacy.findPerson': method(
    z.object({ query: z.string().trim().min(2).max(100) }),
    z.object({
      found: z.array(z.object({ caseId: z.string(), title: z.string(), party: z.string(), name: z.string() })),
    }),
  ),
  /** All that is kept here of one person (PIPL Art. 45), as a ZIP where a dialog says; null when cancelled. */
  'privacy.exportPerson': method(
    z.object({
      parties: z
        .array(z.object({ caseId: z.string().max(120), party: z.string().max(100) }))
        .min(1)
        .max(500),
    }),
    z.object({ file: z.string().nullable(), cases: z.number().int() }),
  ),
  /** Archived cases whose copies in this room may go, because the centre has all of them. */
  'privacy.purgeable': method(
    nothing,
    z.object({
      rows: z.array(
        z.object({
          caseId: z.string(),
          title: z.string(),
          number: z.string().nullable(),
          archivedOn: z.string(),
          /** Null when it may go; else why not, in words. */
          blocked: problemSchema.nullable(),
        }),
      ),
      /** Copies that were purged here, newest first. */
      purged: z.array(z.object({ caseId: z.string(), number: z.string().nullable(), on: z.string(), by: z.string() })),
    }),
  ),
  'privacy.purge': method(
    z.object({ caseIds: z.array(z.string().max(120)).min(1).max(500) }),
    z.object({ purged: z.number().int(), kept: z.array(z.object({ caseId: z.string(), problem: problemSchema })) }),
  ),
} as const;
