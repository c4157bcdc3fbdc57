import type { FormId } from '../../domain/forms/form-ids';
import { CLOSING_FORMS } from './closing-forms';
import { COURSE_FORMS } from './course-forms';
import type { FormTemplate } from './form-template';
import { OPENING_FORMS } from './opening-forms';
import { TRANSFER_FORMS } from './transfer-forms';

/** The current template of each form. A new version replaces its row; `formVersion` in the journal names the old one. */
const TEMPLATES: Readonly<Partial<Record<FormId, FormTemplate>>> = {
  ...OPENING_FORMS,
  ...COURSE_FORMS,
  ...CLOSING_FORMS,
  ...TRANSFER_FORMS,
};

/** The template that documents are made on now. */
export function formTemplate(id: FormId): FormTemplate {
  const template = TEMPLATES[id];
  if (template === undefined) throw new Error(`no template ${id}`);
  return template;
}
