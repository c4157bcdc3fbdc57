import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { call } from './bridge';
import { expect, test } from './fixture';
import { root } from './host';
import { choose, goTo, noPrinting, openPapers, paperLink, picture, textOf } from './papers';

/** A mediator makes, prints, signs and scans back the papers of a case（文书）. Pictures lie in test-results/documents. */

const SCANS = path.join(root, 'assets/samples/papers/scans');

/** What the pages in the middle show: a digest of their pixels. */
async function drawn(page: Page): Promise<string> {
  const pixels = await page
    .getByRole('region', { name: /同意书/ })
    .locator('canvas')
    .evaluateAll((all) => all.map((canvas) => (canvas as HTMLCanvasElement).toDataURL()).join(' '));
  return createHash('sha256').update(pixels).digest('hex');
}

/** Answers the dialogs of the system: files to open, and the viewer, whose files are told. */
async function answerDialogs(app: ElectronApplication, files: readonly string[]): Promise<void> {
  await app.evaluate(({ dialog, shell }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...filePaths] });
    shell.openPath = () => Promise.resolve('');
  }, files);
}

/** Opens the document in the system's viewer from the open dialog, and gives the file that was opened. */
async function openInViewer(dialog: Locator): Promise<string> {
  await dialog.getByRole('button', { name: '用系统打开自行打印' }).click();
  const words = dialog.getByRole('status').filter({ hasText: '已打开' });
  await expect(words).toBeVisible();
  return /已打开 (.+?\.pdf)。/.exec(await words.innerText())?.[1] ?? '';
}

test('a consent is filled in, frozen, printed by the viewer, scanned back; a further print is a 副本', async ({
  userData,
}) => {
  test.setTimeout(180_000);
  const { app, page } = await openPapers(userData, '䶮', noPrinting(userData));
  await answerDialogs(app, [path.join(SCANS, 'a-statement.jpg')]);
  await expect(paperLink(page, /人民调解协议书/)).toHaveAttribute('aria-current', 'page');

  const consent = paperLink(page, /^个人信息处理告知同意书（柯龙䶮）/);
  await consent.click();
  await expect(consent).toHaveAccessibleName(/未制作/);
  await expect(page.locator('canvas[data-drawn]').first()).toBeVisible();
  const before = await drawn(page);
  await page.getByLabel('签署日期', { exact: true }).fill('2024-04-12');
  await page.getByRole('radiogroup', { name: '同意录音录像' }).getByText('是', { exact: true }).click();
  await expect.poll(() => drawn(page)).not.toBe(before);

  await page.getByRole('button', { name: '定稿', exact: true }).click();
  const version = page.getByRole('listitem', { name: '第1稿' });
  await expect(version).toContainText('现行');
  await expect(consent).toHaveAccessibleName(/已定稿/);
  const pages = Number(/共 (\d+) 页/.exec(await version.innerText())?.[1]);
  await picture(page, 'issued');

  await version.getByRole('button', { name: '打印', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('打印服务没有运行');
  await expect(dialog.getByRole('button', { name: '重新查找' })).toBeVisible();
  await picture(page, 'no-printing-system');
  const first = await openInViewer(dialog);
  expect(textOf(first)).toContain('2024年4月12日');
  const bytes = fs.readFileSync(first);
  await dialog.getByRole('button', { name: '没有打出' }).click();
  await expect(version).toContainText('未打印');
  expect(fs.readFileSync(await openInViewer(dialog)).equals(bytes)).toBe(true);
  await expect(dialog.getByText('纸质文书打出来了吗？')).toBeVisible();
  await dialog.getByLabel('打出份数').fill('3');
  await picture(page, 'question');
  await dialog.getByRole('button', { name: '已打出', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(version).toContainText('已打印 3 份');
  await expect(consent).toHaveAccessibleName(/已打印/);

  await version.getByRole('button', { name: '打印', exact: true }).click();
  await expect(dialog).toContainText('已经打出过 3 份。再次打印时，每一页都会标明“副本”');
  await picture(page, 'duplicate');
  expect(textOf(await openInViewer(dialog))).toContain('副本');
  await page.keyboard.press('Escape');
  await expect(version).not.toContainText('副本');

  const scans = pages === 1 ? ['a-contract.pdf', 2] : ['a-statement.jpg', 1];
  await answerDialogs(app, [path.join(SCANS, String(scans[0]))]);
  await version.getByRole('button', { name: '导入签署扫描件：第1稿' }).click();
  await expect(version.getByRole('alert')).toContainText(`${scans[1]}页，定稿文书有${pages}页，页数不一致`);
  await expect(consent).toHaveAccessibleName(/已签回（扫描）/);
  await picture(page, 'signed-back');
  await page.getByLabel('签署日期', { exact: true }).fill('2024-04-13');
  await expect(consent).toHaveAccessibleName(/已签回，内容后来有变/);
  await page.getByRole('button', { name: '重新定稿' }).click();
  await expect(page.getByRole('listitem', { name: '第2稿' })).toContainText('现行');
  await expect(version).toContainText('内容已变，需重新定稿');
  await app.close();
});

test('an agent signs only with the authority to settle and to sign; the refusal leads to the party', async ({
  userData,
}) => {
  test.setTimeout(120_000);
  const { app, page, id } = await openPapers(userData, '䶮', noPrinting(userData));
  await page.getByRole('tab', { name: '当事人' }).click();
  const party = page.getByRole('region', { name: '申请人1', exact: true });
  const authority = party.getByLabel('承认、变更、放弃请求');
  await authority.uncheck();
  await page.getByRole('tab', { name: '文书' }).click();
  const signatures = page.getByRole('region', { name: '签署' });
  await choose(signatures, '刺桐湾银行卡中心由谁签署', '骆青屿');
  await expect(signatures.getByRole('alert')).toContainText('骆青屿没有“代为承认、变更和放弃调解请求”');
  await signatures.scrollIntoViewIfNeeded();
  await picture(page, 'no-authority');
  await signatures.getByRole('alert').getByRole('button').click();
  await expect(page.getByRole('tab', { name: '当事人', selected: true })).toBeVisible();
  await authority.check();
  await page.getByRole('tab', { name: '文书' }).click();
  await choose(signatures, '刺桐湾银行卡中心由谁签署', '骆青屿');
  await expect(signatures.getByRole('alert')).toBeHidden();
  await expect(signatures.getByTitle('代理人 骆青屿')).toBeVisible();
  const signerKept = async (): Promise<string | undefined> => {
    const kept = await call(page, 'cases.open', { id });
    return kept.ok ? kept.value.state.signatures.find((one) => one.by === 'applicant')?.signer : undefined;
  };
  await expect.poll(signerKept).toBe('骆青屿');
  await app.close();
});

test('a notice of ending takes its own number and gives it up with a reason; a service record is added', async ({
  userData,
}) => {
  test.setTimeout(120_000);
  const { app, page, id } = await openPapers(userData, '晏知衡', noPrinting(userData));
  await paperLink(page, /^终止调解通知书（晏知衡）/).click();
  const number = page.getByRole('status', { name: '文号' });
  await expect(number).toHaveText('还没有取号');
  await page.getByRole('button', { name: '取号', exact: true }).click();
  await expect(number).toContainText('〔');
  const taken = await number.innerText();
  await picture(page, 'own-number');
  await page.getByRole('button', { name: '定稿', exact: true }).click();
  await expect(page.getByRole('listitem', { name: '第1稿' })).toContainText(taken);
  await page.getByRole('button', { name: '作废', exact: true }).click();
  await page.getByLabel('作废原因').fill('收件人写错');
  await page.getByRole('button', { name: '作废此号' }).click();
  await expect(number).toHaveText('还没有取号');
  await expect(paperLink(page, /^终止调解通知书（晏知衡）/)).toHaveAccessibleName(/内容已变/);

  await choose(page, '+ 添加文书', '送达回证');
  await expect(paperLink(page, /^送达回证（第2份）/)).toHaveAttribute('aria-current', 'page');
  const opened = await call(page, 'cases.open', { id });
  expect(opened.ok && opened.value.papers.filter((one) => one.form === 'F20')).toHaveLength(1);
  await choose(page, '受送达人（当事人）', '晏知衡');
  await page.getByRole('button', { name: '添加送达文书名称及件数' }).click();
  await page.getByLabel('送达文书名称及件数 1', { exact: true }).fill('终止调解通知书1份');
  await expect(page.getByRole('complementary')).toContainText('填写送达回证');
  const kept = await call(page, 'cases.open', { id });
  const service = kept.ok ? kept.value.state.papers.find((one) => one.of.startsWith('service-2-')) : undefined;
  expect(service?.fields).toMatchObject({ recipient: 'respondent' });
  await app.close();
});

test('the papers fit the smallest display, enlarged, and in English', async ({ userData }) => {
  test.setTimeout(120_000);
  const { app, page, id } = await openPapers(userData, '晏知衡', noPrinting(userData));
  const reaching = (): Promise<readonly string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('.documents button, .documents a, .documents input, .documents textarea')]
        .filter((element) => {
          const pane = element.closest('.documents > *')?.getBoundingClientRect();
          const box = element.getBoundingClientRect();
          return box.width > 0 && pane !== undefined && (box.right > pane.right + 1 || box.left < pane.left - 1);
        })
        .map((element) => `${element.tagName} ${element.textContent} ${element.id}`),
    );
  for (const [language, zoom] of [
    ['中文', 1],
    ['中文', 1.25],
    ['English', 1],
    ['English', 1.25],
  ] as const) {
    await page.getByText(language, { exact: true }).click();
    await app.evaluate(({ BrowserWindow }, factor) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setBounds({ width: 1366, height: 768 });
      window?.webContents.setZoomFactor(factor);
    }, zoom);
    for (const paper of [
      'F12.case',
      'F21A.applicant',
      'F21B.case',
      'F29.case',
      'F33.record-1',
      'F06.respondent',
      'E01.case',
    ]) {
      await goTo(page, `/cases/${id}/documents/${paper}`);
      await expect(page.locator(`[data-field="paper.${paper}"]`)).toHaveAttribute('aria-current', 'page');
      if (paper !== 'F12.case') await expect(page.locator('canvas[data-drawn]').first()).toBeVisible();
      await picture(page, `${language}-${zoom}-${paper}`);
      expect(await reaching(), `${paper} ${language} ${zoom}`).toEqual([]);
    }
  }
  await app.close();
});
