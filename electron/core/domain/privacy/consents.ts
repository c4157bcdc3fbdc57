import type { CaseState, Party } from '../case/case-state';
import type { CalendarDate } from '../time/calendar-date';
import { paperData } from '../forms/paper-fields';

/** What one natural person agreed to（单独同意）by F31, as far as the papers of the case tell. */
export interface Consent {
  /** Key of the party. */
  readonly party: string;
  readonly name: string;
  /** none: no F31 yet; asked: made or typed in and not signed; given: signed; withdrawn: signed and taken back. */
  readonly state: 'none' | 'asked' | 'given' | 'withdrawn';
  /** Sensitive data (PIPL Art. 29), handing over to the court (Art. 23), sound and picture: ticked and in force. */
  readonly sensitive: boolean;
  readonly court: boolean;
  readonly recording: boolean;
}

/**
 * The state of consent of each natural person who is a party, in the order of the case（个人信息保护法 Arts. 15, 23, 29;
 * domain.md F31）. Signed is a F31 whose day of signing was typed in or whose signed scan was attached; a paper that was
 * only printed is asked for. A withdrawal takes back all three, whatever the paper names, until a later signing.
 */
export const consentsOf = (state: CaseState): readonly Consent[] =>
  state.parties.filter((party) => party.kind === 'person').map((party) => consentOf(state, party));

function consentOf(state: CaseState, { key, name }: Party): Consent {
  const { sensitive, court, recording, signedOn, withdrawnOn } = paperData(state.papers, 'F31', key);
  const stands = standingOf(state, key, signedOn, withdrawnOn);
  const given = stands === 'given';
  return {
    party: key,
    name,
    state: stands,
    sensitive: given && sensitive === true,
    court: given && court === true,
    recording: given && recording === true,
  };
}

function standingOf(
  state: CaseState,
  key: string,
  signedOn: CalendarDate | undefined,
  withdrawnOn: CalendarDate | undefined,
): Consent['state'] {
  const again = signedOn !== undefined && withdrawnOn !== undefined && signedOn > withdrawnOn;
  if (withdrawnOn !== undefined && !again) return 'withdrawn';
  const issued = state.documents.filter(({ form, of }) => form === 'F31' && of === key).map(({ entry }) => entry);
  const scanned = state.attachments.some(({ role, of }) => role === 'signed-scan' && issued.includes(of));
  if (signedOn !== undefined || scanned) return 'given';
  const typed = state.papers.some(
    ({ form, of, fields }) => form === 'F31' && of === key && Object.keys(fields).length > 0,
  );
  return issued.length > 0 || typed ? 'asked' : 'none';
}
