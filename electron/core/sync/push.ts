import { fileRefs, type FileRef } from '../domain/case/file-refs';
import type { RoundContext } from './round-context';
import { sendEntries } from './send-entries';
import { readJournal, SendQueue } from './send-queue';
import type { WaitingFile } from './sync-memory';

/**
 * Sends what this workstation wrote and the centre does not have（发送）: own entries with a counter above the centre's, in
 * counter order, over all journals. There is no queue that could be lost: the journals are the queue.
 *
 * Promises: the files of entries are noted durably before the entries go, so that a kill in between forgets none; what the
 * centre holds or lost (its chain went back) is sent again. Proved by test/unit/sync/push.test.ts.
 */
export async function push(context: RoundContext, above: number): Promise<void> {
  let from = above;
  // A centre that was set back tells its chain with the answer: once more from there, as long as it gets on.
  for (;;) {
    const sent = await sendAbove(context, from);
    if (sent === null || sent.last <= sent.chain || sent.chain >= from) return;
    from = sent.chain;
  }
}

async function sendAbove(context: RoundContext, above: number): Promise<{ last: number; chain: number } | null> {
  const { store, memory } = context;
  const { filesNoted } = memory.value;
  const queue = new SendQueue();
  const files: FileRef[] = [];
  const upTo = store.chain.seq;
  let unread = false;
  for (const subject of store.ownSince(Math.min(above, filesNoted))) {
    const journal = await readJournal(context, subject);
    unread ||= journal === null;
    for (const entry of journal ?? []) {
      // What is written from now on has its turn in the next sending: a counter noted as done must be done.
      if (entry.station !== store.station || entry.seq > upTo) continue;
      if (entry.seq > above) queue.add(entry);
      if (entry.seq > filesNoted) files.push(...fileRefs(entry));
    }
    await context.breathe();
  }
  if (upTo > filesNoted) {
    memory.change({ filesOut: withFiles(memory.value.filesOut, files), ...(unread ? {} : { filesNoted: upTo }) });
    if (files.length > 0) await memory.save();
  }
  const items = queue.sorted();
  context.progress.changed();
  const answer = await sendEntries(context, items);
  return answer && { last: items.at(-1)?.seq ?? 0, chain: answer.chain.seq };
}

/** Adds files that are not in the list yet. */
export function withFiles(list: readonly WaitingFile[], more: readonly FileRef[]): WaitingFile[] {
  const known = new Map(list.map((file) => [file.sha256, file]));
  for (const { sha256, bytes, rank } of more) if (!known.has(sha256)) known.set(sha256, { sha256, bytes, rank });
  return [...known.values()];
}
