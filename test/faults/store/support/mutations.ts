/** Bytes of a file after damage, and what was done to them. */
export interface Mutation {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface Depth {
  /** Single bits flipped in each byte. */
  readonly bits: number;
  /** Every so-manieth byte is turned over whole, has another put before it, is left out. */
  readonly every: number;
  /** Every so-manieth length is cut to. */
  readonly cuts: number;
}

/** All damage of this depth to one file, the same in every run. */
export function* mutationsOf(whole: Buffer, { bits, every, cuts }: Depth): Iterable<Mutation> {
  for (let at = 0; at < whole.length; at++) {
    for (let bit = 0; bit < bits; bit++) yield changed(whole, at, 1 << ((at + bit) & 7), 'one bit');
    if (at % every !== 0) continue;
    yield changed(whole, at, 0xff, 'a byte');
    yield { name: `a byte put in at ${at}`, bytes: spliced(whole, at, at, Buffer.of(at & 0xff)) };
    yield { name: `the byte at ${at} left out`, bytes: spliced(whole, at, at + 1, Buffer.of()) };
  }
  for (let length = 1; length < whole.length; length += cuts)
    yield { name: `cut at ${length}`, bytes: whole.subarray(0, length) };
  const half = whole.length >> 1;
  yield { name: 'empty', bytes: Buffer.of() };
  yield { name: 'all zero', bytes: Buffer.alloc(whole.length) };
  yield { name: 'the second half zero', bytes: Buffer.from(whole).fill(0, half) };
  yield { name: 'the first half zero', bytes: Buffer.from(whole).fill(0, 0, half) };
  yield { name: 'the halves changed over', bytes: Buffer.concat([whole.subarray(half), whole.subarray(0, half)]) };
  yield { name: 'twice', bytes: Buffer.concat([whole, whole]) };
  yield { name: 'a line more', bytes: Buffer.concat([whole, Buffer.from('\n')]) };
}

function changed(whole: Buffer, at: number, mask: number, what: string): Mutation {
  const bytes = Buffer.from(whole);
  bytes[at] = (bytes[at] ?? 0) ^ mask;
  return { name: `${what} at ${at}`, bytes };
}

const spliced = (whole: Buffer, from: number, to: number, put: Buffer): Buffer =>
  Buffer.concat([whole.subarray(0, from), put, whole.subarray(to)]);
