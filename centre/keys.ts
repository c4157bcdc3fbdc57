import { createHmac, timingSafeEqual } from 'node:crypto';
import { boxKeyOf } from '../electron/core/crypto/box';
import { stationKey } from '../electron/core/crypto/signing-key';
import type { Db } from './db/db';

/**
 * The keys of the centre（中心密钥）at work. They are made once by the migration and never change.
 *
 * Promises: what `stamp` made for a purpose is accepted by `stamped` for that purpose alone.
 * Does not promise: secrecy of the keys from whoever can read the database.
 * Proved by test/unit/centre/sessions.test.ts.
 */
export interface CentreKeys {
  /** Ed25519 public key, base64url: the name of the centre. */
  readonly station: string;
  /** X25519 public key for what is sealed to the centre, base64url. */
  readonly box: string;
  /** Opens what was sealed to the centre; null when it is not for it or broken. */
  readonly openBox: (sealed: Uint8Array) => Uint8Array | null;
  /** SHA-256 of UTF-8 text, base64url. */
  readonly hash: (text: string) => string;
  /** Ed25519 signature over UTF-8 text, base64url. */
  readonly sign: (text: string) => string;
  /** HMAC-SHA256 over purpose and text, base64url: for what only this centre reads again. */
  readonly stamp: (purpose: string, text: string) => string;
  readonly stamped: (purpose: string, text: string, stamp: string) => boolean;
}

/** The keys of their bytes: PKCS#8 of Ed25519, and the secret for tokens. Throws on bytes that are no key. */
export function centreKeys(pkcs8: Uint8Array, secret: Uint8Array): CentreKeys {
  const signing = stationKey(pkcs8);
  const box = boxKeyOf(pkcs8);
  const mac = (purpose: string, text: string): Buffer =>
    createHmac('sha256', secret).update(`${purpose}\n${text}`, 'utf8').digest();
  return {
    station: signing.station,
    box: box.public,
    openBox: (sealed) => box.open(sealed),
    hash: signing.hash,
    sign: signing.sign,
    stamp: (purpose, text) => mac(purpose, text).toString('base64url'),
    stamped: (purpose, text, stamp) => {
      // As text: bytes have more than one spelling in base64url, of which only ours counts.
      const [due, given] = [Buffer.from(mac(purpose, text).toString('base64url')), Buffer.from(stamp)];
      return given.length === due.length && timingSafeEqual(due, given);
    },
  };
}

/** Reads the keys from a migrated database. Throws when they are not there; DbAway. */
export async function readCentreKeys(db: Db): Promise<CentreKeys> {
  const rows = await db.within({ as: 'service' }, ({ query }) => query('select name, bytes from centre_key'));
  const bytes = (name: string): Uint8Array => {
    const found = rows.find((row) => row['name'] === name)?.['bytes'];
    if (!(found instanceof Uint8Array)) throw new Error(`the centre has no key ${name}: was the database migrated?`);
    return found;
  };
  return centreKeys(bytes('ed25519'), bytes('token'));
}
