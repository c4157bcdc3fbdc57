import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { WriteMessage } from '../../electron/contract/cases';
import { call, makeSampleRoom } from './bridge';
import { Centre } from './centre';
import { expect, firstPage, launch, test } from './fixture';
import { root } from './host';
import { caseOf, sampleRoom } from './material';

/**
 * What a person sees and does on 同步 and beside it: typing while something arrives, settling by keyboard, approval, a
 * workstation that was revoked. Pictures lie in test-results/sync.
 */
const SIZES = [
  { name: '1366', width: 1366, height: 768, zoom: 1 },
  { name: '1024', width: 1024, height: 768, zoom: 1 },
  { name: '1366-125', width: 1366, height: 768, zoom: 1.25 },
] as const;

/** The screen at the sizes of the rooms' displays; nothing may reach past its right edge. */
async function pictures(app: ElectronApplication, page: Page, name: string): Promise<void> {
  for (const size of SIZES) {
    await app.evaluate(({ BrowserWindow }, { width, height, zoom }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setBounds({ width, height });
      window?.webContents.setZoomFactor(zoom);
    }, size);
    await page.screenshot({ path: path.join(root, `test-results/sync/${name}-${size.name}.png`) });
    const past = await page.evaluate(() =>
      [...document.querySelectorAll('main *')]
        .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
        .map((element) => element.textContent),
    );
    expect(past, `${name} at ${size.name}`).toEqual([]);
  }
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setBounds({ width: 1366, height: 768 });
    window?.webContents.setZoomFactor(1);
  });
}

const bar = (page: Page) => page.getByRole('status', { name: '状态' });
const goTo = (page: Page, address: string): Promise<string> => page.evaluate((hash) => (location.hash = hash), address);

/** Asks and is admitted through the bridge, until the bar says that it is up to date. */
async function join(page: Page, centre: Centre): Promise<void> {
  const asked = await call(page, 'sync.enrol', { url: centre.url });
  if (!asked.ok) throw new Error(asked.problems[0]?.en);
  centre.admin('admit', asked.value.centre?.code ?? '', '--organisation', 'committee');
  await call(page, 'sync.now', {});
  await expect(bar(page)).toContainText('已同步', { timeout: 90_000 });
}

async function write(page: Page, id: string, message: WriteMessage): Promise<void> {
  const view = await call(page, 'cases.open', { id });
  if (!view.ok) throw new Error(view.problems[0]?.en);
  const written = await call(page, 'cases.write', { id, seen: view.value.state.heads, writes: [message] });
  if (!written.ok) throw new Error(written.problems[0]?.en);
}

const factsOf = async (page: Page, id: string): Promise<string | undefined> => {
  const view = await call(page, 'cases.open', { id });
  return view.ok ? view.value.state.facts : undefined;
};

interface Two {
  readonly centre: Centre;
  readonly three: Page;
  readonly five: Page;
  /** The case of 柯龙䶮, known to both. */
  readonly id: string;
}

/** Two admitted rooms with the sample cases of the first. */
async function withTwoRooms(app: ElectronApplication, work: (two: Two) => Promise<void>): Promise<void> {
  const centre = await Centre.start();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mediation-room-five-'));
  const other = await launch(folder);
  try {
    centre.admin('organisation', 'add', 'committee', '示例调委会', '--kind', 'committee');
    const three = await sampleRoom(app);
    await join(three, centre);
    const five = await firstPage(other);
    await makeSampleRoom(five, '调解室五', '傅听澜');
    await five.reload();
    await join(five, centre);
    const id = await caseOf(three, '䶮');
    await expect.poll(() => factsOf(five, id), { timeout: 60_000 }).toBeTruthy();
    await work({ centre, three, five, id });
  } finally {
    await other.close();
    await centre.remove();
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const facts = (text: string): WriteMessage => ({ kind: 'case-set', data: { set: { facts: text } } });

test('what is typed stays under the cursor when another room changes it, and is settled by keyboard', async ({
  app,
}) => {
  test.setTimeout(240_000);
  await withTwoRooms(app, async ({ three, five, id }) => {
    await goTo(three, `/cases/${id}/dispute`);
    const field = three.getByLabel('纠纷主要事实');
    await field.fill('本室写了一半');
    await expect(bar(three)).toContainText('已保存');
    await write(five, id, facts('调解室五的记录'));
    await expect(three.getByText('其他调解室的修改已到达，离开输入框后显示。')).toBeVisible({ timeout: 60_000 });
    await expect(field).toHaveValue('本室写了一半');
    await expect(field).toBeFocused();
    await three.keyboard.press('Control+End');
    await three.keyboard.type('，又写完了');
    await expect(field).toHaveValue('本室写了一半，又写完了');
    await pictures(app, three, 'case-arrival');
    await three.getByRole('heading', { level: 1 }).click();
    await expect(three.getByText('本案有 1 处冲突需要处理。')).toBeVisible();

    await goTo(three, '/today');
    const today = three.getByRole('region', { name: '同步' });
    await expect(today.getByRole('link', { name: /^去处理/ })).toBeVisible();
    await pictures(app, three, 'today');
    await today.getByRole('link', { name: /^去处理/ }).press('Enter');
    const clash = three.getByRole('article');
    await expect(clash).toBeFocused();
    await pictures(app, three, 'clash');
    const take = clash.getByRole('button', { name: /本室写了一半，又写完了/ });
    await take.focus();
    await three.keyboard.press('Enter');
    await expect(clash).toBeHidden();
    const none = three.getByRole('heading', { name: '没有需要处理的冲突' });
    await expect(none).toBeFocused();
    await expect.poll(() => factsOf(five, id), { timeout: 30_000 }).toBe('本室写了一半，又写完了');
  });
});

test('an approval reaches the other room and ends with its change; a revoked workstation keeps its cases and asks anew', async ({
  app,
}) => {
  test.setTimeout(240_000);
  await withTwoRooms(app, async ({ centre, three, five, id }) => {
    await goTo(three, `/cases/${id}/agreement`);
    const approval = three.getByRole('status', { name: '审批', exact: true });
    await expect(approval).toHaveText('尚未审批');
    await three.getByRole('button', { name: '审批通过' }).click();
    await expect(three.getByLabel('审批人')).toHaveValue('谢怀舟');
    await three.getByLabel('审批人').press('Enter');
    await expect(approval).toHaveText(/^由谢怀舟于\d{4}年\d+月\d+日通过$/);
    await pictures(app, three, 'approval');
    await goTo(five, `/cases/${id}/agreement`);
    const there = five.getByRole('status', { name: '审批', exact: true });
    await expect(there).toContainText('由谢怀舟于', { timeout: 60_000 });
    await write(five, id, { kind: 'agreement-set', data: { set: { performance: '每月转账' } } });
    await expect(there).toContainText('已失效');
    await expect(approval).toContainText('已失效', { timeout: 60_000 });

    const page = await call(five, 'sync.page', {});
    const code = page.ok ? (page.value.centre?.code ?? '') : '';
    centre.admin('revoke', code);
    await goTo(five, '/sync');
    await five.getByRole('button', { name: '立即同步' }).click();
    await expect(five.getByRole('heading', { name: '本机已被中心停用' })).toBeVisible({ timeout: 60_000 });
    await expect(bar(five)).toContainText('需要处理：本机已被停用');
    await five.getByRole('button', { name: '更换本机身份' }).click();
    const dialog = five.getByRole('dialog');
    await expect(dialog).toContainText('这一步不能撤销');
    await dialog.getByRole('button', { name: '更换身份' }).click();
    await expect(five.getByLabel('核对码')).not.toHaveText(code, { timeout: 60_000 });
    expect(await factsOf(five, id)).toBeTruthy();
  });
});

test('the whole page is there in English', async ({ app }) => {
  const page = await sampleRoom(app);
  await page.getByText('English', { exact: true }).click();
  await page.getByRole('link', { name: /^No centre/ }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Connect to a centre' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ask for admission' })).toBeDisabled();
  await pictures(app, page, 'en-set-up');
});
