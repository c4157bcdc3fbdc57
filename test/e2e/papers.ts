import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { call, makeSampleRoom } from './bridge';
import { expect, firstPage, launch } from './fixture';
import { root } from './host';

/** What the specs about papers（文书）do on the screen. */

interface Opened {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly id: string;
}

/** The app with the sample cases, at the papers of the case that `query` finds. */
export async function openPapers(
  userData: string,
  query: string,
  env: Readonly<Record<string, string>>,
): Promise<Opened> {
  const app = await launch(userData, { env });
  const page = await firstPage(app);
  await makeSampleRoom(page);
  await call(page, 'room.loadSamples', {});
  const found = await call(page, 'cases.list', { query, stage: null, offset: 0, limit: 1 });
  const id = found.ok ? (found.value.rows[0]?.id ?? '') : '';
  await page.reload();
  await expect(page.getByRole('heading', { name: '今日', exact: true })).toBeVisible();
  await goTo(page, `/cases/${id}/documents`);
  return { app, page, id };
}

/** Shows another address. */
export const goTo = (page: Page, address: string): Promise<string> =>
  page.evaluate((hash) => (location.hash = hash), address);

/** A start on a machine without a printing system. */
export const noPrinting = (userData: string): Record<string, string> => ({
  CUPS_SERVER: path.join(userData, 'no-such-socket'),
});

/** A paper in the list of the case. */
export const paperLink = (page: Page, name: RegExp): Locator =>
  page.getByRole('navigation', { name: '本案文书' }).getByRole('link', { name });

/** Keeps a picture of the screen, to be looked at. */
export const picture = async (page: Page, name: string): Promise<void> => {
  await page.screenshot({ path: path.join(root, `test-results/documents/${name}.png`) });
};

/** Chooses from a list by typing, as a person without a mouse does. */
export async function choose(within: Page | Locator, label: string, text: string): Promise<void> {
  const box = within.getByRole('combobox', { name: label, exact: true });
  await box.click();
  await box.fill(text);
  await box.press('Enter');
}

/** The text of a PDF file without any space. */
export const textOf = (pdf: string): string =>
  execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).replaceAll(/\s/g, '');
