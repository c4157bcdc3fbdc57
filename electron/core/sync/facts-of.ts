import type { Clock } from '../ports';
import { codeOf } from './enrol';
import type { Progress } from './round-context';
import type { SyncFacts, SyncFault } from './sync-facts';
import type { SyncMemory } from './sync-memory';
import type { SyncStore } from './sync-store';

/** What the status is derived from, as it stands now（同步事实）. */
export function factsOf(
  parts: { readonly store: SyncStore; readonly clock: Clock },
  memory: SyncMemory,
  progress: Progress,
  fault: SyncFault | null,
): SyncFacts {
  const { store, clock } = parts;
  const { centre, filesOut, filesIn, checkpoint, proof, refused } = memory.value;
  const { sent, received, running, connected, awaited } = progress;
  const ownSeq = store.chain.seq;
  const left = Math.max(0, ownSeq - (progress.chain?.seq ?? proof?.seq ?? 0)) + progress.offering;
  const missing = filesIn.filter((file) => awaited.has(file.sha256)).length;
  const unread = proof ? Math.max(0, proof.head - (checkpoint?.seq ?? 0)) : 0;
  const none = { entries: 0, files: 0 };
  const [out, into] = running ? [sent, received] : [none, none];
  return {
    now: clock.now(),
    centre: centre && { url: centre.url, code: codeOf(store, centre), state: centre.state },
    running,
    connected,
    toSend: { entries: out.entries + left, files: out.files + filesOut.length },
    sent: { ...out },
    toReceive: { entries: into.entries + unread, files: into.files + filesIn.length - missing },
    received: { ...into },
    refused: refused.map(({ id, subject, kind, fault: why, at }) => ({ id, subject, kind, fault: why, at })),
    proof: proof && { centreAt: proof.centreAt, hereAt: proof.hereAt, seq: proof.seq, readAll: proof.readAll },
    ownSeq,
    awaited: missing,
    clock: memory.value.clock && { here: memory.value.clock.here, centre: memory.value.clock.centre },
    fault,
  };
}
