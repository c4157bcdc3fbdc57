import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { createPdfService, type PdfService } from '../core/documents/pdf-service';
import { NO_PRINTER } from '../core/room/print-desk';
import { nodeSyncPorts } from '../core/room/sync-ports';
import { Room, type RoomPorts } from '../core/room/room';
import { nodeFiles } from '../core/store/node-files';
import type { Opener } from '../core/store/store-header';
import { keyFileOf, readKeyFile } from './key-file';

/** The folder `out` that the command was built into: fonts, samples and the PDF worker lie beside it. */
export const OUT = path.resolve(__dirname, '..');
export const SAMPLES = path.join(OUT, 'samples');

/** The outside world of a room as plain Node gives it. */
export function portsFor(folder: string, opener: Opener, pdf: PdfService): RoomPorts {
  return {
    folder: path.resolve(folder),
    files: nodeFiles,
    clock: { now: () => Date.now() },
    ids: { next: randomUUID },
    opener,
    render: (request) => pdf.render(request),
    works: pdf,
    printing: NO_PRINTER,
    sync: nodeSyncPorts(),
  };
}

export const pdfService = (): PdfService =>
  createPdfService({ workerFile: path.join(OUT, 'main', 'pdf-worker.cjs'), fontDirs: [path.join(OUT, 'fonts')] });

/** Opens a store with its key file, works with it and closes it whatever happens. */
export async function withStore<T>(folder: string, work: (room: Room) => Promise<T>): Promise<T> {
  const pdf = pdfService();
  try {
    const room = await Room.open(portsFor(folder, await readKeyFile(keyFileOf(folder)), pdf));
    try {
      return await work(room);
    } finally {
      await room.close();
    }
  } finally {
    await pdf.close();
  }
}
