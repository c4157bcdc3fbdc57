import crypto, { type BinaryLike, type KeyObject } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { afterAll, beforeAll } from 'vitest';

/**
 * Decoding a key takes OpenSSL over a millisecond, and these tests open the same store tens of thousands of times: within a
 * file of tests, what `node:crypto` made of the same bytes is remembered. What it gives is the same.
 */
export function rememberKeys(): void {
  const real = {
    createPrivateKey: crypto.createPrivateKey,
    createPublicKey: crypto.createPublicKey,
    hkdfSync: crypto.hkdfSync,
  };
  beforeAll(() => {
    Object.assign(crypto, remembering(real));
    syncBuiltinESMExports();
  });
  afterAll(() => {
    Object.assign(crypto, real);
    syncBuiltinESMExports();
  });
}

type Real = Pick<typeof crypto, 'createPrivateKey' | 'createPublicKey' | 'hkdfSync'>;

function remembering(real: Real): Real {
  const secrets = new Map<string, KeyObject>();
  const publics = new WeakMap<KeyObject, KeyObject>();
  const derived = new Map<string, ArrayBuffer>();
  return {
    createPrivateKey: (given) => {
      const bytes =
        typeof given === 'object' && 'key' in given && Buffer.isBuffer(given.key) ? given.key.toString('latin1') : null;
      const key = (bytes === null ? undefined : secrets.get(bytes)) ?? real.createPrivateKey(given);
      if (bytes !== null) secrets.set(bytes, key);
      return key;
    },
    createPublicKey: (given) => {
      if (!(given instanceof crypto.KeyObject)) return real.createPublicKey(given);
      const key = publics.get(given) ?? exportingOnce(real.createPublicKey(given));
      publics.set(given, key);
      return key;
    },
    hkdfSync: (digest, secret, salt, info, length) => {
      const parts = [digest, secret, salt, info, String(length)];
      const name = parts.map((part) => (typeof part === 'string' ? part : textOf(part))).join();
      const bytes = derived.get(name) ?? real.hkdfSync(digest, secret, salt, info, length);
      derived.set(name, bytes);
      return bytes;
    },
  };
}

/** Bytes as a name; other forms of a secret are not used here. */
function textOf(given: BinaryLike | KeyObject): string {
  if (typeof given === 'string') return given;
  if (given instanceof crypto.KeyObject) throw new RangeError('a secret is given as bytes');
  return Buffer.from(given.buffer, given.byteOffset, given.byteLength).toString('latin1');
}

/** The store asks for one form only. */
function exportingOnce(key: KeyObject): KeyObject {
  const bytes = key.export({ type: 'spki', format: 'der' });
  return Object.assign(key, { export: () => bytes });
}
