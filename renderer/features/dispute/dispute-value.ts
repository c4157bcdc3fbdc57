import type { CaseState, DisputeDraft } from '../../shared/case-types';
import type { ProblemsByField } from '../../shared/problems';

/** What the form about the dispute edits: the facts of the case and how it was applied for and accepted. */
type DisputeValue = DisputeDraft & Pick<CaseState, 'application' | 'acceptedOn' | 'court'>;

/** A part of the form about the dispute. */
export interface DisputeProps {
  readonly value: DisputeValue;
  readonly onChange: <K extends keyof DisputeValue>(field: K, value: DisputeValue[K]) => void;
  /** By the name of the field. */
  readonly problems: ProblemsByField;
}
