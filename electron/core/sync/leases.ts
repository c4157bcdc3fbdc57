import type { NumberBlock } from '../domain/numbers/number-block';
import type { LeaseRequest } from '../domain/wire/leases';
import { refusedFor, SyncStopped } from './centre-errors';
import type { RoundContext } from './round-context';

/** Official numbers, as the room keeps them; core/room fits it. */
export interface NumbersPort {
  /** Blocks that the room lacks now: none left, or a fifth or less (domain.md 1.3, 8.6 O3). */
  readonly needs: () => readonly LeaseRequest[];
  /** Enters a leased block durably; one that is entered already changes nothing. */
  readonly enter: (block: NumberBlock) => Promise<void>;
}

/**
 * Leases number blocks（租用号段）for what the room lacks.
 * Promises: a cut line between lease and entry costs no numbers, as the same request gets the same block; a block is
 * entered only when it is of the series and year that were asked for and not larger. A series that the administrator has
 * not begun is passed by. Resolves to how many blocks were entered. Proved by test/unit/sync/round.test.ts.
 */
export async function leaseNumbers({ client, signal }: RoundContext, numbers: NumbersPort): Promise<number> {
  let entered = 0;
  for (const need of numbers.needs()) {
    const block = await client.lease(need, signal).catch((error: unknown) => {
      if (refusedFor(error, 'no-numbers')) return null;
      throw error;
    });
    if (block === null) continue;
    const fits = block.series === need.series && block.year === need.year;
    if (!fits || block.last - block.first + 1 > need.size) throw new SyncStopped({ kind: 'broken-answer' });
    await numbers.enter(block);
    entered += 1;
  }
  return entered;
}
