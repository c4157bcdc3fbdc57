import type { Party } from '../../domain/case/case-state';
import type { SignPlace } from './sign-places';

/** A party as it signs: its name, and under it the agents who may sign for it. */
export const signerName = (party: Party): string =>
  [party.name, ...(party.representatives ?? []).map((each) => `委托代理人：${each.name}`)].join('\n');

/** A place with room for a fingerprint for each party, or one without a name where none is known. */
export const partyPlaces = (role: string, parties: readonly Party[], date: SignPlace['date']): readonly SignPlace[] =>
  parties.length === 0
    ? [{ role, room: 'fingerprint', date }]
    : parties.map((party) => ({ role, name: signerName(party), room: 'fingerprint', date }));

/** A place to sign for each name, or one without a name where none is known. */
export const namedPlaces = (role: string, names: readonly string[], date: SignPlace['date']): readonly SignPlace[] =>
  (names.length === 0 ? [undefined] : names).map((name) => ({ role, name, room: 'signature', date }));
