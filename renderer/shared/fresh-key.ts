const LETTERS = 'abcdefghjkmnpqrstvwxyz0123456789';

/** Four letters of this window: what two rooms add to one case while neither knows of the other never gets one key. */
const tail = Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => LETTERS[byte % LETTERS.length]).join('');

const numberIn = (key: string, stem: string): number =>
  Number(new RegExp(`^${stem}-(\\d+)(?:-[a-z0-9]{4})?$`).exec(key)?.[1] ?? 0);

/** A key for the next record of a case that no other has: `session-2-x7q4` after `session-1-b3kp`. */
export function freshKey(stem: string, taken: readonly string[]): string {
  const highest = taken.reduce((most, key) => Math.max(most, numberIn(key, stem)), 0);
  return `${stem}-${highest + 1}-${tail}`;
}
