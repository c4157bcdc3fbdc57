import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import {
  STICK_LIMITS,
  STICK_MAGIC,
  STICK_VERSION,
  StickError,
  stickHead,
  stickLine,
  stickText,
  type StickHead,
  type StickLine,
} from '../domain/wire/stick';
import { sealBox } from './box';
import { stationVerifier } from './signing-key';

/** Who writes a stick: a workstation or the centre, by its Ed25519 key. */
export interface StickWriter {
  readonly station: string;
  readonly sign: (text: string) => string;
}

/** Who reads it, and whom it knows. `standing` of a copied identity is `revoked`. */
export interface StickReader {
  /** Public X25519 key. */
  readonly box: string;
  readonly openBox: (sealed: Uint8Array) => Uint8Array | null;
  readonly standing: (writer: string) => 'known' | 'revoked' | 'unknown';
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');

/**
 * One piece of a stick（交换文件的一节）: packed, sealed for the reader, signed by the writer over the whole.
 * `lines` are JSON texts without line ends. Throws a RangeError on a reader's key that is none.
 */
export async function sealPiece(
  place: Pick<StickHead, 'stick' | 'piece' | 'last' | 'reader'>,
  lines: readonly string[],
  writer: StickWriter,
): Promise<Uint8Array> {
  const packed = await promisify(gzip)(Buffer.from(lines.map((line) => `${line}\n`).join(''), 'utf8'), {
    level: 2, // files are packed already; their base64 shrinks at any level
  });
  const box = sealBox(place.reader, packed);
  const { stick, piece, last, reader } = place;
  const head: StickHead = { v: STICK_VERSION, stick, piece, last, writer: writer.station, reader, bytes: box.length };
  const body = Buffer.concat([Buffer.from(`${STICK_MAGIC}${JSON.stringify(head)}\n`, 'utf8'), box]);
  return Buffer.concat([body, Buffer.from(writer.sign(stickText(hashOf(body))), 'base64url')]);
}

/**
 * The head of a piece from its first bytes (`STICK_LIMITS.head` of them, fewer at the end of the file), and its length with
 * the line end. Throws StickError.
 */
export function headOf(bytes: Uint8Array): { readonly head: StickHead; readonly length: number } {
  const start = Buffer.from(bytes.subarray(0, STICK_LIMITS.head));
  const magic = Buffer.from(STICK_MAGIC, 'latin1');
  if (!start.subarray(0, magic.length).equals(magic)) {
    const cut = start.length > 0 && start.length < magic.length && magic.subarray(0, start.length).equals(start);
    throw new StickError(cut ? 'damaged' : 'not-a-stick');
  }
  const end = start.indexOf('\n');
  if (end < 0) throw new StickError('damaged');
  let value: unknown;
  try {
    value = JSON.parse(start.subarray(magic.length, end).toString('utf8'));
  } catch (cause) {
    throw new StickError('damaged', { cause });
  }
  const version = stickHead.pick({ v: true }).safeParse(value);
  if (version.success && version.data.v > STICK_VERSION) throw new StickError('newer-version');
  const head = stickHead.safeParse(value);
  if (!head.success) throw new StickError('damaged');
  return { head: head.data, length: end + 1 };
}

/** The lines of a whole piece, after all checks. Throws StickError. */
export async function openPiece(
  piece: Uint8Array,
  head: StickHead,
  length: number,
  reader: StickReader,
): Promise<readonly StickLine[]> {
  if (head.reader !== reader.box) throw new StickError('not-for-us');
  const standing = reader.standing(head.writer);
  if (standing !== 'known') throw new StickError(standing === 'revoked' ? 'revoked-writer' : 'unknown-writer');
  const body = length + head.bytes;
  if (piece.length !== body + STICK_LIMITS.signature) throw new StickError('damaged');
  const signature = Buffer.from(piece.subarray(body)).toString('base64url');
  if (!stationVerifier.verify(head.writer, stickText(hashOf(piece.subarray(0, body))), signature))
    throw new StickError('damaged');
  const packed = reader.openBox(piece.subarray(length, body));
  if (!packed) throw new StickError('not-for-us');
  try {
    const text = (await promisify(gunzip)(packed, { maxOutputLength: STICK_LIMITS.unpacked })).toString('utf8');
    return text.split('\n').slice(0, -1).flatMap(lineOf);
  } catch (cause) {
    throw new StickError('damaged', { cause });
  }
}

/** None for a line of a newer version. Throws a SyntaxError. */
function lineOf(text: string): readonly StickLine[] {
  const parsed = stickLine.safeParse(JSON.parse(text));
  return parsed.success ? [parsed.data] : [];
}
