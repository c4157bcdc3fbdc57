import {
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { boxKeyOf, sealBox } from '../../../electron/core/crypto/box';
import { newStationKey } from '../../../electron/core/crypto/signing-key';

const PLAIN = Buffer.from('刺桐区人民调解委员会'.repeat(20), 'utf8');

interface Jwk {
  readonly d?: string;
  readonly x?: string;
}
const jwk = (key: KeyObject): Jwk => key.export({ format: 'jwk' });

describe('a sealed box', () => {
  it('is opened by its reader alone, whatever its length', () => {
    const [reader, other] = [boxKeyOf(newStationKey()), boxKeyOf(newStationKey())];
    for (const plain of [PLAIN, Buffer.alloc(0), Buffer.alloc(1), Buffer.alloc(3_000_000, 9)]) {
      const sealed = sealBox(reader.public, plain);
      expect(Buffer.from(reader.open(sealed) ?? [1, 2, 3]).equals(plain)).toBe(true);
      expect(other.open(sealed)).toBeNull();
    }
  });

  it('does not open with any bit of any byte flipped, cut at any length, or longer', () => {
    const reader = boxKeyOf(newStationKey());
    const sealed = Buffer.from(sealBox(reader.public, PLAIN.subarray(0, 60)));
    for (let at = 0; at < sealed.length; at++) {
      const copy = Buffer.from(sealed);
      copy[at] = (copy[at] ?? 0) ^ (1 << (at & 7));
      // X25519 leaves the highest bit of a key out of account; the head is under the tag all the same.
      expect(reader.open(copy), `byte ${at}`).toBeNull();
      expect(reader.open(sealed.subarray(0, at)), `cut at ${at}`).toBeNull();
    }
    const top = Buffer.from(sealed);
    top[35] = (top[35] ?? 0) ^ 0x80;
    expect(reader.open(top)).toBeNull();
    expect(reader.open(Buffer.concat([sealed, Buffer.alloc(1)]))).toBeNull();
  });

  it('has nothing in common with another box of the same bytes', () => {
    const reader = boxKeyOf(newStationKey());
    const [one, two] = [sealBox(reader.public, PLAIN), sealBox(reader.public, PLAIN)];
    expect(Buffer.from(one).subarray(4, 36).equals(Buffer.from(two).subarray(4, 36))).toBe(false);
    expect(Buffer.from(one).subarray(52).equals(Buffer.from(two).subarray(52))).toBe(false);
  });

  it('refuses keys of low order on both sides, and what is no key', () => {
    const reader = boxKeyOf(newStationKey());
    const zero = Buffer.alloc(32);
    expect(() => sealBox(zero.toString('base64url'), PLAIN)).toThrow(RangeError);
    for (const odd of ['', 'abc', `${reader.public}=`, `${reader.public}AA`])
      expect(() => sealBox(odd, PLAIN)).toThrow(RangeError);
    const sealed = Buffer.from(sealBox(reader.public, PLAIN));
    zero.copy(sealed, 4);
    expect(reader.open(sealed)).toBeNull();
    expect(() => boxKeyOf(Buffer.alloc(48))).toThrow(RangeError);
  });

  it('is what Node’s own primitives make of it, key by key', () => {
    const pkcs8 = newStationKey();
    const station = createPrivateKey({ key: Buffer.from(pkcs8), type: 'pkcs8', format: 'der' });
    const seed = Buffer.from(jwk(station).d ?? '', 'base64url');
    const own = Buffer.from(hkdfSync('sha256', seed, '', 'mediation-room/box-key/1', 32));
    const anyX = jwk(generateKeyPairSync('x25519').publicKey).x ?? '';
    const key = createPrivateKey({
      key: { kty: 'OKP', crv: 'X25519', d: own.toString('base64url'), x: anyX },
      format: 'jwk',
    });
    const reader = boxKeyOf(pkcs8);
    expect(jwk(createPublicKey(key)).x).toBe(reader.public);
    expect(boxKeyOf(pkcs8).public).toBe(reader.public);

    const sealed = Buffer.from(sealBox(reader.public, PLAIN));
    const once = createPublicKey({
      key: { kty: 'OKP', crv: 'X25519', x: sealed.subarray(4, 36).toString('base64url') },
      format: 'jwk',
    });
    const salt = Buffer.concat([sealed.subarray(0, 36), Buffer.from(reader.public, 'base64url')]);
    const both = Buffer.from(
      hkdfSync('sha256', diffieHellman({ privateKey: key, publicKey: once }), salt, 'mediation-room/box/1', 44),
    );
    const decipher = createDecipheriv('aes-256-gcm', both.subarray(0, 32), both.subarray(32));
    decipher.setAAD(sealed.subarray(0, 36)).setAuthTag(sealed.subarray(36, 52));
    expect(Buffer.concat([decipher.update(sealed.subarray(52)), decipher.final()]).equals(PLAIN)).toBe(true);
  });
});
