import type { FlowItem } from './flow';
import type { PageGeometry } from './page';

/** What stands in the margins of every page. */
export interface PageMarks {
  /** Form id, title and version（文书模板标识）. */
  readonly form: string;
  readonly number: string;
  readonly sample: boolean;
}

/** What stands at the foot of a page: the form's count of pages, the page number of a letter, or no number. */
export type FootStyle = 'form' | 'letter' | 'none';

/** A form laid out: what flows over the pages, and what stands in the margins of each. */
export interface FormDocument {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly flow: readonly FlowItem[];
  readonly marks: PageMarks;
  /** The page of the national forms when nothing is said. */
  readonly page?: PageGeometry | undefined;
  /** `form` when nothing is said; the form's id and version stand in every foot. */
  readonly foot?: FootStyle | undefined;
  /** What is signed in the foot of every page（逐页签名）, e.g. 被调查人（签名）; only where `foot` is `form`. */
  readonly signFoot?: string | undefined;
  /** Light text across every page, or undefined. */
  readonly watermark?: string | undefined;
}
