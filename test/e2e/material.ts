import path from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { call, makeSampleRoom } from './bridge';
import { expect, firstPage } from './fixture';
import { root } from './host';

/** The invented scans of the sample cases. */
export const scan = (name: string): string => path.join(root, 'assets/samples/papers/scans', name);

/** Answers the system's next questions for files to open. */
export const chooseFiles = (app: ElectronApplication, files: readonly string[]): Promise<void> =>
  app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...filePaths] });
  }, files);

/** Answers the system's next questions where to save. */
export const saveTo = (app: ElectronApplication, file: string): Promise<void> =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);

/** The id of the one case that `query` finds. */
export async function caseOf(page: Page, query: string): Promise<string> {
  const found = await call(page, 'cases.list', { query, stage: null, offset: 0, limit: 2 });
  const [row] = found.ok ? found.value.rows : [];
  if (row === undefined) throw new Error(`no case is found by ${query}`);
  return row.id;
}

/** The sample room with all sample cases, at 今日. */
export async function sampleRoom(app: ElectronApplication): Promise<Page> {
  const page = await firstPage(app);
  await makeSampleRoom(page);
  const loaded = await call(page, 'room.loadSamples', {});
  if (!loaded.ok || loaded.value.imported !== 7) throw new Error('the sample cases were not taken in');
  await page.reload();
  await expect(page.getByRole('heading', { name: '今日', exact: true })).toBeVisible();
  return page;
}

/** Opens a tab of a case by its address. */
export async function openTab(page: Page, id: string, tab: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), `/cases/${id}/${tab}`);
  await expect(page.getByRole('tabpanel')).toBeVisible();
  await expect(page.getByText('正在读取')).toBeHidden();
}

/** The half of 卷宗移送 with this name. */
export async function showHalf(page: Page, name: '卷宗' | '移送法院'): Promise<void> {
  await page.getByRole('radiogroup', { name: '卷宗移送' }).getByText(name, { exact: true }).click();
}

/** A card of a screen by its name. */
export const card = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
