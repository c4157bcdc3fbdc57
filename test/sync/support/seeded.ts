import { createHash, randomInt } from 'node:crypto';

/**
 * Chance that can be had again（可重放的随机）: the same seed gives the same numbers in the same order. Every use of chance
 * in a history goes through one of these, so that the seed alone replays it.
 */
export interface Seeded {
  readonly seed: number;
  /** 0 ≤ number < 1. */
  readonly next: () => number;
  /** Whole number, 0 ≤ n < limit. */
  readonly below: (limit: number) => number;
  /** True with this probability. */
  readonly chance: (probability: number) => boolean;
  /** One of a list that is not empty. */
  readonly pick: <T>(list: readonly T[]) => T;
  readonly bytes: (count: number) => Uint8Array;
}

export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  // Mulberry32: 32 bits of state are plenty for histories of some hundred steps.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    seed,
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (list) => {
      const index = below(list.length);
      if (list.length === 0) throw new RangeError('nothing to pick from');
      return list[index] as (typeof list)[number];
    },
    bytes: (count) => Uint8Array.from({ length: count }, () => below(256)),
  };
}

/** 32 bytes that depend on these words alone: keys of workstations, so that a replay has the same identities. */
export const bytesOf = (...words: readonly (string | number)[]): Uint8Array =>
  createHash('sha256').update(words.join('|')).digest();

/** Where the seeds of a usual run begin. */
const FIRST = 20_261_124;

/**
 * Runs a history for each of `count` seeds, the same in every run, so that a change is judged by itself and not by luck.
 * `SYNC_SEED=random` in the environment looks at others and prints where they begin; `SYNC_SEED=n` runs that one alone,
 * `SYNC_HISTORIES=n` as many as it says. A history that fails says its seed.
 */
export async function withSeeds(name: string, count: number, history: (seed: number) => Promise<void>): Promise<void> {
  const told = process.env['SYNC_SEED'];
  const one = told !== undefined && told !== 'random';
  const first = told === 'random' ? randomInt(1_000_000_000) : Number(told ?? FIRST);
  const many = Number(process.env['SYNC_HISTORIES'] ?? (one ? 1 : count));
  const seeds = Array.from({ length: many }, (_, index) => first + index);
  console.log(`${name}: ${seeds.length} histories from seed ${first}`);
  for (const seed of seeds) {
    try {
      await history(seed);
    } catch (cause) {
      const words = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`${name}: seed ${seed} fails; replay it with SYNC_SEED=${seed}\n${words}`, { cause });
    }
  }
}
