import type { ByteSink } from './pdf-text';

/** A sink that keeps what it is given; `bytes` is all of it so far. For files that are small. */
export function memorySink(): ByteSink & { bytes(): Uint8Array } {
  const pieces: Uint8Array[] = [];
  return {
    write(bytes) {
      pieces.push(bytes);
      return Promise.resolve();
    },
    bytes() {
      const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
      let position = 0;
      for (const piece of pieces) {
        whole.set(piece, position);
        position += piece.length;
      }
      return whole;
    },
  };
}
