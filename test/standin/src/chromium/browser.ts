import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { Cdp } from './cdp';
import { findChromium } from './find';
import { chromiumFlags } from './flags';
import { prepareProfile } from './profile';

export interface Browser {
  readonly cdp: Cdp;
  /** Chromium's own version, such as 156.0.7800.1. */
  readonly version: string;
  /** Opens a window without an address bar; only Chromium's command line does, handing it to the running browser. */
  openAppWindow(url: string): void;
  /** Ends the browser; resolves when its process is gone. */
  close(): Promise<void>;
}

/** Playwright finds the browser by this line; the rest of what Chromium says is shown with STANDIN_DEBUG only. */
function relayErrors(child: ChildProcess): void {
  child.stderr?.on('data', (data: Buffer) => {
    for (const line of data.toString().split('\n')) {
      if (line.startsWith('DevTools listening on ') || process.env['STANDIN_DEBUG']) process.stderr.write(`${line}\n`);
    }
  });
}

async function closeBrowser(child: ChildProcess, cdp: Cdp): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  cdp.send('Browser.close', {}).catch(() => undefined);
  const timer = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await gone;
  clearTimeout(timer);
}

export interface BrowserSettings {
  /** Folder of the browser's own data. */
  readonly profile: string;
  /** Language that pages prefer, such as zh-CN. */
  readonly locale: string;
  /** The app's own switches, without dashes. */
  readonly switches: ReadonlyMap<string, string>;
  /** Called when the browser's process ends, however that comes. */
  readonly onGone: () => void;
}

/** Starts the one browser of this app. */
export async function startBrowser({ profile, locale, switches, onGone }: BrowserSettings): Promise<Browser> {
  await prepareProfile(profile);
  const program = findChromium();
  const flags = chromiumFlags(profile, locale, switches);
  const child = spawn(program, flags, { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] });
  relayErrors(child);
  child.on('error', onGone);
  child.on('exit', onGone);
  const cdp = new Cdp(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const { product } = await cdp.send('Browser.getVersion', {});
  const openAppWindow = (url: string): void => {
    const root = process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : [];
    spawn(program, [`--user-data-dir=${profile}`, `--app=${url}`, ...root], { stdio: 'ignore' }).on(
      'error',
      (error) => {
        console.error(`stand-in: no window: ${error.message}`);
      },
    );
  };
  return { cdp, version: product.replace(/^.*\//, ''), openAppWindow, close: () => closeBrowser(child, cdp) };
}
