/** What centre and rooms agree on（传输上限）. Bytes unless said otherwise. */
export const LIMITS = {
  /** Entries in one sending. A room halves a sending that the centre finds too large. */
  entries: 500,
  /** One entry as canonical JSON. */
  entryBytes: 512 * 1024,
  /** A request body, unpacked. */
  bodyBytes: 8 * 1024 * 1024,
  /** Entries in one page of the feed, and their bytes (a page holds at least one entry). */
  page: 500,
  pageBytes: 4 * 1024 * 1024,
  /** A piece of a file; the last one may be shorter. */
  chunkBytes: 1024 * 1024,
  /** A whole file. */
  fileBytes: 2 * 1024 * 1024 * 1024,
  /** Ids in one question "which of these are missing". */
  ids: 1000,
  /** Seconds that a request for news may be parked. */
  waitSeconds: 50,
  /** Numbers in one block. */
  blockSize: 500,
} as const;
