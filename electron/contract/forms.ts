/** The forms and their own fields, for the screens that ask for them. */
export { DOSSIER, FORMS } from '../core/domain/forms/form-facts';
export { FORM_IDS, isFormId, WHOLE_CASE, type FormId, type PaperRef } from '../core/domain/forms/form-ids';
export type { FieldSpec } from '../core/domain/forms/field-spec';
export { paperFields } from '../core/domain/forms/paper-fields';
