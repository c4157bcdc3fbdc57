import type { ProblemMessage } from '../../../electron/contract/method';
import type { PartyDraft } from '../../shared/case-types';

/** What the fields of one kind of party need. */
export interface PartyFieldsProps {
  readonly path: string;
  readonly value: PartyDraft;
  readonly onChange: (patch: PartyDraft) => void;
  readonly at: (field: string) => readonly ProblemMessage[];
  /** Age today by the identity number; null when it says none. */
  readonly age: number | null;
}
