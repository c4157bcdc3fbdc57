import { headless, inUse } from '../in-use';

/** Set by the stand-in alone: what the app or a test runner says about them is not passed on. */
const own = new Set(['inspect', 'inspect-brk', 'user-data-dir', 'remote-debugging-pipe']);

const always: readonly string[] = [
  'no-first-run',
  'no-default-browser-check',
  'no-startup-window',
  'remote-debugging-pipe',
  'password-store=basic',
  'use-mock-keychain',
  'disable-background-networking',
  'disable-background-timer-throttling',
  'disable-backgrounding-occluded-windows',
  'disable-breakpad',
  'disable-component-update',
  'disable-default-apps',
  'disable-dev-shm-usage',
  'disable-extensions',
  'disable-quic',
  'disable-renderer-backgrounding',
  'disable-search-engine-choice-screen',
  'disable-sync',
];

const windowless: readonly string[] = ['headless=new', 'disable-gpu'];

/** A person's window is the app's, not a browser's: no offer to translate legal text. */
const forPerson: readonly string[] = ['disable-features=Translate'];

/** Under test: devices of Chromium's own making, and names under .invalid never asked for. */
const underTest: readonly string[] = [
  'use-fake-device-for-media-stream',
  'autoplay-policy=no-user-gesture-required',
  'host-resolver-rules=MAP *.invalid ~NOTFOUND',
];

/** Chromium's command line for a profile folder, a language and the switches that the app was given or set. */
export function chromiumFlags(
  profile: string,
  locale: string,
  switches: ReadonlyMap<string, string>,
): readonly string[] {
  const root = process.getuid?.() === 0 ? ['no-sandbox', ...(inUse ? ['test-type'] : [])] : [];
  const passed = [...switches].filter(([name]) => !own.has(name) && !(inUse && name.startsWith('remote-debugging')));
  return [
    ...always,
    ...(headless ? windowless : []),
    ...(inUse ? forPerson : underTest),
    ...root,
    `user-data-dir=${profile}`,
    `accept-lang=${locale}`,
    ...passed.map(([name, value]) => (value === '' ? name : `${name}=${value}`)),
  ].map((flag) => `--${flag}`);
}
