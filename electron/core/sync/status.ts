import type { PersonReason, SyncFacts, SyncFault, SyncStatus } from './sync-facts';

/**
 * What the frame of every screen says（同步状态）. Pure.
 * Promises: `up-to-date` only on the centre's signed word that it has our whole chain and that nothing was left to read,
 * with no file waiting, no entry refused and no fault since. Proved by test/unit/sync/status.test.ts.
 */
export function statusOf(facts: SyncFacts): SyncStatus {
  const waiting = waitingOf(facts);
  const needs = (reason: PersonReason): SyncStatus => ({ state: 'needs-person', reason, waiting });
  if (facts.fault?.kind === 'disk') return needs('disk');
  if (facts.centre === null) return { state: 'not-set-up' };
  const reason = personReason(facts.fault, facts.centre.state);
  if (reason) return needs(reason);
  if (facts.running) return runningStatus(facts, waiting);
  if (facts.fault) return { state: 'offline', waiting, since: facts.proof?.hereAt ?? null, fault: facts.fault };
  if (facts.refused.length > 0) return needs('refused-entries');
  if (!covered(facts)) return { state: 'connecting', waiting };
  return facts.clock ? needs('clock') : { state: 'up-to-date', at: facts.proof?.hereAt ?? 0 };
}

/** Entries and files that are not at the centre yet. */
function waitingOf({ toSend, sent }: SyncFacts): number {
  return Math.max(0, toSend.entries - sent.entries) + Math.max(0, toSend.files - sent.files);
}

/** The centre's word covers all that is here and all that is there. */
function covered(facts: SyncFacts): boolean {
  const { proof, toReceive, received } = facts;
  if (!proof?.readAll || proof.seq < facts.ownSeq) return false;
  return waitingOf(facts) === 0 && toReceive.files <= received.files && toReceive.entries <= received.entries;
}

type CentreState = NonNullable<SyncFacts['centre']>['state'];

/** What no later try will mend by itself. */
function personReason(fault: SyncFault | null, state: CentreState): PersonReason | null {
  if (fault?.kind === 'forked' || state === 'forked') return 'forked';
  if (fault?.kind === 'revoked' || fault?.kind === 'wiped' || state === 'revoked') return 'revoked';
  if (fault?.kind === 'other-centre') return 'other-centre';
  if (fault?.kind === 'waiting-for-admission' || state === 'asked') return 'waiting-for-admission';
  return null;
}

function runningStatus(facts: SyncFacts, waiting: number): SyncStatus {
  const { connected, toSend, sent, toReceive, received } = facts;
  if (connected && waiting > 0) return exchanging('sending', sent, toSend);
  const left = toReceive.entries + toReceive.files > received.entries + received.files;
  if (connected && left) return exchanging('receiving', received, toReceive);
  const still = facts.fault === null && facts.refused.length === 0 && facts.clock === null && covered(facts);
  return still && facts.proof ? { state: 'up-to-date', at: facts.proof.hereAt } : { state: 'connecting', waiting };
}

interface Counts {
  readonly entries: number;
  readonly files: number;
}

const exchanging = (direction: 'sending' | 'receiving', done: Counts, total: Counts): SyncStatus => ({
  state: 'exchanging',
  direction,
  done: done.entries + done.files,
  total: total.entries + total.files,
});
