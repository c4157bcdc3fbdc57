import type { FormId } from '../../domain/forms/form-ids';
import type { FormDocument } from '../layout/form-document';
import type { TextSetter } from '../layout/text-setter';
import type { DocumentProblem, RenderRequest } from '../rendered';

/**
 * A versioned template（文书模板）. A document that was signed keeps the version it was made with (domain.md 1.1). Title and
 * subject of the form are in `FORMS` of the domain.
 */
export interface FormTemplate {
  readonly id: FormId;
  readonly version: string;
  /** First day on which a document may be made on it, Asia/Shanghai. */
  readonly effectiveFrom: string;
  /** What is missing to print; empty when the form is ready. */
  readonly problems: (request: RenderRequest) => readonly DocumentProblem[];
  /** Lays out a request that is ready. Characters are checked by `renderForm` on what is set here. */
  readonly build: (request: RenderRequest, template: FormTemplate, setter: TextSetter) => FormDocument;
}

/** The templates of a group of forms. */
export type FormGroup<F extends FormId> = Readonly<Record<F, FormTemplate>>;
