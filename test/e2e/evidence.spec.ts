import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { call, makeSampleRoom, signIn } from './bridge';
import { expect, firstPage, launch, test } from './fixture';
import { root } from './host';
import { card, caseOf, chooseFiles, openTab, scan } from './material';

/** Evidence and its scans（证据）, and the picture of a character that no font has（外字影像）, typed by hand. */

/** A room with Case F alone, which comes without evidence. */
async function roomWithCaseF(page: Page): Promise<string> {
  await makeSampleRoom(page);
  const taken = await call(page, 'room.importFiles', {});
  expect(taken).toMatchObject({ ok: true, value: { imported: 1 } });
  await page.reload();
  await expect(page.getByRole('heading', { name: '今日', exact: true })).toBeVisible();
  return caseOf(page, '海丝岬');
}

const CASE_F = path.join(root, 'assets/samples/case-f.json');

test('evidence is entered for a party with a picture and a PDF, a wrong file is refused by name, one scan is taken back, and all is there after a restart', async ({
  userData,
  app,
}) => {
  test.setTimeout(180_000);
  await chooseFiles(app, [CASE_F]);
  const page = await firstPage(app);
  const id = await roomWithCaseF(page);
  await openTab(page, id, 'evidence');
  await expect(page.getByRole('tab', { name: '证据', exact: true })).toBeVisible();
  const own = card(page, '林𬎆提交的证据');
  await expect(own).toContainText('还没有登记证据');
  await own.getByRole('button', { name: '新增林𬎆提交的证据' }).click();
  await expect(page.getByRole('tab', { name: '证据(1)' })).toBeVisible();
  await own.getByLabel('证据名称').fill('代发工资退回记录');
  await own.getByLabel('证据来源').fill('申请人从单位取得');
  await own.getByLabel('证明对象').fill('2024年7月、8月两次代发工资因户名不符被退回');
  await own.getByRole('radio', { name: '复印件' }).check();
  await expect(page.getByText(/已保存 \d\d:\d\d:\d\d/)).toBeVisible();

  const note = path.join(userData, '说明.txt');
  fs.writeFileSync(note, '这是一份文字说明，不是扫描件。');
  await chooseFiles(app, [scan('f-screen.png'), scan('f-costs.pdf'), note]);
  await own.getByRole('button', { name: '导入扫描件：代发工资退回记录' }).click();
  await expect(own.getByRole('alert')).toContainText('“说明.txt”');
  await expect(own.getByRole('alert')).toContainText('PDF');
  await expect(own.getByRole('listitem').filter({ hasText: 'f-screen.png' })).toBeVisible();
  await expect(own.getByRole('listitem').filter({ hasText: 'f-costs.pdf' })).toBeVisible();

  await own.getByRole('button', { name: '查看 f-screen.png' }).click();
  const view = page.getByRole('dialog');
  const picture = view.getByRole('img', { name: 'f-screen.png' });
  await expect(picture).toBeVisible();
  await expect.poll(() => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBeGreaterThan(100);
  await page.keyboard.press('Escape');
  await expect(view).toBeHidden();
  await own.getByRole('button', { name: '查看 f-costs.pdf' }).click();
  await expect(page.getByRole('dialog').locator('canvas').first()).toBeVisible();
  await page.keyboard.press('Escape');

  await own.getByRole('button', { name: '撤下 f-costs.pdf' }).click();
  await expect(own.getByRole('listitem').filter({ hasText: 'f-costs.pdf' })).toHaveCount(0);
  await own.getByRole('button', { name: '新增林𬎆提交的证据' }).click();
  await expect(page.getByRole('tab', { name: '证据(2)' })).toBeVisible();
  await own.getByRole('button', { name: '移除证据 未命名材料' }).click();
  await expect(page.getByRole('tab', { name: '证据(1)' })).toBeVisible();
  await page.getByRole('button', { name: '恢复' }).click();
  await expect(page.getByRole('tab', { name: '证据(2)' })).toBeVisible();
  await app.close();

  const restarted = await launch(userData);
  const again = await firstPage(restarted);
  await signIn(again);
  await openTab(again, id, 'evidence');
  await expect(again.getByRole('tab', { name: '证据(2)' })).toBeVisible();
  const kept = card(again, '林𬎆提交的证据').getByRole('group', { name: '第1项证据 代发工资退回记录' });
  await expect(kept.getByLabel('证据来源')).toHaveValue('申请人从单位取得');
  await expect(kept.getByLabel('证明对象')).toHaveValue(/两次代发工资/);
  await expect(kept.getByRole('radio', { name: '复印件' })).toBeChecked();
  await expect(kept.getByRole('listitem')).toHaveText([/f-screen\.png/]);
  await restarted.close();
});

/** A square of 64 pixels with two bars in it, as a character cut from a photo has. */
function crossInSquare(): PNG {
  const png = new PNG({ width: 64, height: 64 });
  for (let y = 0; y < 64; y += 1) {
    for (let x = 0; x < 64; x += 1) {
      const ink = (x > 28 && x < 36) || (y > 28 && y < 36);
      png.data.set(ink ? [0, 0, 0, 255] : [255, 255, 255, 255], (y * 64 + x) * 4);
    }
  }
  return png;
}

test('a name with 〓 prints once the picture of the character is imported with the party', async ({
  userData,
  app,
}) => {
  test.setTimeout(120_000);
  await chooseFiles(app, [CASE_F]);
  const page = await firstPage(app);
  const id = await roomWithCaseF(page);
  await openTab(page, id, 'parties');
  const party = card(page, '申请人1');
  await party.getByLabel('姓名', { exact: true }).fill('林〓');
  await expect(page.getByText(/已保存 \d\d:\d\d:\d\d/)).toBeVisible();
  await openTab(page, id, 'documents/F12.case');
  await expect(page.getByText(/“〓”.*还没有该字的影像/).first()).toBeVisible();
  await expect(page.locator('canvas')).toHaveCount(0);

  await openTab(page, id, 'parties');
  await chooseFiles(app, [scan('f-costs.pdf')]);
  const add = party.getByRole('button', { name: /导入.*林〓/ });
  await add.click();
  await expect(party.getByRole('alert')).toContainText('“f-costs.pdf”是 PDF');
  const cut = path.join(userData, 'lin-ying.png');
  fs.writeFileSync(cut, PNG.sync.write(crossInSquare()));
  await chooseFiles(app, [cut]);
  await add.click();
  await expect(party.getByRole('listitem').filter({ hasText: 'lin-ying.png' })).toBeVisible();
  await openTab(page, id, 'documents/F12.case');
  await expect(page.locator('canvas').first()).toBeVisible();
  await expect(page.getByText(/还没有该字的影像/)).toHaveCount(0);
});
