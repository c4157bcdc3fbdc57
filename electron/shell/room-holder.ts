import { access } from 'node:fs/promises';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import type { StretchCost } from '../core/access/stretch';
import type { PdfService } from '../core/documents/pdf-service';
import type { Problem } from '../core/domain/checks/problem';
import type { NumberBlock } from '../core/domain/numbers/number-block';
import type { PrintQueue } from '../core/printing/print-port';
import { done, refused, type Outcome } from '../core/room/outcome';
import { Room, type RoomPorts } from '../core/room/room';
import { nodeSyncPorts } from '../core/room/sync-ports';
import type { RoomProfile } from '../core/room/room-profile';
import { nodeFiles } from '../core/store/node-files';
import { HEADER_FILE, type Opener } from '../core/store/store-header';
import { StoreError } from '../core/store/store-error';
import { Turns } from '../core/store/turns';
import { keyLost, openerOf, type OtherWay } from './key-lost';
import { OpenAttempts } from './open-attempts';

/** Whether the workstation has its room open, not yet made, or cannot open it. */
export type RoomStatus =
  | { readonly state: 'none' }
  | { readonly state: 'open'; readonly room: Room }
  | { readonly state: 'fault'; readonly problem: Problem }
  /** The system's key store does not open the data: one of these people's passwords does, or the recovery sheet. */
  | {
      readonly state: 'key-lost';
      readonly problem: Problem;
      readonly people: readonly string[];
      readonly recovery: boolean;
    };

export interface HolderParts {
  /** Where the store is, or will be. */
  readonly folder: string;
  readonly pdf: PdfService;
  readonly printing: PrintQueue;
  /** The operating system's key store, and why it does not protect; null when it does. */
  readonly keyStore: { readonly opener: Opener; readonly problem: () => Promise<Problem | null> };
  /** Called with the room each time one is opened. */
  readonly opened: (room: Room) => void;
  /** Called when the centre's order destroyed everything（远程擦除）: there is no room here any more. */
  readonly wiped?: () => void;
  /** As of RoomPorts. */
  readonly cost?: StretchCost;
}

/**
 * Keeps the one open room of the process（本机调解室）.
 * Promises: two who ask at once open it once; a store that the system's key store does not open is opened by a password or
 * the sheet, and bound to this system in the same step, or it stays shut. Proved by test/unit/shell/room-holder.test.ts.
 */
export class RoomHolder {
  private current: RoomStatus = { state: 'none' };
  private readonly ports: RoomPorts;
  private readonly turns = new Turns();
  private readonly attempts: OpenAttempts;

  constructor(private readonly parts: HolderParts) {
    const { folder, pdf, printing, keyStore, cost } = parts;
    const clock = { now: () => Date.now() };
    const ids = { next: randomUUID };
    const render: RoomPorts['render'] = (request) => pdf.render(request);
    this.ports = {
      folder,
      files: nodeFiles,
      clock,
      ids,
      opener: keyStore.opener,
      ...(cost ? { cost } : {}),
      render,
      works: pdf,
      printing,
      sync: nodeSyncPorts(),
      onWiped: () => this.wiped(),
    };
    this.attempts = new OpenAttempts(nodeFiles, `${folder}.attempts.json`, clock);
  }

  /** Opens the store where there is one; a fault is kept and can be tried again. Two who ask at once open it once. */
  status(): Promise<RoomStatus> {
    return this.turns.run(() => this.look());
  }

  /** Makes the store of this workstation, with its operator as the first account. Throws StoreError. */
  create(profile: RoomProfile, blocks: readonly NumberBlock[], password: string): Promise<Room> {
    return this.turns.run(async () => this.take(await Room.create(this.ports, profile, blocks, password)));
  }

  /** Makes the store of this workstation in another way, from a backup, and opens it. Throws StoreError. */
  make<T>(work: (ports: RoomPorts) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    return this.turns.run(async () => {
      const status = await this.look();
      if (status.state === 'fault' || status.state === 'key-lost') return refused(status.problem);
      if (status.state === 'open') return refused(new StoreError('store-exists', this.ports.folder).problem);
      const made = await work(this.ports);
      if (made.ok) this.take(await Room.open(this.ports));
      return made;
    });
  }

  /** Opens by a password or the recovery sheet where the system's key store does not, and binds it to this system. */
  openBy(way: OtherWay): Promise<Outcome<null>> {
    return this.turns.run(async () => {
      const status = await this.look();
      if (status.state === 'open') return done(null);
      if (status.state !== 'key-lost') return refused(status.state === 'fault' ? status.problem : NOT_LOST);
      const opener = await openerOf(way, status.people, this.attempts);
      if (!opener.ok) return opener;
      const opened = await openedBy({ ...this.ports, opener: opener.value.opener });
      if (opened === null) return refused(opener.value.wrong);
      try {
        await opened.keys.bind(this.parts.keyStore.opener);
      } catch (fault) {
        await opened.close();
        throw fault;
      }
      await this.attempts.forget();
      this.take(opened);
      return done(null);
    });
  }

  private wiped(): void {
    void this.close().catch(() => undefined);
    this.parts.wiped?.();
  }

  private take(room: Room): Room {
    this.current = { state: 'open', room };
    this.parts.opened(room);
    return room;
  }

  private async look(): Promise<RoomStatus> {
    if (this.current.state === 'open') return this.current;
    const keyProblem = await this.parts.keyStore.problem();
    if (keyProblem) return (this.current = { state: 'fault', problem: keyProblem });
    const there = await access(path.join(this.ports.folder, HEADER_FILE)).then(
      () => true,
      () => false,
    );
    if (!there) return (this.current = { state: 'none' });
    try {
      this.take(await Room.open(this.ports));
    } catch (fault) {
      if (!(fault instanceof StoreError)) throw fault;
      const lost = fault.fault === 'wrong-key' ? await keyLost(this.ports.files, this.ports.folder) : null;
      this.current = lost ?? { state: 'fault', problem: fault.problem };
    }
    return this.current;
  }

  /** The open room; null before it is made or while it cannot be opened. */
  get room(): Room | null {
    return this.current.state === 'open' ? this.current.room : null;
  }

  async close(): Promise<void> {
    const { room } = this;
    this.current = { state: 'none' };
    await room?.close();
  }
}

/** Null when the opener's key is not one of this store. Throws StoreError for every other fault. */
async function openedBy(ports: RoomPorts): Promise<Room | null> {
  try {
    return await Room.open(ports);
  } catch (fault) {
    if (fault instanceof StoreError && fault.fault === 'wrong-key') return null;
    throw fault;
  }
}

const NOT_LOST = {
  code: 'no-room',
  zh: '本机还没有调解室数据，请先新建或从备份恢复。',
  en: 'There is no room on this workstation yet. Create it, or restore a backup.',
};
