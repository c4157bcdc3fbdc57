import type { PrintedText } from '../fonts/glyph-check';
import type { FormDocument } from '../layout/form-document';
import type { TextSetter } from '../layout/text-setter';
import type { DocumentProblem, FormId, RenderRequest } from '../rendered';

/** A versioned template（文书模板）. A document that was signed keeps the version it was made with (domain.md 1.1). */
export interface FormTemplate {
  readonly id: FormId;
  readonly version: string;
  /** First day on which a document may be made on it, Asia/Shanghai. */
  readonly effectiveFrom: string;
  readonly title: { readonly zh: string; readonly en: string };
  /** What is missing to print; empty when the form is ready. */
  readonly problems: (request: RenderRequest) => readonly DocumentProblem[];
  /** Every text of the case that the form prints, for the glyph check. */
  readonly texts: (request: RenderRequest) => readonly PrintedText[];
  readonly build: (request: RenderRequest, template: FormTemplate, setter: TextSetter) => FormDocument;
}
