import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { call } from './bridge';
import { expect, test } from './fixture';
import { card, caseOf, openTab, sampleRoom, saveTo, showHalf } from './material';

/** 卷宗移送, the half of the court（移送法院）: packages, their ZIP, the court's answers. */

async function openTransfer(page: Page, id: string): Promise<void> {
  await openTab(page, id, 'dossier');
  await showHalf(page, '移送法院');
}

test('Case G is packed for filing, saved, not packed twice, and the court returns it with a reason', async ({
  userData,
  app,
}) => {
  test.setTimeout(180_000);
  const page = await sampleRoom(app);
  await openTransfer(page, await caseOf(page, '晏知衡'));
  const transfer = card(page, '移送法院');
  await expect(transfer.getByRole('radio', { name: '立案' })).toBeChecked();
  await expect(transfer).toContainText('刺桐区人民法院（示例）');
  for (const group of [
    '移送函',
    '起诉状',
    '送达地址确认书（晏知衡）',
    '无争议事实确认书',
    '证据材料（刺桐湾银行卡中心）',
  ])
    await expect(transfer.getByRole('row', { name: new RegExp(`^${group}`) })).toContainText('已有');
  await expect(transfer).toContainText('案件受理费估算：940.80 元；适用简易程序减半为 470.40 元');

  await transfer.getByRole('button', { name: '生成材料包' }).click();
  const pack = transfer.getByRole('group', { name: '材料包第 1 版' });
  await expect(pack).toContainText('待发送', { timeout: 60_000 });
  const zip = path.join(userData, 'package.zip');
  await saveTo(app, zip);
  await pack.getByRole('button', { name: '保存材料包（ZIP）' }).click();
  await expect(pack.getByText(`已保存到 ${zip}`)).toBeVisible();
  expect(execFileSync('unzip', ['-t', zip], { encoding: 'utf8' })).toContain('No errors detected');
  const list = execFileSync('unzip', ['-Z1', zip], { encoding: 'utf8' });
  for (const name of ['manifest.json', 'case.json', 'checklist.pdf']) expect(list.split('\n')).toContain(name);
  const before = fs.readFileSync(zip);

  await transfer.getByRole('button', { name: '生成材料包' }).click();
  await expect(transfer.getByText('内容没有变化，仍是上一次的材料包。')).toBeVisible();
  await pack.getByRole('button', { name: '保存材料包（ZIP）' }).click();
  await expect(pack.getByText(`已保存到 ${zip}`)).toBeVisible();
  expect(fs.readFileSync(zip).equals(before)).toBe(true);

  await pack.getByText('登记发送和法院答复').click();
  const result = pack.getByRole('combobox', { name: '结果' });
  await result.click();
  await result.fill('退回补正');
  await result.press('Enter');
  await pack.getByLabel('日期', { exact: true }).fill('2024-06-20');
  await pack.getByLabel('接收人').fill('立案庭 林某');
  await pack.getByRole('button', { name: '登记答复' }).click();
  await expect(pack.getByText('应当写明理由')).toBeVisible();
  await pack.getByLabel('理由或补正要求').fill('请补交送达地址确认书原件');
  await pack.getByRole('button', { name: '登记答复' }).click();
  await expect(pack.getByText(/退回补正：日期 2024-06-20.*请补交送达地址确认书原件/)).toBeVisible();
  await expect(page.getByRole('region', { name: '经过' }).getByRole('listitem').first()).toContainText('答复');
});

test('Case A is packed for confirmation once the signatures make the agreement effective', async ({ app }) => {
  test.setTimeout(180_000);
  const page = await sampleRoom(app);
  const id = await caseOf(page, '䶮');
  const opened = await call(page, 'cases.open', { id });
  if (!opened.ok) throw new Error(opened.problems[0]?.en);
  const [signature] = opened.value.state.signatures.filter((each) => each.by === 'respondent');
  if (signature === undefined) throw new Error('the sample has no signature of the respondent');
  const sign = async (on: string | null): Promise<void> => {
    const now = await call(page, 'cases.open', { id });
    const heads = now.ok ? now.value.state.heads : [];
    const data = { by: signature.by, on };
    expect(
      await call(page, 'cases.write', { id, seen: heads, writes: [{ kind: 'signature-set', data }] }),
    ).toMatchObject({
      ok: true,
    });
  };
  await sign(null);
  await openTransfer(page, id);
  const transfer = card(page, '移送法院');
  await expect(transfer.getByRole('radio', { name: '司法确认' })).toBeChecked();
  await expect(transfer.getByRole('alert')).toContainText(/还没有生效（还缺柯龙䶮签名）/);
  await expect(transfer.getByRole('button', { name: '生成材料包' })).toBeDisabled();
  await sign('2024-04-25');
  await expect(transfer.getByRole('alert')).toHaveCount(0);
  await transfer.getByRole('button', { name: '生成材料包' }).click();
  await transfer.getByRole('button', { name: /还没有编号/ }).click({ timeout: 60_000 });
  await expect(page.getByRole('tab', { name: '协议', selected: true })).toBeVisible();
  await page.getByRole('button', { name: '取号' }).click();
  await expect(page.getByRole('status', { name: '协议编号' })).toContainText('泉银人调字');
  await openTransfer(page, id);
  await transfer.getByRole('button', { name: '生成材料包' }).click();
  await expect(transfer.getByRole('group', { name: '材料包第 1 版' })).toBeVisible({ timeout: 60_000 });
  await transfer.getByText('立案', { exact: true }).click();
  await expect(transfer).toContainText('调解不成并办理终止后');
});
