import { useEffect, useEffectEvent, useRef } from 'react';
import type { Request, Response } from '../../../electron/contract/contract';
import type { PartyDraft } from '../../shared/case-types';
import { useAnswer } from '../../shared/use-answer';

type Check = Response<'checks.party'>;

/** The party without what is still empty: only what is there is checked. */
function typed(party: PartyDraft): Request<'checks.party'>['party'] {
  const { document, representatives, ...rest } = party;
  return {
    ...rest,
    ...(document === undefined || document.number === '' ? {} : { document }),
    ...(representatives === undefined
      ? {}
      : {
          representatives: representatives.map(({ document: paper, ...agent }) => ({
            ...agent,
            ...(paper === undefined || paper.number === '' ? {} : { document: paper }),
          })),
        }),
  };
}

/**
 * Checks a party while it is typed, and fills in the sex and the birth date that an identity number says - where they
 * are empty or came from the number before, never over what a person typed. `of`: the party as it is kept, whose masked
 * numbers (脱敏) stand for its own.
 */
export function usePartyCheck(
  party: PartyDraft,
  fill: (patch: PartyDraft) => void,
  of?: Request<'checks.party'>['of'],
): Check | null {
  const check = useAnswer('checks.party', { party: typed(party), ...(of === undefined ? {} : { of }) }, 100).value;
  const derived = check?.derived ?? null;
  const before = useRef<Check['derived']>(null);
  const take = useEffectEvent((found: NonNullable<Check['derived']>): void => {
    // Two numbers can have the same mask, so what they say is compared as well.
    if (sameSaying(found, before.current)) return;
    if (party.document?.type !== 'resident-id' || party.kind !== 'person') return;
    const sex = party.sex === undefined || party.sex === before.current?.sex ? found.sex : party.sex;
    const untouched = !party.birthDate || party.birthDate === before.current?.birthDate;
    const birthDate = untouched ? found.birthDate : party.birthDate;
    before.current = found;
    if (sex !== party.sex || birthDate !== party.birthDate) fill({ sex, ...(birthDate ? { birthDate } : {}) });
  });
  useEffect(() => {
    if (derived !== null) take(derived);
  }, [derived]);
  return check;
}

const sameSaying = (a: NonNullable<Check['derived']>, b: Check['derived']): boolean =>
  a.number === b?.number && a.sex === b.sex && a.birthDate === b.birthDate;
