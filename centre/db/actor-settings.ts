import type { Actor } from './db';

/** Doubled quotes and no backslash games: `standard_conforming_strings` is on in both databases. */
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * The statements at the head of a transaction that make it the actor's: role and what row-level security looks at.
 * Empty for an administrator, who is the owner. NUL, which PostgreSQL does not carry, throws a RangeError.
 */
export function actorSettings(actor: Actor): string {
  if (actor.as === 'admin') return '';
  const role = 'set local role centre_service';
  if (actor.as === 'service') return role;
  if (`${actor.organisation}${actor.station}`.includes('\0')) throw new RangeError('NUL in an actor');
  const settings = [
    `set_config('centre.organisation', ${literal(actor.organisation)}, true)`,
    `set_config('centre.station', ${literal(actor.station)}, true)`,
  ];
  return `${role}; select ${settings.join(', ')}`;
}
