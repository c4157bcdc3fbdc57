import path from 'node:path';
import { EVENTS } from '../../contract/contract';
import type { Handlers } from '../../contract/answers';
import type { PdfService } from '../../core/documents/pdf-service';
import type { PrintQueue } from '../../core/printing/print-port';
import type { LockKeeper } from '../lock-keeper';
import type { RoomHolder } from '../room-holder';
import { ViewerFiles } from '../viewer-files';
import { accessHandlers } from './access-handlers';
import { appHandlers } from './app-handlers';
import { attachmentHandlers } from './attachment-handlers';
import { batchHandlers } from './batch-handlers';
import { caseHandlers } from './case-handlers';
import { checkHandlers } from './check-handlers';
import { diagnosticsHandlers } from './diagnostics-handlers';
import { documentHandlers } from './document-handlers';
import { dossierHandlers } from './dossier-handlers';
import { privacyHandlers } from './privacy-handlers';
import { purgeHandlers } from './purge-handlers';
import { roomHandlers } from './room-handlers';
import { safetyHandlers } from './safety-handlers';
import { syncHandlers } from './sync-handlers';
import { transferHandlers } from './transfer-handlers';

/** What the handlers need besides the room. */
export interface HandlerParts {
  readonly samplesDir: string;
  readonly pdf: PdfService;
  readonly printing: PrintQueue;
  /** The folder of the app's own data, where copies for the system's viewer lie for a while. */
  readonly folder: string;
  /** Left out where there is no screen to lock. */
  readonly keeper?: LockKeeper;
  /** Tells the windows; left out where there are none. */
  readonly send?: (event: (typeof EVENTS)[keyof typeof EVENTS], value: unknown) => void;
}

/** Where copies for the system's viewer lie; emptied at every start and end. */
export const viewerFolder = (folder: string): string => path.join(folder, 'viewer');

/** One handler for each method of the contract; the compiler holds them against it. */
export function allHandlers(holder: RoomHolder, parts: HandlerParts): Handlers {
  const { samplesDir, pdf, printing, folder, keeper, send = () => undefined } = parts;
  return {
    ...appHandlers,
    ...accessHandlers(holder, { pdf, queue: printing, touch: () => keeper?.touch() }),
    ...roomHandlers(holder, samplesDir),
    ...caseHandlers(holder),
    ...checkHandlers(holder),
    ...documentHandlers(holder, new ViewerFiles(viewerFolder(folder)), printing),
    ...attachmentHandlers(holder),
    ...dossierHandlers(holder),
    ...transferHandlers(holder),
    ...batchHandlers(holder, (progress) => send(EVENTS.batchProgress, progress)),
    ...syncHandlers(holder),
    ...privacyHandlers(holder),
    ...purgeHandlers(holder),
    ...safetyHandlers(holder, (progress) => send(EVENTS.workProgress, progress)),
    ...diagnosticsHandlers(holder),
  };
}
