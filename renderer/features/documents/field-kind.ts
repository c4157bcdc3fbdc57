import type { FieldSpec } from '../../../electron/contract/forms';
import type { ProblemMessage } from '../../../electron/contract/method';

/** What every kind of field gets. */
export interface KindProps<S extends FieldSpec = FieldSpec> {
  readonly spec: S;
  readonly label: string;
  readonly path: string;
  readonly value: unknown;
  readonly problems?: readonly ProblemMessage[] | undefined;
  readonly hint?: string | undefined;
  /** `undefined` clears the field. */
  readonly onChange: (value: unknown) => void;
}

/** One field by its description alone; `within` stands before its label, to tell the fields of one row from the next. */
export interface CellProps extends Omit<KindProps, 'label' | 'hint'> {
  readonly within?: string;
}

/** A kept value as text; undefined when it is none. */
export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
