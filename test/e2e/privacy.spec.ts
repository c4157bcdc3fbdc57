import fs from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { call } from './bridge';
import { expect, test } from './fixture';
import { card, caseOf, openTab, sampleRoom, saveTo } from './material';

/** Masked numbers in the case, the access log, one person's data; real numbers leave the program only when asked for. */
const NUMBER = '999999198802140019';
const AGENT = '999999197601220114';

const saved = (page: Page) => expect(page.getByRole('status', { name: '状态' })).toContainText('已保存');
const goTo = (page: Page, address: string): Promise<string> => page.evaluate((hash) => (location.hash = hash), address);

const partiesOf = async (page: Page, id: string): Promise<string> => {
  const view = await call(page, 'cases.open', { id });
  if (!view.ok) throw new Error(view.problems[0]?.en);
  return JSON.stringify(view.value.state.parties);
};

test('numbers are masked until they are shown, looks are in the log, and one person can have all that is kept of him', async ({
  app,
  userData,
}) => {
  test.setTimeout(180_000);
  const page = await sampleRoom(app);
  const id = await caseOf(page, '䶮');
  await test.step('no mask is ever written back', () => maskedCase(page, id));
  await test.step('what was looked at is in the log', () => accessLog(app, page, path.join(userData, 'log.csv')));
  await test.step("other people's numbers stay out of the export", () =>
    personExport(app, page, path.join(userData, 'person.zip')));
});

async function maskedCase(page: Page, id: string): Promise<void> {
  await openTab(page, id, 'parties');
  const bank = card(page, '申请人1');
  const person = card(page, '被申请人1');
  await expect(person.getByLabel('证件号码')).toHaveValue('999999********0019');
  await expect(person.getByLabel('证件号码')).not.toBeEditable();
  await expect(person.getByLabel('联系电话')).toHaveValue('199****0001');
  const masked = await call(page, 'cases.open', { id });
  expect(JSON.stringify(masked)).not.toContain(NUMBER);
  expect(JSON.stringify(masked)).not.toContain(AGENT);

  // What goes back holds masks beside what was typed; a new number stays as it was typed, under the cursor.
  await bank.getByLabel('部门及职务').fill('资产保全岗主管');
  await person.getByRole('button', { name: '添加代理人' }).click();
  await person.getByLabel('代理人姓名').fill('柯云栖');
  const phone = person.getByLabel('代理人电话');
  await phone.fill('19900000077');
  await expect.poll(() => partiesOf(page, id)).toContain('199****0077');
  await saved(page);
  await expect(phone).toHaveValue('19900000077');
  await expect(phone).toBeFocused();

  await person.getByRole('button', { name: '显示并修改' }).click();
  await expect(person.getByLabel('证件号码')).toHaveValue(NUMBER);
  await expect(person.getByLabel('证件号码')).toBeFocused();
  await expect(bank.getByLabel('代理人身份证号')).toHaveValue('999999********0114');
  await bank.getByRole('button', { name: '显示并修改' }).click();
  await expect(bank.getByLabel('代理人身份证号')).toHaveValue(AGENT);
  await person.getByLabel('联系电话').fill('19900000099');
  await expect.poll(() => partiesOf(page, id)).toContain('19900000099');
  const kept = await partiesOf(page, id);
  expect(kept).toContain('资产保全岗主管');
  expect(kept).toContain('19900000077');
  expect(kept).toContain(NUMBER);
  expect(kept).toContain(AGENT);
  expect(kept).not.toContain('*');

  await expect(page.getByRole('region', { name: '个人信息同意' })).toContainText(/柯龙䶮已同意/);
}

async function accessLog(app: ElectronApplication, page: Page, csv: string): Promise<void> {
  await goTo(page, '/privacy');
  const log = page.getByRole('region', { name: '查阅记录' }).getByRole('table');
  await expect(log.getByRole('row').filter({ hasText: '显示完整号码：柯龙䶮' })).toHaveCount(1);
  await expect(log.getByRole('row').filter({ hasText: '查看案件' }).first()).toContainText(
    '刺桐湾银行卡中心 与 柯龙䶮',
  );
  expect(await log.innerText()).not.toContain(NUMBER);
  await saveTo(app, csv);
  await page.getByRole('button', { name: '导出这段日期（CSV）' }).click();
  await expect(page.getByText(`已保存到 ${csv}`)).toBeVisible();
  expect(fs.readFileSync(csv, 'utf8')).toMatch(/^\uFEFF[^]*显示完整号码：柯龙䶮/);
}

async function personExport(app: ElectronApplication, page: Page, zip: string): Promise<void> {
  await goTo(page, '/privacy?part=person');
  const find = card(page, '个人信息导出');
  await find.getByLabel('身份证号、统一社会信用代码，或完整姓名').fill(NUMBER);
  await page.keyboard.press('Enter');
  await expect(find.getByRole('row').filter({ hasText: '柯龙䶮' })).toHaveCount(1);
  await saveTo(app, zip);
  await find.getByRole('button', { name: '导出所选 1 处（ZIP）' }).click();
  await expect(find.getByText(/已把 1 件案件里的内容保存到/)).toBeVisible({ timeout: 60_000 });
  const files = Object.entries(unzipSync(fs.readFileSync(zip)));
  const texts = files.filter(([name]) => /\.(json|txt|csv)$/.test(name)).map(([, bytes]) => strFromU8(bytes));
  expect(texts.join('\n')).toContain(NUMBER);
  expect(texts.join('\n')).toContain('柯龙䶮');
  expect(texts.join('\n')).not.toContain(AGENT);
  expect(files.some(([name]) => name.endsWith('.pdf') || /\.(png|jpg)$/.test(name))).toBe(true);

  await find.getByLabel('身份证号、统一社会信用代码，或完整姓名').fill('没有这个人');
  await page.keyboard.press('Enter');
  await expect(find.getByText(/本机没有这个人的案件/)).toBeVisible();
}
