import { SERIES, type Series } from '../domain/numbers/series';
import type { BlockState } from '../domain/numbers/number-block';

/** A block to ask the centre for（待申请号段）. */
export interface NumberNeed {
  readonly series: Series;
  readonly year: number;
  readonly size: number;
  /** The same for the same need, so that asking again after a cut line gives the same block. */
  readonly request: string;
}

/** Numbers in a block where nobody said otherwise (a setting, domain.md 1.3 names no size). */
const SIZE = 50;

/**
 * Which blocks this room lacks for a year: of each series that has none, or of which a fifth or less is left
 * (domain.md 8.6 O3). A room that runs out offline takes no number.
 */
export function numberNeeds(blocks: readonly BlockState[], year: number): readonly NumberNeed[] {
  return SERIES.flatMap((series) => {
    const ours = blocks.filter(({ block }) => block.series === series && block.year === year);
    const size = ours.reduce((sum, { block }) => sum + block.last - block.first + 1, 0);
    const left = ours.reduce((sum, state) => sum + state.left, 0);
    const newest = ours.at(-1)?.block;
    const last = newest ? newest.last - newest.first + 1 : SIZE;
    return left * 5 > Math.min(size, last)
      ? []
      : [{ series, year, size: SIZE, request: `${series}-${year}-${ours.length}` }];
  });
}
