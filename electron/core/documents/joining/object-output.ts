import { createHash, type Hash } from 'node:crypto';
import { latin1, type ByteSink } from './pdf-text';

const PIECE = 64 * 1024;
/** Four bytes above 127 tell a transfer program that the file is binary; PDF/A asks for them (ISO 19005-2, 6.1.2). */
const HEADER = Buffer.from('%PDF-1.7\n%\xE2\xE3\xCF\xD3\n', 'latin1');

/** What is known of a file when its last byte is written. */
export interface WrittenFile {
  readonly bytes: number;
  /** SHA-256 of the whole file, lower-case hexadecimal. */
  readonly sha256: string;
}

/** Writes indirect objects to a sink as they come and remembers their offsets only. */
export interface ObjectOutput {
  /** A fresh object number; it must be written before `end`. */
  reserve(): number;
  /** `body` is PDF syntax, one byte a character. */
  object(number: number, body: string): Promise<void>;
  /** A stream; `entries` are the dictionary's without /Length, one byte a character. */
  stream(number: number, entries: string, contents: Uint8Array): Promise<void>;
  /** Cross-reference table and trailer. The file id is the hash of all that stands before it, so no clock is asked. */
  end(root: number, info: number): Promise<WrittenFile>;
}

/** Guarantee: the same calls give the same bytes, and no more than one piece and the offsets are held in memory. */
export function objectOutput(sink: ByteSink): ObjectOutput {
  const hash: Hash = createHash('sha256');
  const offsets: number[] = [0];
  let waiting: Uint8Array[] = [HEADER];
  let held = HEADER.length;
  let position = HEADER.length;
  hash.update(HEADER);

  const flush = async (): Promise<void> => {
    if (held === 0) return;
    const piece = Buffer.concat(waiting, held);
    waiting = [];
    held = 0;
    await sink.write(new Uint8Array(piece.buffer, piece.byteOffset, piece.length));
  };
  const put = async (bytes: Uint8Array): Promise<void> => {
    hash.update(bytes);
    position += bytes.length;
    waiting.push(bytes);
    held += bytes.length;
    if (held >= PIECE) await flush();
  };
  const open = (number: number): string => {
    offsets[number] = position;
    return `${number} 0 obj\n`;
  };

  return {
    reserve() {
      offsets.push(0);
      return offsets.length - 1;
    },
    async object(number, body) {
      await put(latin1(`${open(number)}${body}\nendobj\n`));
    },
    async stream(number, entries, contents) {
      await put(latin1(`${open(number)}<<${entries}/Length ${contents.length}>>\nstream\n`));
      await put(contents);
      await put(latin1('\nendstream\nendobj\n'));
    },
    async end(root, info) {
      const id = hash.copy().digest('hex').slice(0, 32);
      const table = position;
      await put(latin1(`xref\n0 ${offsets.length}\n0000000000 65535 f \n`));
      for (const offset of offsets.slice(1)) {
        if (offset === 0) throw new Error('an object was reserved and never written');
        await put(latin1(`${String(offset).padStart(10, '0')} 00000 n \n`));
      }
      const trailer = `<</Size ${offsets.length}/Root ${root} 0 R/Info ${info} 0 R/ID [<${id}> <${id}>]>>`;
      await put(latin1(`trailer\n${trailer}\nstartxref\n${table}\n%%EOF\n`));
      await flush();
      return { bytes: position, sha256: hash.digest('hex') };
    },
  };
}
