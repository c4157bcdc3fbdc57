import path from 'node:path';
import type { Page } from '@playwright/test';
import { call, makeSampleRoom } from './bridge';
import { expect, firstPage, test } from './fixture';
import { root } from './host';

/** Every screen at the sizes of the rooms' displays, and enlarged; the pictures lie in test-results/screens. */
const SIZES = [
  { name: '1366', width: 1366, height: 768, zoom: 1 },
  { name: '1920', width: 1920, height: 1080, zoom: 1 },
  { name: '1366-125', width: 1366, height: 768, zoom: 1.25 },
] as const;

/** What reaches past the page at its right edge or makes the whole page scroll: only parts of a screen may scroll. */
async function overflowing(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`page is ${scrollWidth} wide in ${clientWidth}`);
    if (scrollHeight > clientHeight) found.push(`page is ${scrollHeight} high in ${clientHeight}`);
    for (const element of document.querySelectorAll('main button, main a, main h1, main label')) {
      const box = element.getBoundingClientRect();
      if (box.width > 0 && box.right > window.innerWidth + 1) found.push(`${element.tagName} ${element.textContent}`);
    }
    return found;
  });
}

test('every screen fits its window at 1366×768, at 1920×1080 and at 125 %', async ({ app }) => {
  test.setTimeout(240_000);
  const page = await firstPage(app);
  await expect(page.getByRole('heading', { name: '第一次使用' })).toBeVisible();
  await page.screenshot({ path: path.join(root, 'test-results/screens/first-start.png') });
  await makeSampleRoom(page);
  const loaded = await call(page, 'room.loadSamples', {});
  expect(loaded).toMatchObject({ ok: true, value: { imported: 7, refused: [] } });
  const found = await call(page, 'cases.list', { query: '䶮', stage: null, offset: 0, limit: 1 });
  const id = found.ok ? (found.value.rows[0]?.id ?? '') : '';
  await page.reload();
  await expect(page.getByRole('heading', { name: '今日', exact: true })).toBeVisible();
  const screens = [
    ['today', '/today', '今日'],
    ['cases', '/cases', '案件'],
    ['new-case', '/cases/new', '新建案件'],
    ['settings', '/settings', '设置'],
    ...Object.entries({
      parties: '当事人',
      dispute: '纠纷',
      sessions: '调解记录',
      agreement: '协议',
      documents: '文书',
    }).map(([key, tab]) => [`case-${key}`, `/cases/${id}/${key}`, '刺桐湾银行卡中心 与 柯龙䶮', tab] as const),
  ] as const;
  for (const size of SIZES) {
    await app.evaluate(({ BrowserWindow }, { width, height, zoom }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setBounds({ width, height });
      window?.webContents.setZoomFactor(zoom);
    }, size);
    for (const [name, route, heading, tab] of screens) {
      await page.evaluate((hash) => (location.hash = hash), route);
      await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible();
      if (tab !== undefined) await expect(page.getByRole('tab', { name: tab, selected: true })).toBeVisible();
      await expect(page.getByText('正在读取')).toBeHidden();
      if (name === 'case-documents') await expect(page.locator('canvas').first()).toBeVisible();
      await page.screenshot({ path: path.join(root, `test-results/screens/${size.name}-${name}.png`) });
      expect(await overflowing(page), `${name} at ${size.name}`).toEqual([]);
    }
  }
});

test('the whole interface is there in English', async ({ app }) => {
  const page = await firstPage(app);
  await makeSampleRoom(page);
  await call(page, 'room.loadSamples', {});
  await page.reload();
  await page.getByText('English', { exact: true }).click();
  for (const [route, heading] of [
    ['/today', 'Today'],
    ['/cases', 'Cases'],
    ['/settings', 'Settings'],
  ] as const) {
    await page.evaluate((hash) => (location.hash = hash), route);
    await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible();
  }
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Settings', exact: true })).toBeVisible();
});
