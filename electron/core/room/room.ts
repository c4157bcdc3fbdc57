import path from 'node:path';
import type { PartyCheckContext } from '../domain/checks/party-check';
import { isCaseSubject } from '../domain/journal/subject-kinds';
import type { NumberBlock } from '../domain/numbers/number-block';
import type { PaperWorks } from '../documents/paper-works';
import type { Rendered, RenderRequest } from '../documents/rendered';
import type { PrintQueue } from '../printing/print-port';
import type { Clock, Files, Ids } from '../ports';
import { JournalStore } from '../store/journal-store';
import type { Opener } from '../store/store-header';
import { AccessLog } from './access-log';
import { AccessDesk } from './access-desk';
import { AttachmentDesk } from './attachment-desk';
import { BatchDesk } from './batch-desk';
import { CaseDesk } from './case-desk';
import { ClashDesk } from './clash-desk';
import { DocumentDesk } from './document-desk';
import { DossierDesk } from './dossier-desk';
import { guardedStore, seenCases } from './guarded-store';
import { IntakeDesk } from './intake-desk';
import { PrintDesk } from './print-desk';
import { leaseDraft, NumberDesk } from './number-desk';
import { ROOM_PREFIX, ROOM_SET, type RoomProfile } from './room-profile';
import { partyContext, SYSTEM, todayOf, type RoomContext, type SystemContext } from './room-context';
import { StickDesk } from './stick-desk';
import { SyncDesk } from './sync-desk';
import type { SyncPorts } from './sync-ports';
import { RulesDesk } from './rules-desk';
import { caseSummaries, fitsSummary, summarise } from './subjects';
import { todayFrom, type Today } from './today';
import { TransferDesk } from './transfer-desk';
import { diskError, StoreError } from '../store/store-error';
import { Turns } from '../store/turns';

/** The outside world of a room. */
export interface RoomPorts {
  readonly folder: string;
  readonly files: Files;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly opener: Opener;
  readonly render: (request: RenderRequest) => Promise<Rendered>;
  readonly works: PaperWorks;
  readonly printing: PrintQueue;
  readonly sync: SyncPorts;
}

/**
 * A room（调解室）at work: the store and the desks that use it. The one thing that the shell and the command share, so
 * that both do the same with the same words. Guarantees are those of its parts.
 */
export class Room {
  readonly cases: CaseDesk;
  readonly documents: DocumentDesk;
  readonly intake: IntakeDesk;
  readonly attachments: AttachmentDesk;
  readonly dossiers: DossierDesk;
  readonly batches: BatchDesk;
  readonly transfers: TransferDesk;
  readonly printing: PrintDesk;
  readonly clashes: ClashDesk;
  readonly sticks: StickDesk;

  private constructor(
    private readonly store: JournalStore,
    private readonly context: RoomContext,
    system: SystemContext,
    readonly folder: string,
    queue: PrintQueue,
    readonly access: AccessDesk,
    readonly rules: RulesDesk,
    readonly numbers: NumberDesk,
    /** The same registers for what the room does by itself. */
    ownNumbers: NumberDesk,
    readonly sync: SyncDesk,
    files: Files,
  ) {
    this.cases = new CaseDesk(context);
    this.sticks = new StickDesk(system, context, files, sync);
    this.clashes = new ClashDesk(context, this.cases, ownNumbers);
    this.documents = new DocumentDesk(context);
    this.intake = new IntakeDesk(context, this.cases);
    this.attachments = new AttachmentDesk(context);
    this.dossiers = new DossierDesk(context, this.documents);
    this.transfers = new TransferDesk(context, this.documents, numbers);
    this.batches = new BatchDesk(context, this.documents, numbers);
    this.printing = new PrintDesk(context, this.documents, queue);
  }

  /**
   * Makes a new store with this profile and its number blocks in an empty or missing folder. It is built beside its place
   * and moved there when whole, so a fault or a power cut leaves no half-made room. Throws StoreError.
   */
  static async create(ports: RoomPorts, profile: RoomProfile, blocks: readonly NumberBlock[]): Promise<Room> {
    const { files, folder } = ports;
    const building = `${folder}.building`;
    try {
      await removeIfEmpty(files, folder);
      await files.removeFolder(building); // left by a power cut
      await buildRoom({ ...ports, folder: building }, profile, blocks);
      await removeIfEmpty(files, folder); // the last look before the move: a store that is there is never touched
      await files.rename(building, folder);
      await files.flushFolder(path.dirname(folder));
    } catch (fault) {
      await files.removeFolder(building).catch(() => undefined);
      throw diskError(fault, folder);
    }
    return Room.open(ports);
  }

  /** Opens an existing store. Throws StoreError. */
  static async open(ports: RoomPorts): Promise<Room> {
    const store = await JournalStore.open({ ...ports, summarise, fits: fitsSummary });
    try {
      return await Room.over(store, ports);
    } catch (fault) {
      await store.close();
      throw fault;
    }
  }

  private static async over(store: JournalStore, ports: RoomPorts): Promise<Room> {
    const profile = (): RoomProfile => {
      for (const [subject, summary] of store.summaries()) {
        if (subject.startsWith(ROOM_PREFIX) && summary !== null) return summary as RoomProfile;
      }
      throw new StoreError('damaged', 'room settings');
    };
    profile();
    const { clock, ids, render, works, printing, folder } = ports;
    const rules = new RulesDesk(store);
    const access = new AccessDesk(() => profile().operator, ports.opener.way === 'key-file');
    let sync: SyncDesk | null = null;
    const roomOf = (station: string): string | null => sync?.who.roomOf(station) ?? null;
    const shared = { clock, ids, render, works, profile, holidays: () => rules.holidays(), roomOf };
    const { actor, session, require } = access;
    const log = new AccessLog({ store, clock });
    const context: RoomContext = {
      ...shared,
      store: guardedStore(store, actor),
      actor,
      session,
      log,
      account: () => actor().name,
      require,
    };
    const system: SystemContext = { ...shared, store, actor, session, log, account: () => SYSTEM, require };
    const turns = new Turns();
    const numbers = new NumberDesk(context, turns);
    const ownNumbers = new NumberDesk(system, turns);
    sync = await SyncDesk.open(system, ports.sync, ownNumbers, rules);
    return new Room(store, context, system, folder, printing, access, rules, numbers, ownNumbers, sync, ports.files);
  }

  get profile(): RoomProfile {
    return this.context.profile();
  }

  /** Changes settings of the room; each change is an entry with its author. */
  async change(set: Pick<RoomProfile, 'dossierOrder'>): Promise<void> {
    const subject = [...this.store.summaries()].map(([name]) => name).find((name) => name.startsWith(ROOM_PREFIX));
    if (subject === undefined) throw new StoreError('damaged', 'room settings');
    const account = this.context.account();
    await this.context.store.commit([{ subject, kind: ROOM_SET, data: { set }, account }]);
  }

  /** How many cases there are. */
  get caseCount(): number {
    return [...caseSummaries(this.store.summaries())].length;
  }

  today(): Today {
    return todayFrom(
      [...seenCases(this.context.store, this.context.actor())],
      todayOf(this.context),
      this.context.holidays(),
    );
  }

  /** What checks of parties need to know here. */
  partyContext(): PartyCheckContext {
    return partyContext(this.context);
  }

  /** Calls back with the cases that were saved here or arrived from elsewhere; returns what ends it. */
  onCasesChanged(listener: (caseIds: readonly string[]) => void): () => void {
    return this.store.onSaved((subjects) => listener(subjects.filter(isCaseSubject)));
  }

  async close(): Promise<void> {
    await this.sync.engine.stop();
    await this.store.close();
  }
}

/** A whole store with its settings and blocks, closed again. */
async function buildRoom(ports: RoomPorts, profile: RoomProfile, blocks: readonly NumberBlock[]): Promise<void> {
  const store = await JournalStore.create({ ...ports, summarise });
  try {
    const subject = `${ROOM_PREFIX}${ports.ids.next()}`;
    const account = profile.operator;
    await store.commit([
      { subject, kind: ROOM_SET, data: { set: profile }, account },
      ...blocks.map((block) => leaseDraft(block, account)),
    ]);
  } finally {
    await store.close();
  }
}

/** Throws StoreError `store-exists` when something is in the folder; other faults of the disk go through. */
async function removeIfEmpty(files: Files, folder: string): Promise<void> {
  try {
    await files.removeEmptyFolder(folder);
  } catch (fault) {
    const code = (fault as NodeJS.ErrnoException).code;
    throw code === 'ENOTEMPTY' || code === 'EEXIST' ? new StoreError('store-exists', folder, { cause: fault }) : fault;
  }
}
