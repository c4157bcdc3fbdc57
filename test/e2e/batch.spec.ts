import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture';
import { root } from './host';
import { call } from './bridge';
import { caseOf, chooseFiles, sampleRoom, saveTo } from './material';

/** 批量制作: one PDF of the agreements of all cases, what was left out and why, and stopping it. */

async function openBatch(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: '案件' }).click();
  await page.getByRole('button', { name: '批量制作' }).click();
  await expect(page.getByRole('dialog').getByRole('combobox', { name: '文书' })).toBeVisible();
}

test('the agreements of all cases come as one PDF; cases that cannot be made are named with their reasons', async ({
  userData,
  app,
}) => {
  test.setTimeout(180_000);
  const page = await sampleRoom(app);
  await nameWithoutPicture(page);
  await openBatch(page);
  const dialog = page.getByRole('dialog');
  const file = path.join(userData, 'agreements.pdf');
  await saveTo(app, file);
  await dialog.getByRole('button', { name: '选择保存位置并开始' }).click();
  await expect(dialog.getByRole('status')).toContainText(/已处理 \d+ \/ 7 件/);
  await expect(dialog.getByText(/已制作 \d+ 份，共 \d+ 页，保存到/)).toBeVisible({ timeout: 120_000 });
  await expect(dialog.getByText('1 件没有制作：')).toBeVisible();
  const left = dialog.getByRole('listitem').filter({ hasText: '林〓 与 海丝岬银行' });
  await expect(left).toContainText('还没有该字的影像');
  const [, made, pages] = /已制作 (\d+) 份，共 (\d+) 页/.exec(await dialog.innerText()) ?? [];
  const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
  expect(info).toMatch(new RegExp(`Pages:\\s+${pages ?? '?'}\\b`));
  const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' });
  expect(text.match(/人\s*民\s*调\s*解\s*协\s*议\s*书/g)?.length ?? 0).toBeGreaterThanOrEqual(Number(made));
});

/** Gives the applicant of Case F a name that cannot be printed before a picture is imported. */
async function nameWithoutPicture(page: Page): Promise<void> {
  const id = await caseOf(page, '海丝岬');
  const opened = await call(page, 'cases.open', { id });
  if (!opened.ok) throw new Error(opened.problems[0]?.en);
  const { heads, parties } = opened.value.state;
  const party = parties.find((each) => each.side === 'applicant')?.key ?? '';
  const writes = [{ kind: 'party-set' as const, data: { party, set: { name: '林〓' } } }];
  expect(await call(page, 'cases.write', { id, seen: heads, writes })).toMatchObject({ ok: true });
}

/** `count` prepared cases like Case A, each with its own id and court number. */
function manyCases(count: number): string {
  const sample = JSON.parse(fs.readFileSync(path.join(root, 'assets/samples/case-a.json'), 'utf8')) as object;
  return Array.from({ length: count }, (_, n) =>
    JSON.stringify({ ...sample, id: `batch-${n + 1}`, courtNumber: `（2024）闽0599诉前调${9_000 + n}号` }),
  ).join('\n');
}

test('a run over many cases is stopped half-way, leaves no file, and keeps what was issued', async ({
  userData,
  app,
}) => {
  test.setTimeout(240_000);
  const page = await sampleRoom(app);
  const intake = path.join(userData, 'forty.jsonl');
  fs.writeFileSync(intake, manyCases(40));
  await chooseFiles(app, [intake]);
  await page.getByRole('navigation').getByRole('link', { name: '案件' }).click();
  await page.getByRole('button', { name: '导入移交文件' }).click();
  await expect(page.getByRole('dialog')).toContainText('新导入 40 件', { timeout: 60_000 });
  await page.keyboard.press('Escape');
  await expect(page.getByText('共 47 件')).toBeVisible();

  await openBatch(page);
  const dialog = page.getByRole('dialog');
  const file = path.join(userData, 'stopped.pdf');
  await saveTo(app, file);
  await dialog.getByRole('button', { name: '选择保存位置并开始' }).click();
  await expect(dialog.getByRole('status')).toContainText(/已处理 [1-9]\d* \/ 47 件/, { timeout: 60_000 });
  await dialog.getByRole('button', { name: '停止' }).click();
  await expect(dialog.getByText(/已停止，没有生成文件/)).toBeVisible({ timeout: 60_000 });
  const issued = Number(/已定稿的 (\d+) 份/.exec(await dialog.innerText())?.[1]);
  expect(issued).toBeLessThan(47);
  expect(fs.readdirSync(userData).filter((name) => name.startsWith('stopped'))).toEqual([]);
  await dialog.getByRole('button', { name: '关闭' }).last().click();
  await expect(dialog).toBeHidden();
});
