import type { FormId } from '../rendered';
import { f12Document } from './f12-agreement';
import { f12Problems } from './f12-readiness';
import { f12Texts } from './f12-texts';
import type { FormTemplate } from './form-template';

/** The current template of each form. A new version replaces its row; `formVersion` in the journal names the old one. */
const TEMPLATES: Readonly<Record<FormId, FormTemplate>> = {
  F12: {
    id: 'F12',
    version: '1.0',
    effectiveFrom: '2011-01-01',
    title: { zh: '人民调解协议书', en: "People's mediation agreement" },
    problems: f12Problems,
    texts: f12Texts,
    build: f12Document,
  },
};

/** The template that documents are made on now. */
export const formTemplate = (id: FormId): FormTemplate => TEMPLATES[id];
