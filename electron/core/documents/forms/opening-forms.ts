import { commonProblems } from './common-problems';
import { f03Document } from './f03-application';
import { f04Document } from './f04-register';
import { f05Document } from './f05-notice';
import { f06Document, f06Problems } from './f06-identity';
import { f07Document } from './f07-mandate';
import { f08Document, f08Problems } from './f08-legal-representative';
import { f19Document } from './f19-address';
import { f22aDocument } from './f22a-acceptance';
import { f28Document } from './f28-session-notice';
import { f29Document } from './f29-receipt';
import { f30Document } from './f30-disclosure';
import { f31Document } from './f31-consent';
import type { FormGroup, FormTemplate } from './form-template';

/** Layouts of the national set of 2010 (domain.md 1.1), and our own. */
const national = { version: '1.0', effectiveFrom: '2011-01-01', problems: commonProblems } as const;
const ours = { ...national, effectiveFrom: '2024-01-01' } as const;

const template = (id: FormTemplate['id'], base: Omit<FormTemplate, 'id' | 'build'>, build: FormTemplate['build']) => ({
  id,
  ...base,
  build,
});

type OpeningForm = 'F03' | 'F04' | 'F05' | 'F06' | 'F07' | 'F08' | 'F19' | 'F22A' | 'F28' | 'F29' | 'F30' | 'F31';

/** Papers that open a case. */
export const OPENING_FORMS: FormGroup<OpeningForm> = {
  F03: template('F03', national, f03Document),
  F04: template('F04', national, f04Document),
  F05: template('F05', national, f05Document),
  F06: template('F06', { ...national, problems: f06Problems }, f06Document),
  F07: template('F07', national, f07Document),
  F08: template('F08', { ...ours, problems: f08Problems }, f08Document),
  F19: template('F19', ours, f19Document),
  F22A: template('F22A', ours, f22aDocument),
  F28: template('F28', ours, f28Document),
  F29: template('F29', ours, f29Document),
  F30: template('F30', ours, f30Document),
  F31: template('F31', ours, f31Document),
};
