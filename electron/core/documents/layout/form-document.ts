import type { FlowItem } from './flow';
import type { PageMarks } from '../blocks/page-frame';

/** A form laid out: what flows over the pages, and what stands in the margins of each. */
export interface FormDocument {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly flow: readonly FlowItem[];
  readonly marks: PageMarks;
  /** Light text across every page, or undefined. */
  readonly watermark?: string | undefined;
}
