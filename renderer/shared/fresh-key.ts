const LETTERS = 'abcdefghjkmnpqrstvwxyz0123456789';

/** Four letters of this window: what two rooms add to one case while neither knows of the other never gets one key. */
const tail = Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => LETTERS[byte % LETTERS.length]).join('');

/** The number in a key, `2` of `session-2-x7q4` and of `session-2`; null where there is none. */
export function numberOfKey(key: string): number | null {
  const digits = /-(\d+)(?:-[a-z0-9]{4})?$/.exec(key)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** A key for the next record of a case that no other has: `session-2-x7q4` after `session-1-b3kp`. */
export function freshKey(stem: string, taken: readonly string[]): string {
  const numbers = taken.filter((key) => key.startsWith(`${stem}-`)).map((key) => numberOfKey(key) ?? 0);
  const highest = Math.max(0, ...numbers);
  return `${stem}-${highest + 1}-${tail}`;
}
