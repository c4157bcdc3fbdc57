import type { WriteMessage } from '../../../electron/contract/cases';
import type { ProblemMessage } from '../../../electron/contract/method';
import type { DisputeDraft, PartyDraft, Side } from '../../shared/case-types';
import { fromShanghaiMinute, shanghaiMinute } from '../../shared/format';
import { freshKey } from '../../shared/fresh-key';

/** A party of a case that is not registered yet. */
export type DraftParty = PartyDraft & { readonly key: string; readonly side: Side };

/** A new case while it is typed. */
export interface CaseDraft {
  readonly dispute: DisputeDraft;
  readonly parties: readonly DraftParty[];
}

/** The next party of a side, empty. */
export const newParty = (side: Side, kind: 'person' | 'organisation', taken: readonly DraftParty[]): DraftParty => ({
  key: freshKey(
    side,
    taken.map((party) => party.key),
  ),
  side,
  kind,
});

/** An empty draft, received now, with one applicant and one respondent. */
export function emptyDraft(): CaseDraft {
  return {
    dispute: {
      receivedAt: fromShanghaiMinute(shanghaiMinute(new Date())),
      claims: [],
      facts: '',
      mediators: [],
    },
    parties: [newParty('applicant', 'organisation', []), newParty('respondent', 'person', [])],
  };
}

const filled = (value: unknown): boolean => {
  if (value === undefined || value === null || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  return !(typeof value === 'object' && 'number' in value && value.number === '');
};

const set = (fields: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => filled(value)));

/** The entries that register the case; what is empty is left out. */
export function writesOf(draft: CaseDraft): WriteMessage[] {
  return [
    { kind: 'case-set', data: { set: set(draft.dispute) } },
    ...draft.parties.map(({ key, ...party }): WriteMessage => ({
      kind: 'party-set',
      data: { party: key, set: set(party) },
    })),
  ];
}

/** The problems of one party of the draft, with fields as the party names them. */
export function problemsOfParty(
  problems: readonly ProblemMessage[],
  key: string,
  index: number,
): readonly ProblemMessage[] {
  const prefixes = [`party.${key}.`, `parties.${index}.`, `parties.${key}.`];
  return problems.flatMap((problem) => {
    const prefix = prefixes.find((p) => problem.field?.startsWith(p));
    return prefix === undefined ? [] : [{ ...problem, field: problem.field?.slice(prefix.length) ?? '' }];
  });
}
