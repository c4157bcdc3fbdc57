import { proofText, type Proof } from '../domain/wire/exchange';
import { stationVerifier } from '../crypto/signing-key';
import { SyncStopped } from './centre-errors';
import type { FeedPage } from './centre-client';
import type { RoundContext } from './round-context';

/** Five minutes (domain.md 8.6 O8). */
const APART = 300_000;

/**
 * The centre's signed word on a page（完整性凭据）, checked: by the pinned key, about this workstation, of this history, not
 * going back. Throws SyncStopped `broken-answer`.
 */
export function checkedProof({ store, memory, centre }: RoundContext, { epoch, proof }: FeedPage): Proof {
  const { station, checkpoint, head, signature } = proof;
  const before = memory.value.checkpoint;
  const holds =
    station === store.station &&
    checkpoint.epoch === epoch &&
    (before === null || before.epoch !== epoch || checkpoint.seq >= before.seq) &&
    checkpoint.seq <= head &&
    stationVerifier.verify(centre.key, proofText(proof), signature);
  if (!holds) throw new SyncStopped({ kind: 'broken-answer' });
  return proof;
}

/** Both clocks, when they are more than five minutes apart; null when they are not. Milliseconds. */
export function clockGap(here: number, centre: number): { here: number; centre: number } | null {
  return Math.abs(here - centre) > APART ? { here, centre } : null;
}
