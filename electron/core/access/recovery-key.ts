import { createHash, randomBytes } from 'node:crypto';

/**
 * The key of the recovery sheet as people read and type it（恢复码）: 160 random bits as 32 characters of Crockford's base 32
 * (no I, L, O, U) in groups of four, and a ninth group that checks the others.
 * Proved by test/unit/access/recovery-key.test.ts.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BYTES = 20;
const CHARACTERS = 32;
const CHECKS = 4;

export const newRecoveryKey = (): Buffer => randomBytes(BYTES);

function base32(bytes: Uint8Array, characters: number): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  bits >>= BigInt(bytes.length * 8 - characters * 5);
  let text = '';
  for (let i = 0; i < characters; i += 1, bits >>= 5n) text = `${ALPHABET[Number(bits & 31n)] ?? ''}${text}`;
  return text;
}

const checksOf = (key: Uint8Array): string =>
  base32(createHash('sha256').update('mediation-room/recovery-check/1').update(key).digest().subarray(0, 5), CHECKS);

/** The nine groups of a key. */
export function recoveryGroups(key: Uint8Array): readonly string[] {
  const text = base32(key, CHARACTERS) + checksOf(key);
  return text.match(/.{4}/g) ?? [];
}

/** Upper case, without spaces and dashes, with the letters that look like digits as those digits; full-width ones too. */
const plain = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');

/** The key of what was typed; null when it is no key of ours, so that a slip is told from a wrong sheet. */
export function readRecoveryKey(typed: string): Buffer | null {
  const text = plain(typed);
  if (text.length !== CHARACTERS + CHECKS) return null;
  let bits = 0n;
  for (const character of text.slice(0, CHARACTERS)) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) return null;
    bits = (bits << 5n) | BigInt(value);
  }
  const key = Buffer.from(bits.toString(16).padStart(BYTES * 2, '0'), 'hex');
  return checksOf(key) === text.slice(CHARACTERS) ? key : null;
}

/** The last four characters on the paper as a person types them back. */
export const readTail = (typed: string): string => plain(typed);
