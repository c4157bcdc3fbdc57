/**
 * Bytes of a piece between the service and the database, as base64 text: PGlite turns a bytea parameter of 1 MB into text byte by
 * byte, which takes ten times as long (2.2 s against 0.2 s under the same load).
 */
export const toColumn = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');

/** Null for what is no text: a row that is not there. PostgreSQL breaks the lines; that does no harm. */
export const fromColumn = (column: unknown): Uint8Array | null =>
  typeof column === 'string' ? Buffer.from(column, 'base64') : null;
