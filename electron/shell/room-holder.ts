import { access } from 'node:fs/promises';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import type { PdfService } from '../core/documents/pdf-service';
import type { Problem } from '../core/domain/checks/problem';
import type { NumberBlock } from '../core/domain/numbers/number-block';
import type { PrintQueue } from '../core/printing/print-port';
import { Room, type RoomPorts } from '../core/room/room';
import { nodeSyncPorts } from '../core/room/sync-ports';
import type { RoomProfile } from '../core/room/room-profile';
import { nodeFiles } from '../core/store/node-files';
import { HEADER_FILE } from '../core/store/store-header';
import { StoreError } from '../core/store/store-error';
import { Turns } from '../core/store/turns';
import { keyStoreProblem, osOpener } from './key-opener';

/** Whether the workstation has its room open, not yet made, or cannot open it. */
export type RoomStatus =
  | { readonly state: 'none' }
  | { readonly state: 'open'; readonly room: Room }
  | { readonly state: 'fault'; readonly problem: Problem };

/** Keeps the one open room of the process. */
export class RoomHolder {
  private current: RoomStatus = { state: 'none' };
  private readonly ports: RoomPorts;
  private readonly turns = new Turns();

  /** `opened` is called with the room each time one is opened. */
  constructor(
    folder: string,
    pdf: PdfService,
    printing: PrintQueue,
    private readonly opened: (room: Room) => void,
  ) {
    const clock = { now: () => Date.now() };
    const ids = { next: randomUUID };
    const render: RoomPorts['render'] = (request) => pdf.render(request);
    this.ports = {
      folder,
      files: nodeFiles,
      clock,
      ids,
      opener: osOpener,
      render,
      works: pdf,
      printing,
      sync: nodeSyncPorts(),
    };
  }

  /** Opens the store where there is one; a fault is kept and can be tried again. Two who ask at once open it once. */
  status(): Promise<RoomStatus> {
    return this.turns.run(() => this.look());
  }

  /** Makes the store of this workstation. Throws StoreError. */
  create(profile: RoomProfile, blocks: readonly NumberBlock[]): Promise<Room> {
    return this.turns.run(async () => {
      const room = await Room.create(this.ports, profile, blocks);
      this.current = { state: 'open', room };
      this.opened(room);
      return room;
    });
  }

  private async look(): Promise<RoomStatus> {
    if (this.current.state === 'open') return this.current;
    const keyProblem = await keyStoreProblem();
    if (keyProblem) return (this.current = { state: 'fault', problem: keyProblem });
    const there = await access(path.join(this.ports.folder, HEADER_FILE)).then(
      () => true,
      () => false,
    );
    if (!there) return (this.current = { state: 'none' });
    try {
      const room = await Room.open(this.ports);
      this.current = { state: 'open', room };
      this.opened(room);
    } catch (fault) {
      if (!(fault instanceof StoreError)) throw fault;
      this.current = { state: 'fault', problem: fault.problem };
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
