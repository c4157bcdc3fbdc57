import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test as base, _electron, type ElectronApplication, type Page } from '@playwright/test';
import { chooseHost, root, useHost, type Host } from './host';

const host = chooseHost();
useHost(host);

/** What a start of the app can have besides its data folder. */
export interface LaunchOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

interface Start {
  readonly cwd: string;
  readonly args: string[];
  readonly env: Record<string, string>;
}

/** How the built app is started on a data folder of its own, in Chinese unless `--lang` says otherwise. */
function startOf(userData: string, { args = [], env = {} }: LaunchOptions): Start {
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const asRoot = host.name === 'electron' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return {
    cwd: root,
    args: ['.', '--lang=zh-CN', ...asRoot, ...args],
    env: { ...(Object.fromEntries(inherited) as Record<string, string>), MEDIATION_ROOM_USER_DATA: userData, ...env },
  };
}

/** Starts the built app under Playwright. */
export const launch = (userData: string, options: LaunchOptions = {}): Promise<ElectronApplication> =>
  _electron.launch(startOf(userData, options));

/** The same start as a plain command line, for a second process that Playwright does not drive. */
export const startProgram = (userData: string, options: LaunchOptions = {}): Start & { readonly program: string } => ({
  program: host.program,
  ...startOf(userData, options),
});

/** The app's first window once it has loaded; a new window shows an empty page for a moment. */
export async function firstPage(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow();
  await page.waitForURL((url) => url.protocol !== 'about:');
  return page;
}

interface Fixtures {
  /** A new folder, empty, removed after the test. */
  userData: string;
  app: ElectronApplication;
  /** The app's first window. */
  page: Page;
}

export const test = base.extend<Fixtures, { host: Host }>({
  host: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern; there are none
    async ({}, use) => {
      console.log(`[e2e] host: ${host.name} (${host.why})`);
      await use(host);
    },
    { scope: 'worker', auto: true },
  ],
  userData: async ({ host }, use) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), `mediation-room-${host.name}-`));
    await use(folder);
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  app: async ({ userData }, use, info) => {
    const app = await launch(userData);
    const said: string[] = [];
    for (const stream of [app.process().stdout, app.process().stderr]) {
      stream?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    }
    await use(app);
    await app.close();
    if (info.status !== info.expectedStatus) console.log(`[e2e] the main process said:\n${said.join('')}`);
  },
  page: async ({ app }, use) => {
    await use(await firstPage(app));
  },
});
export { expect } from '@playwright/test';
