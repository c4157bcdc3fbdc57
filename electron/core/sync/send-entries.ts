import type { EntryAnswer, SendAnswer } from '../domain/wire/exchange';
import { refusedFor, SyncStopped } from './centre-errors';
import type { RoundContext } from './round-context';
import { textsOf, type Ready, type Waiting } from './send-queue';
import type { RefusedEntry } from './sync-facts';

/**
 * Sends entries in batches and keeps what the centre says of each（分批发送）.
 * Promises: one refused entry never holds up the others; a sending that is too large is halved, down to one entry, which is
 * then kept as refused; a fork of this workstation's own chain stops everything. Resolves to the centre's last word, null
 * when there was nothing to send. Proved by test/unit/sync/push.test.ts.
 */
export async function sendEntries(context: RoundContext, items: readonly Waiting[]): Promise<SendAnswer | null> {
  let last: SendAnswer | null = null;
  let most = context.sizes.entries;
  for (let at = 0; at < items.length;) {
    const ready = await textsOf(context, items.slice(at, at + most));
    const batch = within(ready, context.sizes.bytes);
    // What cannot be read is passed by; the batch may also be shorter for its bytes.
    const taken = batch.length === ready.length ? most : (batch.at(-1)?.index ?? 0) + 1;
    if (batch.length > 0) {
      try {
        last = await sendBatch(context, batch);
      } catch (error) {
        if (!refusedFor(error, 'too-large')) throw error;
        if (batch.length > 1) {
          most = Math.max(1, Math.floor(batch.length / 2));
          continue;
        }
        await keep(context, batch, [{ id: batch[0]?.id ?? null, outcome: 'refused', fault: 'too-large' }]);
      }
    }
    at += taken;
    await context.breathe();
  }
  return last;
}

/** As many as fit, one at least. */
function within(ready: readonly Ready[], bytes: number): readonly Ready[] {
  let sum = 0;
  const over = ready.findIndex((item, index) => (sum += Buffer.byteLength(item.text)) > bytes && index > 0);
  return over < 0 ? ready : ready.slice(0, over);
}

async function sendBatch(context: RoundContext, batch: readonly Ready[]): Promise<SendAnswer> {
  const { client, progress, signal, store } = context;
  const texts = batch.map((item) => item.text);
  const answer = await client.sendEntries(texts, signal);
  const fits = answer.answers.length === batch.length;
  if (!fits || answer.answers.some(({ id }, index) => id !== null && id !== batch[index]?.id)) {
    throw new SyncStopped({ kind: 'broken-answer' });
  }
  progress.chain = answer.chain;
  progress.connected = true;
  progress.sent.entries += batch.length;
  await keep(context, batch, answer.answers);
  progress.changed();
  const own = answer.answers.findIndex(
    ({ fault }, index) => fault === 'fork' && batch[index]?.station === store.station,
  );
  if (own >= 0) throw new SyncStopped({ kind: 'forked' });
  return answer;
}

/** Keeps refused entries until a person has looked, and drops those that the centre has after all. */
async function keep(
  { memory, progress, clock }: RoundContext,
  batch: readonly Waiting[],
  answers: readonly EntryAnswer[],
): Promise<void> {
  const before = memory.value.refused;
  const there = new Set<string>();
  const refused: RefusedEntry[] = [];
  for (const [index, { outcome, fault }] of answers.entries()) {
    const item = batch[index];
    if (!item) continue;
    if (outcome !== 'refused') there.add(item.id);
    else
      refused.push({
        id: item.id,
        subject: item.subject,
        kind: item.kind,
        fault: fault ?? 'malformed',
        at: clock.now(),
      });
  }
  for (const { id } of refused) progress.refused.add(id);
  const known = new Map(before.filter(({ id }) => !there.has(id)).map((entry) => [entry.id, entry]));
  for (const entry of refused) known.set(entry.id, { ...entry, at: known.get(entry.id)?.at ?? entry.at });
  if (refused.length > 0 || known.size !== before.length) await memory.commit({ refused: [...known.values()] });
}
