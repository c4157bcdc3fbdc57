import { commonProblems } from './common-problems';
import { f01Document } from './f01-cover';
import { f02Document, f02Problems } from './f02-contents';
import { f17Document } from './f17-note';
import { f18Document } from './f18-back';
import { f20Document } from './f20-service';
import { f21aDocument, f21aProblems } from './f21a-notice';
import { f21bDocument } from './f21b-report';
import { f21bProblems } from './f21b-readiness';
import { f22bDocument, f22bProblems } from './f22b-refusal';
import { f26Document } from './f26-closing';
import { f27Document } from './f27-letter';
import { f27Problems } from './f27-readiness';
import type { FormGroup } from './form-template';
import type { DocumentProblem, RenderRequest } from '../rendered';

/** For papers that print nothing of the case but what was typed for them. */
const ownProblems = (request: RenderRequest): readonly DocumentProblem[] =>
  commonProblems(request, new RegExp(`^paper\\.${request.form}\\.`, 'u'));

/** Of the 2010 set of national forms（司法部人民调解文书格式）: in force since 2011-01-01 (domain.md 1.1). */
const NATIONAL = { version: '1.0', effectiveFrom: '2011-01-01' } as const;
/** Laid out by ourselves from the fields of domain.md (docs/decisions/letters.md). */
const OWN = { version: '1.0', effectiveFrom: '2024-01-01' } as const;

type ClosingForm = 'F01' | 'F02' | 'F17' | 'F18' | 'F20' | 'F21A' | 'F21B' | 'F22B' | 'F26' | 'F27';

/** Papers that end, hand over and bind a case. */
export const CLOSING_FORMS: FormGroup<ClosingForm> = {
  F01: { id: 'F01', ...NATIONAL, problems: commonProblems, build: f01Document },
  F02: { id: 'F02', ...NATIONAL, problems: f02Problems, build: f02Document },
  F17: { id: 'F17', ...NATIONAL, problems: ownProblems, build: f17Document },
  F18: { id: 'F18', ...NATIONAL, problems: ownProblems, build: f18Document },
  F20: { id: 'F20', ...OWN, problems: commonProblems, build: f20Document },
  F21A: { id: 'F21A', ...OWN, problems: f21aProblems, build: f21aDocument },
  F21B: { id: 'F21B', ...OWN, problems: f21bProblems, build: f21bDocument },
  F22B: { id: 'F22B', ...OWN, problems: f22bProblems, build: f22bDocument },
  F26: { id: 'F26', ...NATIONAL, problems: commonProblems, build: f26Document },
  F27: { id: 'F27', ...OWN, problems: f27Problems, build: f27Document },
};
