import type { FormId } from '../../domain/forms/form-ids';
import { confirmationProblems } from './confirmation-words';
import { courseProblems } from './course-problems';
import { f09Document } from './f09-inquiry';
import { f10Document } from './f10-evidence';
import { f11Document } from './f11-record';
import { f12Document } from './f12-agreement';
import { f12Problems } from './f12-readiness';
import { f13Document, f13Problems } from './f13-oral';
import { f14Document } from './f14-performance';
import { f15Document } from './f15-follow-up';
import { f16aDocument } from './f16a-confirmation';
import { f16bDocument } from './f16b-confirmation';
import { f23Document } from './f23-withdrawal';
import { f24Document, f24Problems } from './f24-undisputed';
import { f25Document } from './f25-proposal';
import { f32Document } from './f32-recording';
import { f33Document } from './f33-approval';
import type { FormGroup, FormTemplate } from './form-template';

type CourseForm =
  'F09' | 'F10' | 'F11' | 'F12' | 'F13' | 'F14' | 'F15' | 'F16A' | 'F16B' | 'F23' | 'F24' | 'F25' | 'F32' | 'F33';

/** Days from which the layouts hold: the national set of December 2010 (domain.md 1.1), and our own. */
const [NATIONAL, OWN] = ['2011-01-01', '2024-01-01'] as const;

const template = (
  id: FormId,
  effectiveFrom: string,
  build: FormTemplate['build'],
  problems: FormTemplate['problems'] = courseProblems,
): FormTemplate => ({ id, version: '1.0', effectiveFrom, problems, build });

/** Papers of the mediation itself and of what was agreed. */
export const COURSE_FORMS: FormGroup<CourseForm> = {
  F09: template('F09', NATIONAL, f09Document),
  F10: template('F10', NATIONAL, f10Document),
  F11: template('F11', NATIONAL, f11Document),
  F12: template('F12', NATIONAL, f12Document, f12Problems),
  F13: template('F13', NATIONAL, f13Document, f13Problems),
  F14: template('F14', OWN, f14Document),
  F15: template('F15', NATIONAL, f15Document),
  F16A: template('F16A', NATIONAL, f16aDocument, confirmationProblems),
  F16B: template('F16B', OWN, f16bDocument, confirmationProblems),
  F23: template('F23', OWN, f23Document),
  F24: template('F24', OWN, f24Document, f24Problems),
  F25: template('F25', OWN, f25Document),
  F32: template('F32', OWN, f32Document),
  F33: template('F33', OWN, f33Document),
};
