import { createHash } from 'node:crypto';
import { LIMITS } from '../domain/wire/limits';
import { refusedFor, storeFault } from './centre-errors';
import type { RoundContext } from './round-context';
import type { WaitingFile } from './sync-memory';

const RANKS = { document: 0, scan: 1, recording: 2 } as const;

/** Documents before scans before recordings, small ones first. */
export const byRank = (a: WaitingFile, b: WaitingFile): number => RANKS[a.rank] - RANKS[b.rank] || a.bytes - b.bytes;

/**
 * Sends the bytes that entries speak of（发送文件）, in pieces of 1 MB, only those that the centre lacks.
 *
 * Promises: begins after a cut where the centre stands; a file leaves the list only on the centre's word that it is whole;
 * one that cannot be sent never holds up the others. Holds one file in memory at a time: the blob store gives it whole.
 * `between` is called after each piece: entries that were written meanwhile go first.
 * Proved by test/unit/sync/files.test.ts.
 */
export async function sendFiles(context: RoundContext, between: () => Promise<void>): Promise<void> {
  const { memory, progress, clock } = context;
  for (const file of [...memory.value.filesOut].sort(byRank)) {
    if (isPaused(context, file.sha256)) continue;
    if (await sendFile(context, file, between)) {
      progress.sent.files += 1;
      progress.awaited.delete(file.sha256);
      await memory.commit({ filesOut: memory.value.filesOut.filter(({ sha256 }) => sha256 !== file.sha256) });
    } else pause(progress, file.sha256, clock.now());
    progress.changed();
    await between();
  }
}

/** True when the centre has it whole; false when it does not know its entry yet, or the bytes cannot be read here. */
async function sendFile(context: RoundContext, file: WaitingFile, between: () => Promise<void>): Promise<boolean> {
  const { client, signal, progress } = context;
  let bytes: Uint8Array | null = null;
  // Twice: when the pieces did not make the file, the centre drops them all and wants them once more.
  for (let turn = 0; turn < 2; turn++) {
    const there = await client.file(file.sha256, signal);
    if (there === null) return false;
    if (there.whole) return true;
    bytes ??= await readBlob(context, file.sha256);
    if (bytes === null) return false;
    if (there.bytes !== bytes.length) break;
    try {
      for (const index of there.missing) {
        const piece = bytes.subarray(index * LIMITS.chunkBytes, (index + 1) * LIMITS.chunkBytes);
        await client.putPiece(file.sha256, index, piece, sha256Of(piece), signal);
        await between();
      }
    } catch (error) {
      if (!refusedFor(error, 'file-hash')) throw error;
    }
  }
  if ((await client.file(file.sha256, signal))?.whole === true) return true;
  progress.soft = { kind: 'broken-answer' };
  return false;
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Kept bytes, or null when they are not here or damaged: then the others go on and the fault is told. */
export async function readBlob({ store, progress }: RoundContext, sha256: string): Promise<Uint8Array | null> {
  try {
    return await store.blobs.get(sha256);
  } catch (error) {
    const fault = storeFault(error);
    if (fault === null) throw error;
    progress.soft = { kind: 'disk', fault };
    return null;
  }
}

/** A file that the centre does not know or does not have whole is asked for again after a while, 1 to 30 minutes. */
const FIRST = 60_000;
const LAST = 1_800_000;

export function pause({ awaited }: RoundContext['progress'], sha256: string, now: number): void {
  const wait = Math.min(LAST, (awaited.get(sha256)?.wait ?? FIRST / 2) * 2);
  awaited.set(sha256, { until: now + wait, wait });
}

/** True while it is not its turn yet. A clock that was set back does not make it wait longer. */
export function isPaused({ progress, clock }: Pick<RoundContext, 'progress' | 'clock'>, sha256: string): boolean {
  const kept = progress.awaited.get(sha256);
  return kept !== undefined && clock.now() < kept.until && clock.now() >= kept.until - kept.wait;
}
