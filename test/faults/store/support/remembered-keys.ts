import crypto, { type KeyObject } from 'node:crypto';
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
    hkdfSync: (...given) => {
      const name = given
        .map((each) => (typeof each === 'object' && ArrayBuffer.isView(each) ? hex(each) : String(each)))
        .join();
      const bytes = derived.get(name) ?? real.hkdfSync(...given);
      derived.set(name, bytes);
      return bytes;
    },
  };
}

const hex = ({ buffer, byteOffset, byteLength }: ArrayBufferView): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('latin1');

/** The store asks for one form only. */
function exportingOnce(key: KeyObject): KeyObject {
  const bytes = key.export({ type: 'spki', format: 'der' });
  return Object.assign(key, { export: () => bytes });
}
