/**
 * Hybrid logical clock（混合逻辑时钟）of a workstation. A stamp is `mmmmmmmmmmmmmmm-cccc`: milliseconds since 1970 in
 * 15 digits and a counter in hex, so that stamps sort as text. It tells a person when; it never orders or merges
 * anything (links do). A wall clock that goes back never makes an earlier stamp: the counter goes on instead.
 */
export type Stamp = string;

const PATTERN = /^(\d{15})-([0-9a-f]{4})$/;
const MOST = 0xffff;
/** The last stamp that fits, in the year 33658: only a forged entry gets there. The clock then stays. */
const END = 999_999_999_999_999;

/** True for a well-formed stamp. */
export function isStamp(text: string): boolean {
  return PATTERN.test(text);
}

/** Wall-clock milliseconds inside a stamp. Throws a RangeError on a malformed one. */
export function stampMillis(stamp: Stamp): number {
  const found = PATTERN.exec(stamp);
  if (!found) throw new RangeError('not a stamp');
  return Number(found[1]);
}

const write = (millis: number, counter: number): Stamp =>
  `${String(millis).padStart(15, '0')}-${counter.toString(16).padStart(4, '0')}`;

/**
 * The next stamp after everything seen. `nowMillis` is the wall clock; `seen` are the last own stamp and those of
 * entries that arrived (any order, may be empty).
 */
export function nextStamp(nowMillis: number, seen: readonly Stamp[]): Stamp {
  let millis = Math.min(END, Math.max(0, Math.floor(nowMillis)));
  let counter = 0;
  for (const stamp of seen) {
    const found = PATTERN.exec(stamp);
    if (!found) continue;
    const [theirMillis, theirCounter] = [Number(found[1]), Number.parseInt(found[2] ?? '0', 16)];
    if (theirMillis > millis) [millis, counter] = [theirMillis, theirCounter + 1];
    else if (theirMillis === millis) counter = Math.max(counter, theirCounter + 1);
  }
  if (counter <= MOST) return write(millis, counter);
  return millis < END ? write(millis + 1, 0) : write(END, MOST);
}
