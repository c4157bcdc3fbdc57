import type { BindOrder, Bound } from './dossier/bind';
import type { ScanResult } from './scans/scan-result';

/**
 * Heavy work on finished papers, done off the thread that answers the window（pdf-worker）. None of it touches the store.
 */
export interface PaperWorks {
  /** Judges a file that a person imports. */
  inspect(bytes: Uint8Array, fileName: string): Promise<ScanResult>;
  /** The same pages, each marked 副本. */
  markDuplicate(pdf: Uint8Array): Promise<Uint8Array>;
  /** Binds papers and scans into one PDF with bookmarks and page numbers. */
  bind(order: BindOrder): Promise<Bound>;
}
