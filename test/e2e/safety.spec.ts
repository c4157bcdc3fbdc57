import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { call } from './bridge';
import { expect, test } from './fixture';
import { card, caseOf, chooseFiles, sampleRoom, saveTo } from './material';

/** Backup, proof, check and diagnostics as a person uses them, on the real store. */
const goTo = (page: Page, address: string): Promise<string> => page.evaluate((hash) => (location.hash = hash), address);

/** The sealed file of a case on the disk. */
function fileOf(userData: string, id: string): string {
  const shard = createHash('sha256').update(id).digest('hex').slice(0, 2);
  return path.join(userData, 'store', 'journals', shard, `${id}.mrs`);
}

test('a backup is made and proved, a flipped byte is named by its case, and diagnostics hold nothing of anybody', async ({
  app,
  userData,
}) => {
  test.setTimeout(240_000);
  const page = await sampleRoom(app);
  const secrets = await secretsOf(page);
  await test.step('backup, proof, restore', () => backups(app, page, path.join(userData, 'stick')));
  await test.step('check, clean and damaged', () => checks(page, userData));
  await test.step('diagnostics', () => diagnostics(app, page, path.join(userData, 'diagnostics.txt'), secrets));
});

async function backups(app: ElectronApplication, page: Page, folder: string): Promise<void> {
  const today = page.getByRole('region', { name: '备份' });
  await expect(today).toContainText('还没有选择备份文件夹');
  await today.getByRole('link', { name: /^去选择/ }).click();

  fs.mkdirSync(folder);
  await chooseFiles(app, [folder]);
  const backup = card(page, '每日备份');
  await expect(backup.getByText('还没有选择文件夹')).toBeVisible();
  await backup.getByRole('button', { name: '选择文件夹' }).click();
  await expect(backup.getByText(folder)).toBeVisible();
  await backup.getByRole('button', { name: '立即备份' }).click();
  await expect(backup.getByText('备份完成，并已读回核对。')).toBeVisible({ timeout: 60_000 });
  const made = fs.readdirSync(folder).filter((name) => name.endsWith('.mrb'));
  expect(made.length).toBeGreaterThan(0);
  await expect(card(page, '现有备份').getByRole('row').filter({ hasText: '已读回核对' })).toHaveCount(made.length);

  const proof = card(page, '恢复演练');
  await proof.getByRole('button', { name: '现在演练' }).click();
  await expect(proof.getByText(/，备份完好$/)).toBeVisible({ timeout: 60_000 });

  await chooseFiles(app, [path.join(folder, made[0] ?? '')]);
  const restore = card(page, '从备份恢复');
  await restore.getByRole('button', { name: '选择备份文件并恢复' }).click();
  await expect(restore.getByText('备份里的内容本机都已经有了，没有需要补的。')).toBeVisible({ timeout: 60_000 });
}

async function checks(page: Page, userData: string): Promise<void> {
  await goTo(page, '/safety?part=verify');
  const verify = card(page, '核验');
  await verify.getByRole('button', { name: '开始核验' }).click();
  await expect(verify.getByText('没有发现问题。')).toBeVisible({ timeout: 60_000 });
  await expect(verify.getByText(/7 件案件、[\d,]+ 条修改/)).toBeVisible();

  const id = await caseOf(page, '䶮');
  const file = fileOf(userData, id);
  const bytes = fs.readFileSync(file);
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  fs.writeFileSync(file, bytes);
  await verify.getByRole('button', { name: '重新核验' }).click();
  await expect(verify.getByText(/^发现 \d+ 处问题/)).toBeVisible({ timeout: 60_000 });
  const fault = verify.getByRole('link', { name: '打开案件：刺桐湾银行卡中心 与 柯龙䶮' }).first();
  await expect(fault).toHaveAttribute('href', new RegExp(`/cases/${id}$`));
  await expect(verify.getByRole('button', { name: '修复' })).toBeEnabled();
}

/** The text is read first, then just that text is saved. */
async function diagnostics(
  app: ElectronApplication,
  page: Page,
  file: string,
  secrets: readonly string[],
): Promise<void> {
  await goTo(page, '/safety?part=diagnostics');
  const look = card(page, '诊断信息');
  const shown = (await look.getByLabel('诊断信息全文').innerText()).trim();
  expect(shown).toMatch(/journals\s+7 cases/);
  await saveTo(app, file);
  await look.getByRole('button', { name: '保存成文件' }).click();
  await expect(look.getByText(`已保存到 ${file}`)).toBeVisible();
  const text = fs.readFileSync(file, 'utf8');
  expect(text.trim()).toBe(shown);
  for (const secret of secrets) expect(text).not.toContain(secret);
}

/** Names, numbers, telephones and addresses of all sample cases. */
async function secretsOf(page: Page): Promise<readonly string[]> {
  const list = await call(page, 'cases.list', { query: '', stage: null, offset: 0, limit: 50 });
  if (!list.ok) throw new Error(list.problems[0]?.en);
  const secrets: (string | undefined)[] = ['谢怀舟', '调解室三'];
  for (const { id } of list.value.rows) {
    const first = await call(page, 'cases.open', { id });
    if (!first.ok) throw new Error(first.problems[0]?.en);
    for (const party of first.value.masked) await call(page, 'cases.unmask', { id, party });
    const whole = await call(page, 'cases.open', { id });
    if (!whole.ok) throw new Error(whole.problems[0]?.en);
    const { state } = whole.value;
    secrets.push(state.courtNumber, state.number?.text, state.contractNumber, ...state.mediators);
    for (const { name, shortName, document, phone, address, representatives } of state.parties) {
      secrets.push(name, shortName, document?.number, phone, address);
      for (const agent of representatives ?? []) secrets.push(agent.name, agent.document?.number, agent.phone);
    }
  }
  return secrets.filter((one) => one !== undefined && one !== '').map(String);
}
