import { complaintProblems } from './complaint-parts';
import { e01Document } from './e01-credit-card';
import { e02Document } from './e02-loan';
import type { FormGroup } from './form-template';
import { t01Document, t01Problems } from './t01-checklist';

/** Papers for the court; the element complaints are our own layout of the elements of domain.md 4.5. */
export const TRANSFER_FORMS: FormGroup<'E01' | 'E02' | 'T01'> = {
  E01: { id: 'E01', version: '1.0', effectiveFrom: '2024-01-01', problems: complaintProblems, build: e01Document },
  E02: { id: 'E02', version: '1.0', effectiveFrom: '2024-01-01', problems: complaintProblems, build: e02Document },
  T01: { id: 'T01', version: '1.0', effectiveFrom: '2024-01-01', problems: t01Problems, build: t01Document },
};
