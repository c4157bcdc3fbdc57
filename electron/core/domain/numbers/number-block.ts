import { z } from 'zod';
import type { Entry } from '../journal/entry';
import { orderJournal } from '../journal/graph';
import { SERIES, type Series } from './series';

export type { Series } from './series';

/** A block of numbers that the centre leased to this room (domain.md 1.3): both ends belong to it. */
export const numberBlock = z
  .object({
    series: z.enum(SERIES),
    year: z.number().int().min(1949).max(9999),
    first: z.number().int().min(1),
    last: z.number().int().min(1),
  })
  .refine((block) => block.first <= block.last && block.last - block.first < 10_000, 'first must not be after last');
export type NumberBlock = z.infer<typeof numberBlock>;

const kinds = {
  'block-leased': z.looseObject({ block: numberBlock }),
  /** `paper` names the paper of the case that the number was taken for: `F27.case`; none for the agreement. */
  'number-taken': z.looseObject({
    seq: z.number().int().min(1),
    case: z.string().min(1),
    paper: z.string().max(200).optional(),
  }),
  'number-voided': z.looseObject({ seq: z.number().int().min(1), reason: z.string().min(1) }),
  /** The last number of the block that stands on paper, 0 for none: all up to it are burnt. */
  'block-released': z.looseObject({ lastOnPaper: z.number().int().min(0) }),
} as const;

/** The journal of a block: one subject a block, so that the file stays small for ever. */
export function blockSubject(block: NumberBlock): string {
  return `numbers-${block.series}-${block.year}-${block.first}`;
}

/** One taken number, with the case it was taken for; voided ones stay with their reason. */
export interface TakenNumber {
  readonly seq: number;
  readonly caseId: string;
  readonly paper?: string | undefined;
  readonly voided?: string | undefined;
}

/** A block as folded from its journal. */
export interface BlockState {
  readonly block: NumberBlock;
  readonly taken: readonly TakenNumber[];
  /** The next free number, null when the block is used up or held. */
  readonly next: number | null;
  /** 0 while it is held. */
  readonly left: number;
  /** At 20 % or less left the room asks for the next block. */
  readonly low: boolean;
  /**
   * Came back from a backup（暂停使用）: numbers that were printed after it are not known here, so none is given until a person
   * says which was the last on paper (domain.md 8.6 O3).
   */
  readonly held?: true;
}

/**
 * Folds a block's journal; null when it holds no lease. A number is taken once, by the first entry in link order; a
 * second one for the same number is shown under its own case too, so that a double can be seen and settled by a person.
 * Entries whose foundations are missing and those of a newer format count too: rather burn a number than give it twice.
 */
export function foldBlock(entries: readonly Entry[]): BlockState | null {
  let block: NumberBlock | null = null;
  const taken: TakenNumber[] = [];
  let held = false;
  let onPaper = 0;
  const { ordered, waiting } = orderJournal(entries);
  for (const entry of [...ordered, ...waiting]) {
    if (entry.kind === 'block-leased') {
      const parsed = kinds['block-leased'].safeParse(entry.data);
      if (parsed.success) block ??= parsed.data.block;
    } else if (entry.kind === 'number-taken') {
      const parsed = kinds['number-taken'].safeParse(entry.data);
      const { data } = parsed;
      if (data) taken.push({ seq: data.seq, caseId: data.case, ...(data.paper ? { paper: data.paper } : {}) });
    } else if (entry.kind === 'number-voided') {
      const parsed = kinds['number-voided'].safeParse(entry.data);
      const at = taken.findIndex((t) => parsed.success && t.seq === parsed.data.seq);
      const found = taken[at];
      if (parsed.success && found) taken[at] = { ...found, voided: parsed.data.reason };
    } else if (entry.kind === 'block-held') {
      held = true;
    } else if (entry.kind === 'block-released') {
      const parsed = kinds['block-released'].safeParse(entry.data);
      if (!parsed.success) continue;
      held = false;
      onPaper = Math.max(onPaper, parsed.data.lastOnPaper);
    }
  }
  if (!block) return null;
  const highest = taken.reduce((most, t) => Math.max(most, t.seq), Math.max(onPaper, block.first - 1));
  const next = highest < block.last && !held ? highest + 1 : null;
  const left = next === null ? 0 : block.last - next + 1;
  const low = left * 5 <= block.last - block.first + 1;
  return { block, taken, next, left, low, ...(held ? { held } : {}) };
}

/**
 * The text of an official number: agreements （2024）泉银人调字第00401号, oral （2024）泉银人调口字第00021号 (domain.md 1.3, 7.4);
 * letters and notices in the way of official letters, 泉银调函〔2024〕12号, the year in 六角括号, no leading zeros
 * (GB/T 9704-2012, domain.md 1.3). Made from the parts; never taken apart again.
 */
export function numberText(series: Series, year: number, seq: number, abbreviation: string): string {
  switch (series) {
    case 'agreement':
      return `（${year}）${abbreviation}人调字第${String(seq).padStart(5, '0')}号`;
    case 'oral-agreement':
      return `（${year}）${abbreviation}人调口字第${String(seq).padStart(5, '0')}号`;
    case 'accepted':
      return `${abbreviation}调受〔${year}〕${seq}号`;
    case 'not-accepted':
      return `${abbreviation}调不〔${year}〕${seq}号`;
    case 'letter':
      return `${abbreviation}调函〔${year}〕${seq}号`;
  }
}
