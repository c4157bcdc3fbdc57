import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { call } from './bridge';
import { expect, firstPage, launch, test } from './fixture';
import { caseOf, saveTo } from './material';

/** The door: first start with its recovery sheet, locking, change of person, wrong passwords, what an auditor may do. */
const OWN = '石榴与海风 2026';
const TEMPORARY = '先用这一个 88';
const bar = (page: Page) => page.getByRole('status', { name: '状态' });
const goTo = (page: Page, address: string): Promise<string> => page.evaluate((hash) => (location.hash = hash), address);

/** Chooses a name at the door where the names are shown. */
async function comeAs(page: Page, name: string, password: string): Promise<void> {
  const other = page.getByRole('button', { name: '换一个人' });
  if (await other.isVisible()) await other.click();
  await page.getByRole('region', { name: '选择姓名' }).getByRole('button', { name }).click();
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
}

/** Of somebody who is here for the first time: the administrator's password is changed at once. */
async function comeFirst(page: Page, name: string, own: string): Promise<void> {
  await comeAs(page, name, TEMPORARY);
  await expect(page.getByRole('heading', { name: '请先换成自己的密码' })).toBeVisible();
  await page.getByLabel('管理员给的密码').fill(TEMPORARY);
  await page.getByLabel('新密码').fill(own);
  await page.getByLabel('再输一次').fill(own);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '今日', exact: true })).toBeVisible();
}

const lockedPage = (page: Page) => page.getByRole('heading', { name: '屏幕已锁定' });
const systemLocks = (app: ElectronApplication): Promise<boolean> =>
  app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'));

/** First start in the window itself, to the sheet that is saved, read and confirmed; leaves 今日 with the samples. */
async function begin(app: ElectronApplication, page: Page, folder: string): Promise<void> {
  await page.getByLabel('调解室', { exact: true }).fill('调解室三');
  await page.getByLabel('您的姓名').fill('谢怀舟');
  await page.getByLabel('登录密码').fill(OWN);
  await page.getByLabel('再输一次').fill(OWN);
  await page.getByRole('button', { name: '开始使用' }).click();
  await expect(page.getByRole('heading', { name: '恢复单' })).toBeVisible();
  const file = path.join(folder, 'sheet.pdf');
  await saveTo(app, file);
  await page.getByRole('button', { name: '存为 PDF' }).click();
  const tail = page.getByLabel('恢复单的最后四个字符');
  await tail.fill('0000');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('最后 4 个字符不符');
  await expect(tail).toHaveValue('');
  const [groups] = /(?:[0-9A-Z]{4}[\s-]+){8}[0-9A-Z]{4}/.exec(textOf(file)) ?? [];
  await tail.fill(groups?.slice(-4).toLowerCase() ?? '');
  await page.keyboard.press('Enter');
  await expect(page.getByText('恢复单已生效。')).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '载入示例案件' }).click();
  await expect(page.getByRole('heading', { name: '今日', exact: true })).toBeVisible();
}

const textOf = (file: string): string => execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });

async function addAccount(page: Page, name: string, role: string): Promise<void> {
  await page.getByRole('button', { name: '添加账户' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('姓名').fill(name);
  await dialog.getByRole('checkbox', { name: role }).check();
  await dialog.getByLabel('临时密码').fill(TEMPORARY);
  await dialog.getByLabel('再输一次').fill(TEMPORARY);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('rowheader', { name })).toBeVisible();
}

test('from the first start to an auditor: the sheet, locks that keep what was typed, another person, wrong passwords', async ({
  userData,
}) => {
  test.setTimeout(180_000);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mediation-room-sheet-'));
  let app = await launch(userData);
  try {
    let page = await firstPage(app);
    await begin(app, page, folder);
    await goTo(page, '/settings/accounts');
    await addAccount(page, '傅听澜', '专职调解员');
    await addAccount(page, '简明审', '审计人员');

    const id = await caseOf(page, '䶮');
    await goTo(page, `/cases/${id}/dispute`);
    const facts = page.getByLabel('纠纷主要事实');
    await facts.fill('锁屏之前写到一半');
    await page.keyboard.press('Control+l');
    await expect(lockedPage(page)).toBeVisible();
    await expect(facts).toBeHidden();
    expect(await call(page, 'cases.open', { id })).toMatchObject({ ok: false, problems: [{ code: 'signed-out' }] });
    await page.getByLabel('密码', { exact: true }).fill('不是这一个');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText('没有登录');
    await expect(page.getByLabel('密码', { exact: true })).toBeFocused();
    await expect(page.getByLabel('密码', { exact: true })).toHaveValue('');
    await page.keyboard.type(OWN);
    await page.keyboard.press('Enter');
    await expect(facts).toHaveValue('锁屏之前写到一半');
    await expect(facts).toBeFocused();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('，系统锁屏之前又写了一句');
    await systemLocks(app);
    await expect(lockedPage(page)).toBeVisible();

    await comeFirst(page, '傅听澜', '另一个人的海 7');
    await expect(facts).toBeHidden();
    await expect(bar(page)).toContainText('傅听澜');
    const kept = await call(page, 'cases.open', { id });
    expect(kept).toMatchObject({ value: { state: { facts: '锁屏之前写到一半，系统锁屏之前又写了一句' } } });

    // Put back by the restart below, and that must not shorten the wait, either.
    await app.evaluate(() => {
      const now = Date.now;
      Date.now = () => now() + 120_000;
    });
    await page.keyboard.press('Control+l');
    for (let wrong = 0; wrong < 5; wrong += 1) {
      await page.getByLabel('密码', { exact: true }).fill(`猜第 ${wrong} 次`);
      await page.keyboard.press('Enter');
      if (wrong < 4) await expect(page.getByRole('alert')).toContainText('没有登录');
    }
    await expect(page.getByRole('timer')).toContainText(/请等 .*\d+ [分秒]/);
    await app.close();
    app = await launch(userData);
    page = await firstPage(app);
    await expect(page.getByRole('heading', { name: '请登录' })).toBeVisible();
    await expect(page.getByRole('timer')).toContainText(/请等 .*\d+ [分秒]/);

    await comeAs(page, '谢怀舟', OWN);
    await expect(bar(page)).toContainText('谢怀舟');
    await goTo(page, '/settings/accounts');
    await page.getByRole('button', { name: '解除傅听澜的锁定' }).click();
    await expect(page.getByRole('button', { name: '锁定傅听澜', exact: true })).toBeVisible();

    await page.getByRole('button', { name: '谢怀舟，账户菜单' }).click();
    await page.getByRole('menuitem', { name: '换人登录' }).click();
    await comeFirst(page, '简明审', '只看不改的人 3');
    await goTo(page, '/cases');
    await expect(page.getByRole('heading', { name: '案件', exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: '新建案件' })).toBeHidden();
    const seen = await call(page, 'cases.open', { id });
    const heads = seen.ok ? seen.value.state.heads : [];
    expect(heads).not.toEqual([]);
    const write = { kind: 'case-set', data: { set: { facts: '审计改的' } } } as const;
    expect(await call(page, 'cases.write', { id, seen: heads, writes: [write] })).toMatchObject({
      ok: false,
      problems: [{ code: 'no-right' }],
    });
    await goTo(page, '/settings/accounts');
    await expect(page.getByRole('heading', { name: '设置', exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: '添加账户' })).toBeHidden();
  } finally {
    await app.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
});
