import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';

/**
 * Sealed boxes（密封信封）: bytes that one workstation, or the centre, alone can open. X25519 with a key of its own for each
 * box, HKDF-SHA256, AES-256-GCM with the head as associated data (RFC 7748, RFC 5869, NIST SP 800-38D).
 *
 * Promises: what `open` gives was sealed for this very key, unchanged; a flipped bit, a cut, bytes behind the end or a box
 * for somebody else is null. Two boxes of the same bytes have nothing in common.
 * Does not promise: to say who sealed it (sign it: stick-seal.ts), to hide its length, or secrecy of old boxes from who gets
 * the reader's key.
 * Proved by test/unit/crypto/box.test.ts.
 */
export interface BoxKey {
  /** Public key, 32 bytes base64url: what others seal to. */
  readonly public: string;
  /** What is inside; null when it is not for this key, or broken. */
  readonly open: (sealed: Uint8Array) => Uint8Array | null;
}

/** "MRB" and the version; the public key made for this box follows, then tag and ciphertext. */
const MAGIC = Buffer.from('MRB1', 'latin1');
const KEY = 32;
const NONCE = 12;
const TAG = 16;
const HEAD = MAGIC.length + KEY;

const SPKI = Buffer.from('302a300506032b656e032100', 'hex');
const PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex');
const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

const rawOf = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' }).subarray(SPKI.length);
const publicOf = (raw: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([SPKI, raw]), type: 'spki', format: 'der' });

/**
 * The box key of a workstation, from its Ed25519 key (PKCS#8 DER): one secret to keep, two keys that do not meddle with
 * each other. Throws a RangeError when the bytes are no such key.
 */
export function boxKeyOf(pkcs8Ed25519: Uint8Array): BoxKey {
  const bytes = Buffer.from(pkcs8Ed25519);
  if (bytes.length !== ED25519_PKCS8.length + KEY || !bytes.subarray(0, ED25519_PKCS8.length).equals(ED25519_PKCS8))
    throw new RangeError('not an Ed25519 key');
  const seed = bytes.subarray(ED25519_PKCS8.length);
  const own = Buffer.from(hkdfSync('sha256', seed, Buffer.alloc(0), 'mediation-room/box-key/1', KEY));
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, own]), type: 'pkcs8', format: 'der' });
  const reader = rawOf(createPublicKey(key));
  return { public: reader.toString('base64url'), open: (sealed) => opened(key, reader, sealed) };
}

/** Seals bytes of any length for the holder of a public key (32 bytes base64url). Throws a RangeError when it is none. */
export function sealBox(readerPublic: string, plain: Uint8Array): Uint8Array {
  const reader = Buffer.from(readerPublic, 'base64url');
  if (reader.length !== KEY || reader.toString('base64url') !== readerPublic) throw new RangeError('not a box key');
  const once = generateKeyPairSync('x25519');
  const head = Buffer.concat([MAGIC, rawOf(once.publicKey)]);
  const secrets = secretsOf(once.privateKey, publicOf(reader), head, reader);
  if (!secrets) throw new RangeError('not a box key');
  const cipher = createCipheriv('aes-256-gcm', secrets.key, secrets.nonce).setAAD(head);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([head, cipher.getAuthTag(), body]);
}

function opened(own: KeyObject, reader: Buffer, sealed: Uint8Array): Uint8Array | null {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  if (bytes.length < HEAD + TAG || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  const head = bytes.subarray(0, HEAD);
  const secrets = secretsOf(own, publicOf(bytes.subarray(MAGIC.length, HEAD)), head, reader);
  if (!secrets) return null;
  const decipher = createDecipheriv('aes-256-gcm', secrets.key, secrets.nonce);
  decipher.setAAD(head).setAuthTag(bytes.subarray(HEAD, HEAD + TAG));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(HEAD + TAG)), decipher.final()]);
  } catch {
    return null;
  }
}

/** Key and nonce of one box, bound to both public keys; null for a point of low order (RFC 7748 section 6.1). */
function secretsOf(
  own: KeyObject,
  other: KeyObject,
  head: Buffer,
  reader: Buffer,
): { readonly key: Buffer; readonly nonce: Buffer } | null {
  let shared: Buffer;
  try {
    shared = diffieHellman({ privateKey: own, publicKey: other });
  } catch {
    return null;
  }
  const salt = Buffer.concat([head, reader]);
  const both = Buffer.from(hkdfSync('sha256', shared, salt, 'mediation-room/box/1', KEY + NONCE));
  return { key: both.subarray(0, KEY), nonce: both.subarray(KEY) };
}
