import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import fs from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture';
import { card, caseOf, openTab, sampleRoom, saveTo } from './material';

/** 卷宗移送, the half of the dossier: what is missing, making it, binding, the seven checks, archiving. */

const rows = (page: Page) => card(page, '卷宗').getByRole('table').getByRole('row');

async function openDossier(page: Page, query: string): Promise<void> {
  await openTab(page, await caseOf(page, query), 'dossier');
  await expect(rows(page)).toHaveCount(14); // the 13 rows of the order and the head
}

async function makeAll(page: Page): Promise<void> {
  const parts = card(page, '卷宗');
  await parts.getByRole('button', { name: '制作所缺文书' }).click();
  await expect(parts.getByRole('status')).toContainText(/正在制作 \d+ \/ \d+：/);
  await expect(parts.getByRole('button', { name: '停止' })).toBeVisible();
  await expect(parts.getByRole('status')).toContainText(/已制作 \d+ 份文书/, { timeout: 120_000 });
  await expect(parts.getByRole('alert')).toHaveCount(0);
}

test('the dossier of Case D is completed, bound with bookmarks and page numbers, saved, and archived', async ({
  userData,
  app,
}) => {
  test.setTimeout(240_000);
  const page = await sampleRoom(app);
  await openDossier(page, '黄蕴棠');
  const first = rows(page).nth(1);
  await expect(first).toContainText('人民调解申请书或受理登记表');
  await expect(first).toContainText('缺 1 份');
  await expect(rows(page).nth(11)).toContainText('本案不需要');
  await expect(rows(page).nth(13)).toContainText('封底');
  await expect(rows(page).nth(13)).toContainText('装订时生成');
  const bind = card(page, '装订成卷');
  await expect(bind.getByRole('button', { name: '装订成卷' })).toBeDisabled();

  await first.getByRole('button', { name: '人民调解申请书', exact: true }).click();
  await expect(page.getByRole('tab', { name: '文书', selected: true })).toBeVisible();
  await openDossier(page, '黄蕴棠');

  const checks = card(page, '归档检查');
  await expect(checks.locator('ol > li')).toHaveCount(7);
  await checks.getByRole('button', { name: '4. 授权委托书' }).click();
  await expect(
    rows(page)
      .nth(4)
      .getByRole('button', { name: /授权委托书/ }),
  ).toBeFocused();

  await makeAll(page);
  await expect(page.getByText('12 项已齐')).toBeVisible();
  await expect(checks.locator('ol > li').nth(1)).toContainText('✓ 通过');
  await checks.getByRole('button', { name: '还没有装订成卷' }).click();
  await expect(bind.getByRole('button', { name: '装订成卷' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(bind).toContainText(/已装订，共 \d+ 页/, { timeout: 60_000 });
  const pages = Number(/共 (\d+) 页/.exec(await bind.innerText())?.[1]);
  for (let nth = 0; nth < 7; nth += 1) await expect(checks.locator('ol > li').nth(nth)).toContainText('✓ 通过');

  const file = path.join(userData, 'dossier.pdf');
  await saveTo(app, file);
  await bind.getByRole('button', { name: '保存卷宗 PDF' }).click();
  await expect(bind.getByText(`已保存到 ${file}`)).toBeVisible();
  expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(new RegExp(`Pages:\\s+${pages}\\b`));
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  const sheets = text.split('\f').map((sheet) => sheet.replaceAll(/\s/g, ''));
  expect(sheets[0]).toContain('卷宗');
  expect(text.replaceAll(/\s/g, '')).toContain('黄蕴棠');
  const pdf = await PDFDocument.load(fs.readFileSync(file));
  expect(pdf.catalog.has(PDFName.of('Outlines'))).toBe(true);
  const titles = outlineTitles(pdf);
  expect(titles.slice(0, 2)).toEqual(['卷宗封面', '卷内目录']);
  expect(titles).toContain('人民调解协议书');
  expect(titles.at(-1)).toContain('封底');
  // A scan has no text of its own but the number stamped on it, which the contents name and the next page follows.
  const scanned = sheets.findIndex((sheet) => /^\d+$/.test(sheet));
  const number = Number(sheets[scanned]);
  expect(sheets[scanned + 1]).toBe(String(number + 1));
  expect(sheets.slice(1, 3).join('')).toContain(`理财产品认购确认单${number}`);

  await card(page, '归档').getByRole('button', { name: '归档', exact: true }).click();
  await expect(card(page, '归档').getByRole('status')).toContainText('归档');
  await expect(page.getByRole('region', { name: '经过' }).getByRole('listitem').first()).toContainText('归档');
});

/** Titles of the bookmarks, top level, in order. */
function outlineTitles(pdf: PDFDocument): readonly string[] {
  const titles: string[] = [];
  const { context, catalog } = pdf;
  const dict = (ref: unknown) => context.lookup(ref as never) as never as Map | undefined;
  interface Map {
    get(name: PDFName): unknown;
  }
  let item = dict(dict(catalog.get(PDFName.of('Outlines')))?.get(PDFName.of('First')));
  while (item !== undefined) {
    titles.push(
      (context.lookup(item.get(PDFName.of('Title')) as never) as never as { decodeText(): string }).decodeText(),
    );
    const next = item.get(PDFName.of('Next'));
    item = next === undefined ? undefined : dict(next);
  }
  return titles;
}

test('Case C is not archived while papers are missing, and is archived with a reason that stays in the journal', async ({
  app,
}) => {
  test.setTimeout(120_000);
  const page = await sampleRoom(app);
  await openDossier(page, '帕丽扎提');
  const archive = card(page, '归档');
  await expect(archive).toContainText(/第 1.*项还缺材料/);
  await archive.getByRole('button', { name: '归档', exact: true }).click();
  await expect(archive.getByRole('alert')).toContainText('由负责人填写理由');
  await archive.getByLabel('负责人同意归档的理由').fill('当日履行完毕，原件由刺桐湾银行保存');
  await archive.getByRole('button', { name: '说明理由后归档' }).click();
  await expect(archive.getByRole('status')).toContainText(/已于\d{4}年\d+月\d+日由谢怀舟归档/);
  await expect(archive).toContainText('归档理由：当日履行完毕');
  const journal = page.getByRole('region', { name: '经过' });
  await expect(journal.getByRole('listitem').first()).toContainText('理由：当日履行完毕，原件由刺桐湾银行保存');

  const bind = card(page, '装订成卷');
  await bind.getByRole('button', { name: '装订成卷' }).click();
  await expect(bind).toContainText(/已装订，共 \d+ 页/, { timeout: 60_000 });
});
