import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Tree } from '../../../fixtures/memory-files';
import type { Mark } from '../../../fixtures/recorded-files';

/** A disk as a power cut may leave it, and what tells it from others. */
export interface CrashState {
  readonly tree: Tree;
  readonly key: string;
}

/** Something that may stand one way or another, whatever becomes of the rest: a name, or the bytes of a file. */
interface Doubt {
  readonly file?: string;
  readonly node?: number;
  /** Oldest first: what is durable, then what was asked for since. */
  readonly choices: readonly (number | null | Uint8Array)[];
}

/**
 * What the calls so far left on the medium（断电模型）. A file system owes nothing but this: bytes that were flushed, names
 * in a folder that was flushed. All else is in doubt, each for itself: bytes written since may be dropped, cut, zeroed or
 * kept, a name may stand for what it stood for at any time since, both halves of a rename apart from each other.
 */
export class CrashDisk {
  private readonly durableNames = new Map<string, number>();
  private readonly names = new Map<string, (number | null)[]>();
  private readonly durableBytes = new Map<number, Uint8Array | null>();
  private readonly bytes = new Map<number, Uint8Array[]>();

  constructor(start: readonly Mark[]) {
    this.take(start);
  }

  /** Goes on by one call. */
  take(call: readonly Mark[]): void {
    for (const mark of call) {
      if (mark.what === 'name') push(this.names, mark.file, mark.node);
      else if (mark.what === 'bytes' && mark.bytes) push(this.bytes, mark.node, mark.bytes);
      else if (mark.what === 'bytes') this.durableBytes.set(mark.node, null);
      else if (mark.what === 'flush') this.flush(mark.node);
      else this.flushFolder(mark.folder);
    }
  }

  private flush(node: number): void {
    const now = this.bytes.get(node)?.at(-1);
    if (now) this.durableBytes.set(node, now);
    this.bytes.delete(node);
  }

  private flushFolder(folder: string): void {
    for (const [file, since] of this.names) {
      if (path.dirname(file) !== folder) continue;
      const now = since.at(-1) ?? null;
      if (now === null) this.durableNames.delete(file);
      else this.durableNames.set(file, now);
      this.names.delete(file);
    }
  }

  /** At most `limit` of the states that a power cut now may leave: all where there are no more. The same in every run. */
  states(limit: number, random: () => number): readonly CrashState[] {
    const doubts = this.doubts();
    const found = new Map<string, CrashState>();
    for (const picks of combinations(doubts, limit, random)) {
      const state = this.state(doubts, picks);
      found.set(state.key, state);
    }
    return [...found.values()];
  }

  private doubts(): readonly Doubt[] {
    const names = [...this.names].map(([file, since]): Doubt => {
      const choices = [...new Set([this.durableNames.get(file) ?? null, ...since])];
      return { file, choices };
    });
    const bytes = [...this.bytes].map(([node, since]): Doubt => {
      const durable = this.durableBytes.get(node) ?? new Uint8Array();
      return { node, choices: partsOf(durable, since) };
    });
    return [...names, ...bytes].filter(({ choices }) => choices.length > 1);
  }

  private state(doubts: readonly Doubt[], picks: readonly number[]): CrashState {
    const names = new Map(this.durableNames);
    for (const [file, since] of this.names) if (since.length === 0) names.delete(file);
    const bytes = new Map<number, Uint8Array>();
    for (const [index, { file, node, choices }] of doubts.entries()) {
      const choice = choices[picks[index] ?? 0] ?? null;
      if (file !== undefined && typeof choice === 'number') names.set(file, choice);
      else if (file !== undefined) names.delete(file);
      else if (node !== undefined && choice instanceof Uint8Array) bytes.set(node, choice);
    }
    const tree = new Map<string, Uint8Array | null>();
    const parts: string[] = [];
    for (const file of [...names.keys()].sort()) {
      const node = names.get(file) ?? -1;
      const folder = path.dirname(file);
      if (folder !== file && tree.get(folder) !== null) continue; // its folder is not there
      const standing = bytes.get(node) ?? this.durableBytes.get(node) ?? null;
      tree.set(file, standing);
      parts.push(file, standing ? fingerprintOf(standing) : '');
    }
    return { tree, key: createHash('sha256').update(parts.join('\n')).digest('base64url') };
  }
}

/** All combinations, or the two ends, every single deviation from them, and others at random. */
function* combinations(doubts: readonly Doubt[], limit: number, random: () => number): Iterable<readonly number[]> {
  const sizes = doubts.map(({ choices }) => choices.length);
  const all = sizes.reduce((product, size) => product * size, 1);
  if (all <= limit) {
    for (let index = 0; index < all; index++) {
      let rest = index;
      yield sizes.map((size) => {
        const pick = rest % size;
        rest = Math.floor(rest / size);
        return pick;
      });
    }
    return;
  }
  let given = 0;
  const newest = sizes.map((size) => size - 1);
  for (const base of [newest, sizes.map(() => 0)]) {
    yield base;
    for (const [index, size] of sizes.entries()) {
      for (let pick = 0; pick < size && given < limit / 2; pick++, given++) yield base.with(index, pick);
    }
  }
  for (; given < limit; given++) yield sizes.map((size) => Math.floor(random() * size));
}

/** What may be found of bytes that were not flushed: nothing of them, each write, cuts, zeros before or behind. */
function partsOf(durable: Uint8Array, since: readonly Uint8Array[]): readonly Uint8Array[] {
  const now = since.at(-1) ?? durable;
  const [short, long] = durable.length < now.length ? [durable, now] : [now, durable];
  const more = long.length - short.length;
  const eighths = [1, 2, 3, 4, 5, 6, 7].map((part) => Math.floor((part * more) / 8));
  const cut = [1, 3, 4, 5, ...eighths, more - 1].map((count) => long.subarray(0, short.length + Math.min(count, more)));
  const zeros = (from: number, to: number): Uint8Array =>
    Buffer.from(long).fill(0, short.length + from, short.length + to);
  const half = Math.floor(more / 2);
  const zeroed = [zeros(0, more), zeros(half, more), zeros(0, half), zeros(more - 1, more), zeros(0, 1)];
  const parts = [durable, ...cut, ...(long === now ? zeroed : []), ...since];
  return [...new Map(parts.map((part) => [fingerprintOf(part), part])).values()];
}

const fingerprints = new WeakMap<Uint8Array, string>();

function fingerprintOf(bytes: Uint8Array): string {
  const known = fingerprints.get(bytes) ?? createHash('sha256').update(bytes).digest('base64url');
  fingerprints.set(bytes, known);
  return known;
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
