import type { CaseState } from '../domain/case/case-state';
import type { FormId } from '../domain/forms/form-ids';
import type { Organisation } from '../domain/organisation/organisation';

export type { FormId } from '../domain/forms/form-ids';

/** One row of the contents of a dossier（卷内目录）. `page` is the number stamped on its first page, null where pages bear none. */
export interface ContentsRow {
  readonly title: string;
  readonly page: number | null;
  readonly remark?: string | undefined;
}

/** One file that goes with a letter of transfer（附件清单）. */
export interface Enclosure {
  readonly title: string;
  readonly pages: number;
}

/** What a form prints that is no part of the case's state: computed from other papers just before it is made. */
export interface Supplement {
  readonly contents?: readonly ContentsRow[] | undefined;
  readonly enclosures?: readonly Enclosure[] | undefined;
  /** Hash of the files of a package, printed on F27. */
  readonly packageSha256?: string | undefined;
  /** Numbered pages of the whole dossier, for F18. */
  readonly dossierPages?: number | undefined;
}

/**
 * What to print. `of` says which paper of the form (`case`, or the key of a party, session, instalment or record).
 * `printedAt` is an ISO 8601 instant with offset from the caller's clock: nothing here reads one.
 */
export interface RenderRequest {
  readonly form: FormId;
  readonly of: string;
  readonly state: CaseState;
  readonly organisation: Organisation;
  readonly printedAt: string;
  /** A draft needs no official number and carries the watermark 草稿. */
  readonly draft: boolean;
  /** Bytes of the attachments that the form draws, by their sha256. */
  readonly pictures?: Readonly<Record<string, Uint8Array>> | undefined;
  readonly supplement?: Supplement | undefined;
}

export type DocumentProblemCode =
  /** Something that the form prints is missing or unsettled. */
  | 'not-ready'
  /** 〓 stands for a character, but its picture is missing. */
  | 'missing-character-image'
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
