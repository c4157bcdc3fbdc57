import { STICK_LIMITS, StickError, type StickLine } from '../domain/wire/stick';
import { headOf, openPiece, type StickReader } from './stick-seal';

/** Where a stick is read from: `read` gives the bytes from an offset, fewer at the end. Rejects with Node's own error. */
export interface StickSource {
  readonly read: (offset: number, length: number) => Promise<Uint8Array>;
}

/** A stick in memory. */
export const bytesSource = (bytes: Uint8Array): StickSource => ({
  read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
});

/**
 * The lines of a stick, piece by piece, each piece checked whole before its lines are given. Throws StickError.
 * Promises: pieces of two sticks, a piece left out, doubled or moved, and bytes behind the end are `damaged`.
 */
export async function* stickPages(source: StickSource, reader: StickReader): AsyncGenerator<readonly StickLine[]> {
  let first: { readonly stick: string; readonly writer: string } | null = null;
  let offset = 0;
  for (let number = 1, last = false; !last; number++) {
    const { head, length } = beginning(await source.read(offset, STICK_LIMITS.head), number === 1);
    const size = length + head.bytes + STICK_LIMITS.signature;
    const lines = await openPiece(await source.read(offset, size), head, length, reader);
    first ??= head;
    if (head.piece !== number || head.stick !== first.stick || head.writer !== first.writer)
      throw new StickError('damaged');
    offset += size;
    last = head.last;
    if (last && (await source.read(offset, 1)).length > 0) throw new StickError('damaged');
    yield lines;
  }
}

/** Who wrote a stick that holds from the first byte to the last, and its pieces. Throws StickError; changes nothing. */
export async function checkStick(
  source: StickSource,
  reader: StickReader,
): Promise<{ readonly writer: string; readonly pieces: number }> {
  const { head } = headOf(await source.read(0, STICK_LIMITS.head));
  let pieces = 0;
  for await (const _lines of stickPages(source, reader)) pieces += 1;
  return { writer: head.writer, pieces };
}

/** Behind the first piece, what is no piece is damage. */
function beginning(bytes: Uint8Array, first: boolean): ReturnType<typeof headOf> {
  try {
    return headOf(bytes);
  } catch (fault) {
    if (first || !(fault instanceof StickError) || fault.fault !== 'not-a-stick') throw fault;
    throw new StickError('damaged', { cause: fault });
  }
}
