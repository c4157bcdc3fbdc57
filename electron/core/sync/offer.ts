import { fileRefs, type FileRef } from '../domain/case/file-refs';
import type { Entry } from '../domain/journal/entry';
import { isPrivateSubject } from '../domain/journal/subject-kinds';
import { LIMITS } from '../domain/wire/limits';
import { withFiles } from './push';
import type { RoundContext } from './round-context';
import { sendEntries } from './send-entries';
import { readJournal, SendQueue } from './send-queue';

/**
 * Offers all that is here to a centre with another history（重新提供）: restored from an older copy, or replaced. Entries of
 * other workstations too: theirs may be the only copy.
 *
 * Promises: the offer stands in the durable memory until the centre has answered for every entry, so a kill begins it
 * again. Files of all entries are looked at again as well. Does not promise: journals that are private to an earlier
 * identity of this machine; no centre takes them from another one. Proved by test/unit/sync/other-history.test.ts.
 */
export async function offerAll(context: RoundContext): Promise<void> {
  const { store, memory, client, progress, signal } = context;
  const queue = new SendQueue();
  const files: FileRef[] = [];
  const chain = progress.chain?.seq ?? 0;
  const asked: Entry[] = [];
  const ask = async (): Promise<void> => {
    const batch = asked.splice(0, LIMITS.ids);
    const ids = batch.map((entry) => entry.id);
    const missing = new Set(await client.missing(ids, signal));
    for (const entry of batch) if (missing.has(entry.id)) queue.add(entry);
  };
  for (const subject of store.subjects()) {
    const ours = isPrivateSubject(subject);
    for (const entry of (await readJournal(context, subject)) ?? []) {
      if (ours && entry.station !== store.station) continue;
      // What lies above the centre's chain is certainly not there.
      if (entry.station === store.station && entry.seq > chain) queue.add(entry);
      else asked.push(entry);
      for (const file of fileRefs(entry)) if (await store.blobs.has(file.sha256)) files.push(file);
    }
    while (asked.length >= LIMITS.ids) await ask();
    await context.breathe();
  }
  while (asked.length > 0) await ask();
  await memory.commit({ filesOut: withFiles(memory.value.filesOut, files) });
  const items = queue.sorted();
  progress.offering = items.filter((item) => item.station !== store.station).length;
  progress.changed();
  await sendEntries(context, items);
  progress.offering = 0;
  await memory.commit({ offer: false });
}
