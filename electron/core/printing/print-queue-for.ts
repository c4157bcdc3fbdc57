import { tmpdir } from 'node:os';
import type { Environment } from './cups-commands';
import { cupsQueue } from './cups-queue';
import type { PrintQueue } from './print-port';
import type { WindowsPrinting } from './windows-arguments';
import { windowsQueue } from './windows-queue';

/** What a packaged app knows about its own folders. */
export interface PrintPlaces {
  /** SumatraPDF's program outside app.asar, used on Windows only. */
  readonly sumatraPdfPath?: string;
}

/** A CommonJS package: plain Node has all under `default`, the app's bundle has the names themselves too. */
async function pdfToPrinter(): Promise<WindowsPrinting> {
  const loaded: WindowsPrinting & { readonly default?: WindowsPrinting } = await import('pdf-to-printer');
  return loaded.default ?? loaded;
}

/** The printing system of a platform (process.platform). pdf-to-printer is loaded on Windows only, at first use. */
export const printQueueFor = (platform: NodeJS.Platform, env: Environment, places: PrintPlaces = {}): PrintQueue =>
  platform === 'win32'
    ? windowsQueue({ ...places, load: pdfToPrinter, tempFolder: tmpdir(), now: () => Date.now() })
    : cupsQueue(env);
