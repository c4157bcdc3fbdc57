import { LIMITS } from '../domain/wire/limits';
import { byRank, isPaused, pause, readBlob, sha256Of } from './files-out';
import { openPiece, sealPiece } from './piece-blob';
import type { RoundContext } from './round-context';
import type { WantedFile } from './sync-memory';

/**
 * Fetches the bytes that entries speak of（取回文件）, piece by piece.
 *
 * Promises: pieces that came are kept over restarts; a file is put in the store only when its bytes have its hash, and its
 * pieces are removed after that; a file that the centre does not have (its workstation still has to send it) never holds
 * up the others, and is asked for again. Does not promise: small memory for a large file; it is put together at the end, as
 * the blob store keeps files whole. Proved by test/unit/sync/files.test.ts.
 */
export async function fetchFiles(context: RoundContext, between: () => Promise<void>): Promise<void> {
  const { memory, store, progress, clock } = context;
  await removeRubbish(context);
  for (const file of [...memory.value.filesIn].sort(byRank)) {
    if (isPaused(context, file.sha256)) continue;
    const came = (await store.blobs.has(file.sha256)) || (await fetchFile(context, file, between));
    if (came) await settle(context, file.sha256);
    else pause(progress, file.sha256, clock.now());
    progress.changed();
    await between();
  }
}

/** The file is here: it leaves the list, then its pieces leave the disk. */
async function settle(context: RoundContext, sha256: string): Promise<void> {
  const { memory, progress } = context;
  const { filesIn, rubbish } = memory.value;
  const pieces = Object.values(filesIn.find((file) => file.sha256 === sha256)?.pieces ?? {});
  progress.received.files += 1;
  progress.awaited.delete(sha256);
  await memory.commit({
    filesIn: filesIn.filter((file) => file.sha256 !== sha256),
    rubbish: [...rubbish, ...pieces],
  });
  await removeRubbish(context);
}

async function removeRubbish({ memory, store }: RoundContext): Promise<void> {
  const { rubbish } = memory.value;
  if (rubbish.length === 0) return;
  for (const blob of rubbish) await store.blobs.remove(blob);
  await memory.commit({ rubbish: [] });
}

/** True when it came whole. */
async function fetchFile(context: RoundContext, file: WantedFile, between: () => Promise<void>): Promise<boolean> {
  const { client, signal, store, memory, progress } = context;
  const there = await client.file(file.sha256, signal);
  if (there?.whole !== true) return false;
  const count = Math.ceil(there.bytes / LIMITS.chunkBytes);
  let single: Uint8Array | null = null;
  for (let index = 0; index < count; index++) {
    if (piecesOf(context, file.sha256)[String(index)] !== undefined) continue;
    const piece = await client.piece(file.sha256, index, signal);
    if (piece === null) return false;
    // One that is whole with its first piece needs no keeping.
    if (count === 1) single = piece;
    else await keepPiece(context, file.sha256, index, await store.blobs.put(sealPiece(file.sha256, index, piece)));
    await between();
  }
  const whole = single ?? (await joined(context, file.sha256, count));
  if (whole !== null && sha256Of(whole) === file.sha256) {
    await store.blobs.put(whole);
    return true;
  }
  // Not its bytes: all pieces again, later.
  const rubbish = [...memory.value.rubbish, ...Object.values(piecesOf(context, file.sha256))];
  await memory.commit({ filesIn: patched(context, file.sha256, {}), rubbish });
  progress.soft ??= { kind: 'broken-answer' };
  return false;
}

const piecesOf = ({ memory }: RoundContext, sha256: string): WantedFile['pieces'] =>
  memory.value.filesIn.find((file) => file.sha256 === sha256)?.pieces ?? {};

const patched = ({ memory }: RoundContext, sha256: string, pieces: WantedFile['pieces']): WantedFile[] =>
  memory.value.filesIn.map((file) => (file.sha256 === sha256 ? { ...file, pieces } : file));

const keepPiece = (context: RoundContext, sha256: string, index: number, blob: string): Promise<void> =>
  context.memory.commit({
    filesIn: patched(context, sha256, { ...piecesOf(context, sha256), [String(index)]: blob }),
  });

/** All pieces put together; null when one cannot be read. */
async function joined(context: RoundContext, sha256: string, count: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  for (let index = 0; index < count; index++) {
    const blob = await readBlob(context, piecesOf(context, sha256)[String(index)] ?? '');
    const piece = blob && openPiece(sha256, index, blob);
    if (!piece) return null;
    parts.push(piece);
  }
  return Buffer.concat(parts);
}
