import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { StoreError } from './store-error';

/**
 * Sealed bytes（加封）: AES-256-GCM with the place of the file as associated data.
 *
 * Promises: bytes that come out of `open` were sealed with this key for this very purpose and place, unchanged; a
 * flipped bit, a cut, another file's bytes or a wrong key is a StoreError, never other content.
 * Does not promise: freshness (an older sealed file opens; sealed-file.ts compares revisions), or hiding lengths.
 * Proved by test/unit/store/seal.test.ts.
 */
export interface Seal {
  readonly seal: (place: string, plain: Uint8Array) => Uint8Array;
  readonly open: (place: string, sealed: Uint8Array) => Uint8Array;
}

/** First bytes of every sealed file: "MRS" and the version of the envelope. */
const MAGIC = Buffer.from('MRS1', 'latin1');
const NONCE = 12;
const TAG = 16;

/** The seal of one purpose (`journal`, `summaries`, `blob`, `key`, `wrap`), from the store's 32-byte data key. */
export function sealFor(dataKey: Uint8Array, purpose: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', dataKey, Buffer.alloc(0), `mediation-room/${purpose}/1`, 32));
  /** The place stands readable in front and under the tag, so that a swapped file can be told from a damaged one. */
  const headOf = (place: string): Buffer => {
    const text = Buffer.from(`${purpose}|${place}`, 'utf8');
    return Buffer.concat([MAGIC, Buffer.from([text.length >> 8, text.length & 0xff]), text]);
  };
  return {
    seal: (place, plain) => {
      const head = headOf(place);
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(head);
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([head, nonce, cipher.getAuthTag(), body]);
    },
    open: (place, sealed) => {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
      const length = headLength(bytes);
      const plain = length === null ? null : unsealed(key, bytes, length);
      if (length === null || plain === null) throw new StoreError('damaged', place);
      if (!bytes.subarray(0, length).equals(headOf(place))) throw new StoreError('wrong-place', place);
      return plain;
    },
  };
}

/** Size of the head in front; null when the bytes do not begin like a sealed file. */
function headLength(bytes: Buffer): number | null {
  if (bytes.length < MAGIC.length + 2 || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  return MAGIC.length + 2 + bytes.readUInt16BE(MAGIC.length);
}

/** What stands behind a head of this size; null when key, head, tag and body do not belong together. */
function unsealed(key: Buffer, bytes: Buffer, head: number): Buffer | null {
  const start = head + NONCE + TAG;
  if (bytes.length < start) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(head, head + NONCE));
  decipher.setAAD(bytes.subarray(0, head)).setAuthTag(bytes.subarray(head + NONCE, start));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(start)), decipher.final()]);
  } catch {
    return null;
  }
}
