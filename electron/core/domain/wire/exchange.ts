import { z } from 'zod';
import { entrySchema } from '../journal/entry';
import { LIMITS } from './limits';
import { ENTRY_FAULTS } from './refusals';

/** Entries to and from the centre（交换）. Every answer carries the centre's epoch（纪元）. */
const id = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const epoch = z.string().min(1).max(60);

/** POST /v1/entries. Entries are checked one by one: a broken one must not spoil its neighbours, so it is `unknown` here. */
export const sendRequest = z.object({ entries: z.array(z.unknown()).min(1).max(LIMITS.entries) });
export const entryAnswer = z.object({
  /** The id that the entry bears; null when it bears none. */
  id: id.nullable(),
  /** taken: durable and in the feed. known: was there. held: durable, waits for one before it. refused: see fault. */
  outcome: z.enum(['taken', 'known', 'held', 'refused']),
  fault: z.enum(ENTRY_FAULTS).optional(),
});
export type EntryAnswer = z.infer<typeof entryAnswer>;
export const sendAnswer = z.object({
  epoch,
  /** One an entry, in the order of the request. */
  answers: z.array(entryAnswer),
  /** The sender's own chain after this. */
  chain: z.object({ seq: z.number().int().min(0), id: id.nullable() }),
});
export type SendAnswer = z.infer<typeof sendAnswer>;

/** POST /v1/entries/missing: which of these the centre does not have (or not in the feed yet). */
export const missingRequest = z.object({ ids: z.array(id).min(1).max(LIMITS.ids) });
export const missingAnswer = z.object({ epoch, missing: z.array(id) });

/**
 * A place in an organisation's feed（检查点）. `link` chains all entries up to there, so that a centre that was restored
 * from an older copy is noticed even when its counter has gone past this place again.
 */
export const checkpointSchema = z.object({ epoch, seq: z.number().int().min(0), link: z.string().max(60) });
export type Checkpoint = z.infer<typeof checkpointSchema>;

/**
 * GET /v1/feed?after=SEQ&link=LINK&epoch=EPOCH&limit=N&wait=SECONDS. `after` 0 with empty `link` and `epoch` reads from the start.
 * With `wait` the answer is held back until there is something or the time is over. 409 `other-history` when the checkpoint
 * is not of this history.
 */
export const feedQuery = z.object({
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  link: z.string().max(60).default(''),
  epoch: z.string().max(60).default(''),
  limit: z.coerce.number().int().min(1).max(LIMITS.page).default(LIMITS.page),
  wait: z.coerce.number().int().min(0).max(LIMITS.waitSeconds).default(0),
});

/** The centre's word on where a workstation stands, signed over `proofText`（完整性凭据）. */
export const proofSchema = z.object({
  station: id,
  checkpoint: checkpointSchema,
  /** Highest place in the feed at that moment. `checkpoint.seq === head` means: nothing more to read. */
  head: z.number().int().min(0),
  /** The station's own chain as the centre has it. */
  chain: z.object({ seq: z.number().int().min(0), id: id.nullable() }),
  /** The centre's wall clock, milliseconds since 1970. */
  at: z.number().int(),
  /** By the centre's key. */
  signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
});
export type Proof = z.infer<typeof proofSchema>;

export const proofText = ({ station, checkpoint, head, chain, at }: Omit<Proof, 'signature'>): string =>
  [
    'mediation-room/proof/1',
    station,
    checkpoint.epoch,
    String(checkpoint.seq),
    checkpoint.link,
    String(head),
    String(chain.seq),
    chain.id ?? '',
    String(at),
  ].join('\n');

export const feedAnswer = z.object({
  epoch,
  /** In feed order. Only what this workstation may read; the checkpoint goes on over what it may not. */
  entries: z.array(entrySchema),
  /** Where to go on from, with the signed state of this workstation there. */
  proof: proofSchema,
});
export type FeedAnswer = z.infer<typeof feedAnswer>;

/** What `link` of a feed row is: the one before and the entry's id. */
export const linkText = (before: string, entry: string): string => `mediation-room/link/1\n${before}\n${entry}`;

/** GET /v1/subjects?after=SUBJECT&limit=N: cases that this workstation may read, by name. */
export const subjectsAnswer = z.object({ epoch, subjects: z.array(z.string()), more: z.boolean() });
/** GET /v1/subjects/:subject: all entries of one case, for a repair. GET /v1/entries/:id: one. */
export const subjectAnswer = z.object({ epoch, entries: z.array(entrySchema) });
