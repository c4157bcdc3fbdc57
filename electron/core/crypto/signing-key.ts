import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import type { Signer, Verifier } from '../domain/journal/entry';

/**
 * The workstation's key（工作站密钥）, Ed25519.
 *
 * Promises: a signature that `verify` accepts was made with the private key of that station over exactly that text,
 * and there is one spelling of it.
 * Does not promise: that a person signed. It speaks for the workstation, not for the mediator, and is no electronic
 * signature of a party（电子签名法 Art. 13）.
 * Proved by test/unit/crypto/signing-key.test.ts.
 */
export interface StationKey extends Signer {
  /** Public key, 32 bytes base64url: the name of the workstation in every entry. */
  readonly station: string;
}

/** SPKI of Ed25519 is this prefix and 32 bytes. */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('base64url');

/** A new private key, PKCS#8 DER. */
export function newStationKey(): Uint8Array {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'der' });
}

/** The key at work. Throws when the bytes are no PKCS#8 Ed25519 key. */
export function stationKey(pkcs8: Uint8Array): StationKey {
  const key = createPrivateKey({ key: Buffer.from(pkcs8), type: 'pkcs8', format: 'der' });
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return {
    station: spki.subarray(SPKI.length).toString('base64url'),
    hash: sha256,
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), key).toString('base64url'),
  };
}

/** Bytes of base64url text; null for a second spelling of the same bytes (spare bits in the last letter, padding). */
function canonicalBytes(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : null;
}

const publicKeys = new Map<string, KeyObject | null>();

function publicKey(station: string): KeyObject | null {
  const known = publicKeys.get(station);
  if (known !== undefined) return known;
  const raw = canonicalBytes(station);
  const key =
    raw?.length === 32 ? createPublicKey({ key: Buffer.concat([SPKI, raw]), type: 'spki', format: 'der' }) : null;
  if (publicKeys.size < 10_000) publicKeys.set(station, key);
  return key;
}

/** Checks entries of any workstation. */
export const stationVerifier: Verifier = {
  hash: sha256,
  verify: (station, text, signature) => {
    const key = publicKey(station);
    const bytes = canonicalBytes(signature);
    return key !== null && bytes !== null && verify(null, Buffer.from(text, 'utf8'), key, bytes);
  },
};

/**
 * `stationVerifier.verify` in Node's pool of threads: for many signatures at once, without holding up the thread that
 * answers the window. Resolves to false for what is no signature or no key; never rejects.
 */
export function verifyInPool(station: string, text: string, signature: string): Promise<boolean> {
  const key = publicKey(station);
  const bytes = canonicalBytes(signature);
  if (key === null || bytes === null) return Promise.resolve(false);
  return new Promise((resolve) => {
    verify(null, Buffer.from(text, 'utf8'), key, bytes, (fault, good) => resolve(fault === null && good));
  });
}
