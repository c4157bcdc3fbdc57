import type { CaseView } from '../../electron/contract/case-view';

/** Parts of a case as the screens speak of them; all derived from the contract. */
export type CaseState = CaseView['state'];
export type Party = CaseState['parties'][number];
/** A party while it is typed: nothing is required yet. */
export type PartyDraft = Partial<Omit<Party, 'key'>>;
export type Representative = NonNullable<Party['representatives']>[number];
export type Session = CaseState['sessions'][number];
export type Agreement = NonNullable<CaseState['agreement']>;
export type Payment = Agreement['payments'][number];
export type Finding = CaseView['findings'][number];
export type Stage = CaseView['stage'];
export type Side = Party['side'];
export type Sex = NonNullable<Party['sex']>;
export type DocumentType = NonNullable<Party['document']>['type'];
export type Authority = NonNullable<Representative['authority']>[number];
export type SessionResult = Session['result'];

/** The facts of the case itself（纠纷）, as one form edits them. */
export type DisputeDraft = Pick<
  CaseState,
  | 'source'
  | 'courtNumber'
  | 'receivedAt'
  | 'disputeType'
  | 'regime'
  | 'amountFen'
  | 'contractNumber'
  | 'claims'
  | 'facts'
  | 'mediators'
  | 'recorder'
>;
