import path from 'node:path';
import { makeSampleRoom } from './bridge';
import { expect, firstPage, test } from './fixture';
import { root } from './host';

test('intake files chosen in the dialog come in, or are refused with record, field and reason', async ({ app }) => {
  const page = await firstPage(app);
  await makeSampleRoom(page);
  await page.reload();
  const files = ['assets/samples/case-f.json', 'test/fixtures/intake/sex-contradicts-number.json'].map((file) =>
    path.join(root, file),
  );
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
  }, files);
  await page.getByRole('navigation').getByRole('link', { name: '案件' }).click();
  await page.getByRole('button', { name: '导入移交文件' }).click();
  const report = page.getByRole('dialog');
  await expect(report).toContainText('新导入 1 件');
  await expect(report).toContainText('未导入 1 件');
  await expect(report).toContainText('性别与身份号码不一致');
  await page.keyboard.press('Escape');
  await expect(page.getByText('共 1 件')).toBeVisible();
  await expect(page.getByRole('row', { name: /林𬎆/ })).toBeVisible();
});

test('search is reached from anywhere by one key and opened by Enter', async ({ app }) => {
  const page = await firstPage(app);
  await makeSampleRoom(page);
  await page.evaluate(() =>
    (window as unknown as { mediationRoom: Record<string, (r: object) => Promise<unknown>> }).mediationRoom[
      'room.loadSamples'
    ]?.({}),
  );
  await page.reload();
  await expect(page.getByRole('heading', { name: '今日' })).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('textbox', { name: '搜索案件' })).toBeFocused();
  await page.keyboard.type('𬎆');
  await expect(page.getByText('共 1 件')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /林𬎆/ })).toBeVisible();
});
