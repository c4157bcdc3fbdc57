import { z } from 'zod';
import { stationsAnswer } from '../domain/wire/enrolment';
import { checkpointSchema } from '../domain/wire/exchange';
import { ENTRY_FAULTS } from '../domain/wire/refusals';
import type { SyncStore } from './sync-store';

/**
 * What sync remembers over restarts（同步记录）, sealed in the store beside the journals.
 *
 * Promises: what it says was durable before it was written, so that losing the newest write costs work and no data; fields
 * of a newer version are kept. Does not promise: to be there; without it a room enrols again and offers all that it has.
 * Proved by test/unit/sync/sync-memory.test.ts.
 */
const time = z.number();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const centreSchema = z.looseObject({
  url: z.string(),
  /** PEM of an issuer that the system does not know. */
  ca: z.string().optional(),
  /** Ed25519 and X25519 keys of the centre, pinned. */
  key: z.string(),
  box: z.string(),
  state: z.enum(['asked', 'admitted', 'revoked', 'forked']),
  organisation: z.looseObject({ id: z.string(), name: z.string() }).nullable(),
  /** Under which names it was asked for. */
  asked: z.looseObject({ room: z.string(), organisation: z.string() }),
});
export type KnownCentre = z.infer<typeof centreSchema>;

const fileSchema = z.looseObject({
  sha256,
  bytes: z.number().int().min(1),
  rank: z.enum(['document', 'scan', 'recording']),
});
export type WaitingFile = z.infer<typeof fileSchema>;

/** A file that is wanted, with the pieces that are here: blob by index of the piece. */
const wantedSchema = fileSchema.extend({ pieces: z.record(z.string().regex(/^\d+$/), sha256) });
export type WantedFile = z.infer<typeof wantedSchema>;

const memorySchema = z.looseObject({
  v: z.literal(1),
  /** The workstation that this is about; another one after a new identity. */
  station: z.string(),
  centre: centreSchema.nullable(),
  checkpoint: checkpointSchema.nullable(),
  /** The centre has another history: it has to be offered all that is here. */
  offer: z.boolean(),
  refused: z.array(
    z.looseObject({
      id: z.string(),
      subject: z.string(),
      kind: z.string(),
      fault: z.enum(ENTRY_FAULTS),
      at: time,
    }),
  ),
  /** Entries of the feed that did not hold when they came: asked for again by id. */
  broken: z.array(z.string()),
  /** Journals that are damaged here: to be fetched whole. */
  repair: z.array(z.string()),
  filesOut: z.array(fileSchema),
  filesIn: z.array(wantedSchema),
  /** Own counter up to which the files of entries are in `filesOut`. */
  filesNoted: z.number().int().min(0),
  /** Blobs of pieces that are needed no more. */
  rubbish: z.array(sha256),
  proof: z
    .looseObject({
      centreAt: time,
      hereAt: time,
      seq: z.number().int(),
      readAll: z.boolean(),
      head: z.number().int(),
    })
    .nullable(),
  stations: stationsAnswer.shape.stations,
  clock: z.looseObject({ here: time, centre: time }).nullable(),
});
export type MemoryState = z.infer<typeof memorySchema>;

const empty = (station: string): MemoryState => ({
  v: 1,
  station,
  centre: null,
  checkpoint: null,
  offer: false,
  refused: [],
  broken: [],
  repair: [],
  filesOut: [],
  filesIn: [],
  filesNoted: 0,
  rubbish: [],
  proof: null,
  stations: [],
  clock: null,
});

/** The note is of a version that this program does not read. */
export class NewerMemory extends Error {
  readonly fault = 'newer-store';
  constructor() {
    super('newer-store');
    this.name = 'StoreError'; // told to the person in the same words
  }
}

export class SyncMemory {
  private saving: Promise<void> = Promise.resolve();

  private constructor(
    private readonly note: ReturnType<SyncStore['note']>,
    private state: MemoryState,
  ) {}

  /** Rejects with the store's error, or NewerMemory. */
  static async open(store: SyncStore): Promise<SyncMemory> {
    const note = store.note('sync');
    const kept = await note.read();
    if (kept === null || kept === undefined) return new SyncMemory(note, empty(store.station));
    const parsed = memorySchema.safeParse(kept);
    if (!parsed.success) throw new NewerMemory();
    return new SyncMemory(note, parsed.data);
  }

  /** A fresh one, for a note that cannot be read; the old one stands until the first `save`. */
  static fresh(store: SyncStore): SyncMemory {
    return new SyncMemory(store.note('sync'), empty(store.station));
  }

  get value(): Readonly<MemoryState> {
    return this.state;
  }

  /** Changes memory alone; the next `save` makes it durable. */
  change(patch: Partial<MemoryState>): void {
    this.state = { ...this.state, ...patch };
  }

  /** Makes what stands now durable, in the order asked. Rejects with the store's error; memory keeps the change. */
  save(): Promise<void> {
    const { state } = this;
    const turn = this.saving.then(() => this.note.write(state));
    this.saving = turn.catch(() => undefined);
    return turn;
  }

  commit(patch: Partial<MemoryState>): Promise<void> {
    this.change(patch);
    return this.save();
  }
}
