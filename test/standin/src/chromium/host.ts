import { startBrowser, type Browser, type BrowserSettings } from './browser';
import { Targets } from './targets';

export interface Host {
  readonly browser: Browser;
  readonly targets: Targets;
}

let running: Host | undefined;

/** The running browser of this app; an error before 'ready'. */
export function host(): Host {
  if (!running) throw new Error('stand-in: the browser runs after the app is ready');
  return running;
}

/** Starts it; once per process. */
export async function startHost(settings: BrowserSettings): Promise<Host> {
  const browser = await startBrowser(settings);
  const targets = new Targets(browser);
  running = { browser, targets };
  await targets.start();
  return running;
}

/** Ends it, when it runs. */
export const stopHost = async (): Promise<void> => running?.browser.close();
