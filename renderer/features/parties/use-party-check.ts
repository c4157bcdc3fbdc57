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
 * are empty or came from the number before, never over what a person typed.
 */
export function usePartyCheck(party: PartyDraft, fill: (patch: PartyDraft) => void): Check | null {
  const check = useAnswer('checks.party', { party: typed(party) }, 100).value;
  const derived = check?.derived ?? null;
  const before = useRef<Check['derived']>(null);
  const take = useEffectEvent((found: NonNullable<Check['derived']>): void => {
    if (found.number === before.current?.number) return;
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
