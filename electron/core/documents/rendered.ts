import type { CaseState } from '../domain/case/case-state';
import type { Organisation } from '../domain/organisation/organisation';

/** Forms that can be printed (domain.md 1.5). */
export const FORM_IDS = ['F12'] as const;
export type FormId = (typeof FORM_IDS)[number];

/** What to print. `printedAt` is an ISO 8601 instant with offset from the caller's clock: nothing here reads one. */
export interface RenderRequest {
  readonly form: FormId;
  readonly state: CaseState;
  readonly organisation: Organisation;
  readonly printedAt: string;
  /** A draft needs no official number and carries the watermark 草稿. */
  readonly draft: boolean;
}

export type DocumentProblemCode =
  /** Something that the form prints is missing or unsettled. */
  | 'not-ready'
  /** No font that is shipped draws the character. */
  | 'missing-glyph'
  /** A private-use code point: it would show another sign on another machine. */
  | 'private-use-character'
  /** An invisible control character. */
  | 'control-character'
  /** The program that makes PDFs stopped; the request may be sent again. */
  | 'renderer-stopped';

/** Why a document was not made, in plain words with what to do next. `field` is a path in the case, e.g. `party.applicant.name`. */
export interface DocumentProblem {
  readonly code: DocumentProblemCode;
  readonly zh: string;
  readonly en: string;
  readonly field?: string;
}

/** A finished PDF, or every reason against it. The same request gives the same bytes. */
export type Rendered =
  | {
      readonly ok: true;
      readonly pdf: Uint8Array;
      readonly pages: number;
      readonly form: FormId;
      readonly formVersion: string;
    }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] };
