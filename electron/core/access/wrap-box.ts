import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/**
 * A data key in a box that one secret opens（密钥封装）: AES-256-GCM under HKDF-SHA256 of the secret's 32 bytes.
 * Promises: what `openBox` gives was put in under this secret and for this head, unchanged; anything else throws. Two boxes
 * of the same bytes have nothing in common. Proved by test/unit/access/openers.test.ts.
 */
const NONCE = 12;
const TAG = 16;

const keyOf = (secret: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `mediation-room/${purpose}/1`, 32));

/** `head` stands in front, readable, and under the tag. */
export function closeBox(secret: Uint8Array, purpose: string, head: Uint8Array, plain: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, purpose), nonce).setAAD(head);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([head, nonce, cipher.getAuthTag(), body]);
}

/** What is inside. Throws when secret, head and box do not belong together. `headLength` in bytes. */
export function openBox(secret: Uint8Array, purpose: string, box: Uint8Array, headLength: number): Buffer {
  const bytes = Buffer.from(box.buffer, box.byteOffset, box.byteLength);
  const start = headLength + NONCE + TAG;
  if (bytes.length < start) throw new Error('no box');
  const decipher = createDecipheriv(
    'aes-256-gcm',
    keyOf(secret, purpose),
    bytes.subarray(headLength, headLength + NONCE),
  );
  decipher.setAAD(bytes.subarray(0, headLength)).setAuthTag(bytes.subarray(headLength + NONCE, start));
  return Buffer.concat([decipher.update(bytes.subarray(start)), decipher.final()]);
}
