import { SYSTEM } from '../access/actor';
import type { PartyCheckContext } from '../domain/checks/party-check';
import { isCaseSubject } from '../domain/journal/subject-kinds';
import type { NumberBlock } from '../domain/numbers/number-block';
import type { PaperWorks } from '../documents/paper-works';
import type { Rendered, RenderRequest } from '../documents/rendered';
import type { PrintQueue } from '../printing/print-port';
import type { Clock, Files, Ids } from '../ports';
import { JournalStore } from '../store/journal-store';
import type { Opener } from '../store/store-header';
import { FULL_COST, type StretchCost } from '../access/stretch';
import { AccessLog } from './access-log';
import { AccessDesk } from './access-desk';
import { AccountsDesk } from './accounts-desk';
import { AttachmentDesk } from './attachment-desk';
import { BackupDesk } from './backup-desk';
import { BatchDesk } from './batch-desk';
import { buildRoom } from './build-room';
import { CaseDesk } from './case-desk';
import { ClashDesk } from './clash-desk';
import { countJournals, type JournalCounts } from './diagnostics';
import { DocumentDesk } from './document-desk';
import { Door } from './door';
import { DossierDesk } from './dossier-desk';
import { guardedStore, seenCases } from './guarded-store';
import { HeldBlocks } from './held-blocks';
import { IntakeDesk } from './intake-desk';
import { KeysDesk } from './keys-desk';
import { OneWork } from './one-work';
import { PrintDesk } from './print-desk';
import { PrivacyDesk } from './privacy-desk';
import { NumberDesk } from './number-desk';
import { ROOM_PREFIX, ROOM_SET, type RoomProfile } from './room-profile';
import { partyContext, todayOf, type RoomContext, type SystemContext } from './room-context';
import { StickDesk } from './stick-desk';
import { SyncDesk } from './sync-desk';
import type { SyncPorts } from './sync-ports';
import { PurgeDesk } from './purge-desk';
import { RulesDesk } from './rules-desk';
import { caseSummaries, fitsSummary, summarise } from './subjects';
import { todayFrom, type Today } from './today';
import { TransferDesk } from './transfer-desk';
import { VerifyDesk } from './verify-desk';
import { openBackupFile } from '../backup/backup-disk';
import type { BackupDisk } from '../backup/make-backup';
import { buildBeside } from '../store/build-beside';
import { StoreError } from '../store/store-error';
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
  /** Everything was destroyed by the order of the centre（远程擦除）; the room is of no use any more. */
  readonly onWiped?: () => void;
  /** What new passwords and PINs cost; the full cost but in tests. */
  readonly cost?: StretchCost;
  /** How backups are read; where they lie on a real disk but in tests. */
  readonly openBackup?: BackupDisk['open'];
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
  readonly privacy: PrivacyDesk;
  readonly clashes: ClashDesk;
  readonly sticks: StickDesk;
  readonly purging: PurgeDesk;
  readonly accounts: AccountsDesk;
  readonly keys: KeysDesk;
  readonly backups: BackupDesk;
  readonly verifying: VerifyDesk;

  private constructor(
    private readonly store: JournalStore,
    private readonly context: RoomContext,
    system: SystemContext,
    readonly folder: string,
    queue: PrintQueue,
    readonly access: AccessDesk,
    door: Door,
    readonly rules: RulesDesk,
    readonly numbers: NumberDesk,
    /** The same registers for what the room does by itself. */
    ownNumbers: NumberDesk,
    readonly sync: SyncDesk,
    { files, openBackup = openBackupFile }: Pick<RoomPorts, 'files' | 'openBackup'>,
    held: HeldBlocks,
  ) {
    const works = new OneWork();
    this.backups = new BackupDesk(system, context, { files, open: openBackup }, held, works);
    this.verifying = new VerifyDesk(system, context, sync, held, works);
    this.purging = new PurgeDesk(context, system, sync);
    this.accounts = new AccountsDesk(context, door);
    this.keys = new KeysDesk(system, context, door, access);
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
    this.privacy = new PrivacyDesk(context, files);
  }

  /**
   * Makes a new store with this profile and its number blocks in an empty or missing folder. It is built beside its place
   * and moved there when whole, so a fault or a power cut leaves no half-made room. With a password its operator is the
   * first account. Throws StoreError.
   */
  static async create(
    ports: RoomPorts,
    profile: RoomProfile,
    blocks: readonly NumberBlock[],
    password?: string,
  ): Promise<Room> {
    await buildBeside(ports.files, ports.folder, (folder) =>
      buildRoom({ ...ports, folder }, profile, blocks, password),
    );
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
    let sync: SyncDesk | null = null;
    const door = await Door.open({
      store,
      clock,
      cost: ports.cost ?? FULL_COST,
      lockedByCentre: () => rules.lockedAccounts(profile().room),
      centre: () => (sync?.engine.centre() ? { lastContact: sync.facts.proof?.hereAt ?? null } : null),
    });
    const log = new AccessLog({ store, clock });
    const byKey = ports.opener.way === 'key-file';
    const access = new AccessDesk({ store, ids, door, log, byKey, operator: () => profile().operator });
    const roomOf = (station: string): string | null => sync?.who.roomOf(station) ?? null;
    const shared = { clock, ids, render, works, profile, holidays: () => rules.holidays(), roomOf };
    const { actor, session, require } = access;
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
    const shut = new Set<string>();
    const held = await HeldBlocks.open(system, context, shut);
    const numbers = new NumberDesk(context, turns, shut);
    const ownNumbers = new NumberDesk(system, turns, shut);
    sync = await SyncDesk.open(system, ports.sync, ownNumbers, rules, held, () => ports.onWiped?.());
    return new Room(
      store,
      context,
      system,
      folder,
      printing,
      access,
      door,
      rules,
      numbers,
      ownNumbers,
      sync,
      ports,
      held,
    );
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

  /** This workstation's key, and how many journals of each sort there are, for diagnostics. */
  inside(): { readonly station: string; readonly journals: JournalCounts } {
    return { station: this.store.station, journals: countJournals(this.store.summaries()) };
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
    this.backups.cancel();
    await this.sync.engine.stop();
    await this.store.close();
  }
}
