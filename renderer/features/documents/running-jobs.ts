import type { Request } from '../../../electron/contract/contract';
import type { PageRange } from './page-ranges';

/** A document that was sent to a printer and of which nobody has said yet whether the paper came. */
export interface SentJob {
  readonly job: Request<'documents.job'>['job'];
  /** The printer as the person knows it. */
  readonly printer: string;
  readonly copies: number;
  /** Empty means all pages. */
  readonly pages: readonly PageRange[];
}

/** By issued document. Closing the dialog loses nothing: it opens again on the job that is under way. */
const running = new Map<string, SentJob>();

export const runningJob = (document: string): SentJob | null => running.get(document) ?? null;
export const rememberJob = (document: string, sent: SentJob): void => void running.set(document, sent);
export const forgetJob = (document: string): void => void running.delete(document);
