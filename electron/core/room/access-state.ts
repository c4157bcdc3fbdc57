import type { Actor } from '../access/actor';
import { rightsOf, type Right, type Role } from '../access/rights';
import type { Problem } from '../domain/checks/problem';
import type { Door } from './door';

/** The first account of a room, and the holder of a key file: administrators, tests, demonstrations. */
export const FIRST_ROLES: readonly Role[] = ['administrator', 'chair', 'mediator'];

/** Who may sign in, and who is. Times: milliseconds since 1970. */
export interface AccessState {
  readonly state: 'no-accounts' | 'signed-out' | 'locked' | 'signed-in';
  readonly who:
    | (Pick<Actor, 'name' | 'roles' | 'institution'> & {
        readonly rights: readonly Right[];
        readonly mustChangePassword: boolean;
        readonly hasPin: boolean;
      })
    | null;
  readonly people: readonly {
    readonly name: string;
    readonly roles: readonly Role[];
    readonly pin: boolean;
    readonly waitUntil: number | null;
    readonly barred: Problem | null;
  }[];
  readonly idleMinutes: number;
  readonly recoveryMade: boolean;
}

/** The state as the first screen shows it. `actor`: who is signed in, also while the screen is locked. */
export function stateOf(door: Door, actor: Actor | null, locked: boolean): AccessState {
  return {
    state: nameOfState(door, actor, locked),
    who: actor && whoOf(door, actor),
    people: door.accounts.book.accounts
      .filter(({ retired }) => !retired)
      .map((account) => ({
        name: account.name,
        roles: account.roles,
        pin: door.pinIsGood(account.name),
        waitUntil: door.waitsUntil(account.name),
        barred: door.barred(account),
      })),
    idleMinutes: door.settings.idleMinutes,
    recoveryMade: door.note.recovery !== null,
  };
}

function nameOfState(door: Door, actor: Actor | null, locked: boolean): AccessState['state'] {
  if (actor) return locked ? 'locked' : 'signed-in';
  return door.accounts.founded ? 'signed-out' : 'no-accounts';
}

function whoOf(door: Door, { name, roles, institution }: Actor): AccessState['who'] {
  const { mustChange, pin } = door.person(name);
  return { name, roles, institution, rights: rightsOf(roles), mustChangePassword: mustChange, hasPin: pin !== null };
}
