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

/** The seal of one purpose (`case`, `summaries`, `blob`, `key`), from the store's 32-byte data key. */
export function sealFor(dataKey: Uint8Array, purpose: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', dataKey, Buffer.alloc(0), `mediation-room/${purpose}/1`, 32));
  /** The place stands readable in front, so that a swapped file can be told from a damaged one; the tag covers it. */
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
      const head = headOf(place);
      const found = bytes.subarray(0, head.length);
      if (!found.equals(head)) throw new StoreError(isSealedElsewhere(bytes) ? 'wrong-place' : 'damaged', place);
      const start = head.length + NONCE + TAG;
      if (bytes.length < start) throw new StoreError('damaged', place);
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(head.length, head.length + NONCE));
      decipher.setAAD(head).setAuthTag(bytes.subarray(head.length + NONCE, start));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(start)), decipher.final()]);
      } catch (cause) {
        throw new StoreError('damaged', place, { cause });
      }
    },
  };
}

/** A whole, readable head that names another place: the file was swapped rather than damaged. */
function isSealedElsewhere(bytes: Buffer): boolean {
  if (bytes.length < MAGIC.length + 2 || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return false;
  const length = bytes.readUInt16BE(MAGIC.length);
  const text = bytes.subarray(MAGIC.length + 2, MAGIC.length + 2 + length).toString('utf8');
  return bytes.length > MAGIC.length + 2 + length && /^[a-z]+\|[\x21-\x7e]+$/.test(text);
}
