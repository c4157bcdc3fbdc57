import { execFileSync, spawnSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import { expect, firstPage, launch, startProgram, test } from './fixture';

/** What the app stands on, the same on Electron and on the stand-in. */

const width = (page: Page): Promise<number> => page.evaluate(() => window.innerWidth);

/** Processes that have this run's data folder in their command lines. */
function processesOn(folder: string): number {
  const commandLines = execFileSync('ps', ['-ax', '-o', 'args='], { encoding: 'utf8' }).split('\n');
  return commandLines.filter((line) => line.includes(folder)).length;
}

test('the window comes from the app scheme, on a secure origin, in Chinese', async ({ app, page }) => {
  const url = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL() ?? '');
  expect(url).toMatch(/^app:\/\/bundle\/index\.html/);
  const seen = await page.evaluate(() => [
    isSecureContext,
    navigator.language,
    Intl.NumberFormat().resolvedOptions().locale,
  ]);
  expect(seen).toEqual([true, 'zh-CN', 'zh-CN']);
});

test('zoom gives the page fewer pixels to lay out in, and back', async ({ app, page }) => {
  const full = await width(page);
  const zoom = (factor: number): Promise<void> =>
    app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(to), factor);
  await zoom(1.5);
  await expect.poll(() => width(page)).toBeLessThanOrEqual(Math.ceil(full / 1.5));
  await zoom(1);
  await expect.poll(() => width(page)).toBe(full);
});

test('a page process that crashes is reported, and the page loads again', async ({ app }) => {
  await firstPage(app);
  const reason = app.evaluate(({ webContents }) => {
    const [contents] = webContents.getAllWebContents();
    return new Promise((resolve) => {
      contents?.once('render-process-gone', (_event, details) => resolve(details.reason));
      contents?.forcefullyCrashRenderer();
    });
  });
  expect(['crashed', 'killed']).toContain(await reason);
  const url = app.evaluate(({ webContents }) => {
    const [contents] = webContents.getAllWebContents();
    return new Promise((resolve) => {
      contents?.once('did-finish-load', () => resolve(contents.getURL()));
      contents?.reload();
    });
  });
  expect(await url).toMatch(/^app:\/\/bundle\//);
});

test('a second start hands over to the first and ends', async ({ app, userData }) => {
  await firstPage(app);
  await app.evaluate(({ app }) => {
    app.once('second-instance', (_event, argv) => Reflect.set(globalThis, 'secondStart', argv));
  });
  const { program, args, cwd, env } = startProgram(userData, { args: ['--from-second'] });
  const second = spawnSync(program, args, { cwd, env, timeout: 30_000 });
  expect(second.status).toBe(0);
  const told = (): Promise<unknown> => app.evaluate(() => Reflect.get(globalThis, 'secondStart') as unknown);
  await expect.poll(told).toContain('--from-second');
});

test('after kill -9 nothing of the app is left, and it starts again on the same data', async ({ userData }) => {
  const first = await launch(userData);
  await firstPage(first);
  expect(processesOn(userData)).toBeGreaterThan(0);
  const closed = first.waitForEvent('close');
  process.kill(await first.evaluate(() => process.pid), 'SIGKILL');
  await closed;
  await expect.poll(() => processesOn(userData)).toBe(0);
  const second = await launch(userData);
  await firstPage(second);
  await second.close();
});

test('a secret that the key store sealed can be opened again and shows nothing of itself', async ({ app }) => {
  const plain = '口令 pa$$word';
  const sealed = await app.evaluate(async ({ app, safeStorage }, text) => {
    await app.whenReady();
    return (await safeStorage.encryptStringAsync(text)).toString('base64');
  }, plain);
  expect(Buffer.from(sealed, 'base64').includes(plain)).toBe(false);
  const again = await app.evaluate(
    async ({ safeStorage }, text) => (await safeStorage.decryptStringAsync(Buffer.from(text, 'base64'))).result,
    sealed,
  );
  expect(again).toBe(plain);
});
