/**
 * A piece of a file as it is kept until the file is whole（分块暂存）. The heading keeps its hash apart from that of any real
 * file: removing a piece can never remove bytes that an entry speaks of.
 */
const heading = (sha256: string, index: number): Buffer =>
  Buffer.from(`mediation-room/piece/1\n${sha256}\n${index}\n`, 'utf8');

export const sealPiece = (sha256: string, index: number, piece: Uint8Array): Uint8Array =>
  Buffer.concat([heading(sha256, index), piece]);

/** The bytes of the piece; null when the blob is another one. */
export function openPiece(sha256: string, index: number, blob: Uint8Array): Uint8Array | null {
  const start = heading(sha256, index);
  return start.equals(blob.subarray(0, start.length)) ? blob.subarray(start.length) : null;
}
