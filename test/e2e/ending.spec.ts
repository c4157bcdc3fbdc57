import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import type { CaseView } from '../../electron/contract/case-view';
import { call, makeSampleRoom, signIn } from './bridge';
import { expect, firstPage, launch, test } from './fixture';
import { root } from './host';

/**
 * A court-delegated case is registered by hand, held a session on, and ends without an agreement（结案）; what was typed is
 * there after a restart and on the report to the court. Pictures lie in test-results/ending.
 */
const COURT = '刺桐区人民法院';
const FOCUS = '违约金与利息应否调减';
const FACTS = ['2020年8月3日办卡并使用', '截至2024年4月30日未还本金38,900.00元'];
const SESSION_STEP = '2024年5月20日，在调解室二现场调解，调解不成';
const LAST_STEP = '2024年6月5日，双方分歧较大且难以达成调解协议，终止调解';
const CALL_STEP = '2024年5月31日，电话征询减免方案';

/** Chooses from a list by typing, as a person without a mouse does. */
async function choose(within: Page | Locator, label: string, text: string): Promise<void> {
  const box = within.getByRole('combobox', { name: label, exact: true });
  await box.click();
  await box.fill(text);
  await box.press('Enter');
}

const saved = (page: Page): Promise<void> => expect(page.getByText(/已保存 \d\d:\d\d:\d\d/)).toBeVisible();

const goTo = (page: Page, address: string): Promise<string> => page.evaluate((hash) => (location.hash = hash), address);

const endingCard = (page: Page): Locator => page.getByRole('region', { name: '结案', exact: true });

async function viewOf(page: Page, id: string): Promise<CaseView> {
  const opened = await call(page, 'cases.open', { id });
  if (!opened.ok) throw new Error(opened.problems[0]?.en);
  return opened.value;
}

const formsOf = (view: CaseView): readonly string[] => view.papers.map((paper) => `${paper.form}.${paper.of}`);

async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: path.join(root, `test-results/ending/${name}.png`) });
}

/** Every part of the card at the size of the rooms' displays and enlarged. */
async function pictures(app: ElectronApplication, page: Page, name: string, places: readonly Locator[]): Promise<void> {
  for (const zoom of [1, 1.25]) {
    await app.evaluate(({ BrowserWindow }, factor) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setBounds({ width: 1366, height: 768 });
      window?.webContents.setZoomFactor(factor);
    }, zoom);
    for (const [index, place] of places.entries()) {
      await place.scrollIntoViewIfNeeded();
      await place.evaluate((element) => element.scrollIntoView({ block: 'start' }));
      await picture(page, `${name}-${String(index + 1)}-${String(zoom * 100)}`);
      const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(width, `${name} ${String(zoom)}`).toBeLessThanOrEqual(0);
    }
  }
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1));
}

/** Text of a paper as it would print now, without white space. */
async function previewText(page: Page, userData: string, id: string, form: 'F21B' | 'F24'): Promise<string> {
  const answer = await call(page, 'documents.preview', { id, form, of: 'case' });
  if (!answer.ok) throw new Error(answer.problems[0]?.en);
  const file = path.join(userData, `${form}.pdf`);
  fs.writeFileSync(file, answer.value.pdf);
  return execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }).replaceAll(/\s/g, '');
}

/** Registers the case and gives its id. */
async function register(page: Page): Promise<string> {
  await goTo(page, '/cases/new');
  await choose(page, '案件来源', '法院委派');
  await page.getByLabel('委派或委托法院').fill(COURT);
  await page.getByLabel('法院案号').fill('（2024）闽0599诉前调168号');
  await page.getByLabel('收案时间', { exact: true }).fill('2024-05-10 09:10');
  await choose(page, '纠纷类型', 'CC01');
  await choose(page, '调解方式', '法院委派调解');
  await page.getByRole('combobox', { name: '调解员', exact: true }).fill('谢怀舟');
  await page.getByRole('combobox', { name: '调解员', exact: true }).press('Enter');
  const bank = page.getByRole('region', { name: '申请人1', exact: true });
  await bank.getByRole('combobox', { name: '机构名称' }).fill('刺桐湾银行卡中心');
  await page.getByRole('region', { name: '被申请人1', exact: true }).getByLabel('姓名', { exact: true }).fill('晏知衡');
  await page.getByRole('button', { name: '登记案件' }).first().click();
  await expect(page.getByRole('heading', { name: '刺桐湾银行卡中心 与 晏知衡' })).toBeVisible();
  return decodeURIComponent(/#\/cases\/([^/]+)/.exec(page.url())?.[1] ?? '');
}

async function hold(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /调解记录/ }).click();
  await page.getByRole('button', { name: '新增调解记录' }).click();
  await page.getByLabel('开始时间', { exact: true }).fill('2024-05-20 09:30');
  await page.getByLabel('地点', { exact: true }).fill('调解室二');
  await choose(page, '到场当事人', '晏知衡');
  await page.keyboard.press('Escape');
  await page.getByRole('radiogroup', { name: '录音录像' }).getByText('是', { exact: true }).click();
  await page.getByRole('radio', { name: '调解不成' }).check();
  await saved(page);
}

test('a delegated case ends without agreement; course, matter in dispute and facts survive a restart and reach the court’s form', async ({
  userData,
}) => {
  test.setTimeout(180_000);
  const app = await launch(userData);
  const page = await firstPage(app);
  await makeSampleRoom(page);
  await page.reload();
  await expect(page.getByRole('heading', { name: '今日', exact: true })).toBeVisible();
  const id = await register(page);

  await page.getByRole('tab', { name: '纠纷' }).click();
  await expect(page.getByLabel('委派或委托法院')).toHaveValue(COURT);
  await choose(page, '申请方式', '口头申请');
  await page.getByLabel('受理日期', { exact: true }).fill('2024-05-11');
  await choose(page, '办理轨道', '简案');
  await page.getByRole('radiogroup', { name: '事实清楚' }).getByText('是', { exact: true }).click();
  await page.getByRole('radiogroup', { name: '需要评估、鉴定' }).getByText('否', { exact: true }).click();
  await page.getByRole('radiogroup', { name: '有涉外因素' }).getByText('否', { exact: true }).click();
  await page.getByRole('radiogroup', { name: '有涉外因素' }).getByText('不清楚', { exact: true }).click();
  await expect
    .poll(async () => (await viewOf(page, id)).state.triage)
    .toEqual({ factsClear: true, appraisalNeeded: false });
  const { state, ...accepted } = await viewOf(page, id);
  expect(state).toMatchObject({ application: 'oral', acceptedOn: '2024-05-11', court: COURT, track: 'simple' });
  expect(accepted.papers.map((paper) => paper.form)).toContain('F04');
  expect(accepted.papers.map((paper) => paper.form)).not.toContain('F03');
  await pictures(app, page, 'dispute', [
    page.getByRole('region', { name: '纠纷', exact: true }),
    page.getByRole('region', { name: '分流', exact: true }),
  ]);

  await hold(page);
  await expect.poll(async () => formsOf(await viewOf(page, id))).toContain('F32.case');
  expect((await viewOf(page, id)).state.sessions[0]).toMatchObject({ present: ['晏知衡'], recorded: true });
  await expect(page.getByRole('link', { name: '录音录像告知同意书' })).toBeVisible();
  const help = page.getByRole('complementary', { name: '记录要点' });
  await expect(help.getByRole('listitem').filter({ hasText: '告知权利义务' })).toContainText('还缺');
  await expect(help).toContainText('没有告知日期：刺桐湾银行卡中心、晏知衡');
  await pictures(app, page, 'session', [page.getByRole('region', { name: '调解记录', exact: true }), help]);
  await help.getByRole('button', { name: '前往：协议内容，或不成的原因和其他途径' }).click();
  const card = endingCard(page);
  await expect(card.getByRole('combobox', { name: '终止或结案原因' })).toBeFocused();

  await page.keyboard.type('双方分歧较大');
  await page.keyboard.press('Enter');
  await card.getByLabel('终止或结案日期', { exact: true }).fill('');
  await expect(card.getByRole('button', { name: '终止调解' })).toBeDisabled();
  await card.getByLabel('终止或结案日期', { exact: true }).fill('2024-06-05');
  await pictures(app, page, 'start', [card]);
  expect((await viewOf(page, id)).journal.filter((line) => line.en.includes('ending'))).toEqual([]);
  await card.getByRole('button', { name: '终止调解' }).press('Enter');
  await expect(card.getByRole('button', { name: '撤回终止' })).toBeVisible();

  await card.getByLabel('争议焦点').fill(FOCUS);
  await card.getByRole('button', { name: '从调解记录补齐' }).click();
  await expect(card.getByLabel('第1步', { exact: true })).toHaveValue(SESSION_STEP);
  await expect(card.getByLabel('第2步', { exact: true })).toHaveValue(LAST_STEP);
  await expect(card.getByRole('button', { name: '从调解记录补齐' })).toBeDisabled();
  await card.getByRole('button', { name: '添加一步' }).click();
  await card.getByLabel('第3步', { exact: true }).fill(CALL_STEP);
  await card.getByRole('button', { name: '上移第3步' }).click();
  for (const [index, fact] of FACTS.entries()) {
    await card.getByRole('button', { name: '添加事实' }).click();
    await card.getByLabel(`事实${String(index + 1)}`, { exact: true }).fill(fact);
  }
  const ended = {
    ...{ reason: 'too-far-apart', on: '2024-06-05', focus: FOCUS },
    ...{ steps: [SESSION_STEP, CALL_STEP, LAST_STEP], undisputedFacts: FACTS },
  };
  await expect.poll(async () => (await viewOf(page, id)).state.ending).toEqual(ended);
  const papers = card.getByRole('group', { name: '接下来的文书' });
  await expect(papers.getByRole('link', { name: /终止调解通知书/ })).toHaveCount(2);
  await expect(papers.getByRole('link', { name: /诉前案件终止调解情况表/ })).toBeVisible();
  await expect(papers.getByRole('link', { name: /无争议事实确认书/ })).toBeVisible();
  await pictures(app, page, 'ended', [card, papers]);
  await app.close();

  const again = await launch(userData);
  const reopened = await firstPage(again);
  await signIn(reopened);
  await expect(reopened.getByRole('heading', { name: '今日', exact: true })).toBeVisible();
  await goTo(reopened, `/cases/${id}/sessions`);
  const kept = endingCard(reopened);
  await expect(kept.getByLabel('争议焦点')).toHaveValue(FOCUS);
  await expect(kept.getByLabel('终止或结案日期', { exact: true })).toHaveValue('2024-06-05');
  await expect(kept.getByLabel('第2步', { exact: true })).toHaveValue(CALL_STEP);
  await expect(kept.getByLabel('事实2', { exact: true })).toHaveValue(FACTS[1] ?? '');
  const report = await previewText(reopened, userData, id, 'F21B');
  for (const text of [FOCUS, SESSION_STEP, CALL_STEP, LAST_STEP, COURT, '2024年6月5日']) expect(report).toContain(text);
  const facts = await previewText(reopened, userData, id, 'F24');
  for (const fact of FACTS) expect(facts).toContain(fact);

  // A day that is taken away is not written: the ending keeps the one it has.
  await kept.getByLabel('终止或结案日期', { exact: true }).fill('');
  await kept.getByLabel('终止或结案日期', { exact: true }).press('Tab');
  await expect(kept.getByLabel('终止或结案日期', { exact: true })).toHaveValue('2024-06-05');
  await kept.getByRole('button', { name: '撤回终止' }).click();
  await expect(kept.getByText('已撤回。')).toBeVisible();
  const open = await viewOf(reopened, id);
  expect(open.state.ending).toBeUndefined();
  expect(formsOf(open)).not.toContain('F21A.respondent');
  await kept.getByRole('button', { name: '终止调解' }).click();
  await expect(kept.getByLabel('争议焦点')).toHaveValue(FOCUS);
  expect((await viewOf(reopened, id)).state.ending).toEqual(ended);
  await kept.getByRole('link', { name: '终止调解通知书（晏知衡）' }).click();
  await expect(reopened).toHaveURL(/\/documents\/F21A\.respondent/);
  await again.close();
});

test('the ending, the triage and the points of a record are there in English', async ({ app, page }) => {
  await makeSampleRoom(page);
  await call(page, 'room.loadSamples', {});
  const found = await call(page, 'cases.list', { query: '晏知衡', stage: null, offset: 0, limit: 1 });
  const id = found.ok ? (found.value.rows[0]?.id ?? '') : '';
  await page.reload();
  await page.getByText('English', { exact: true }).click();
  await goTo(page, `/cases/${id}/sessions`);
  const card = page.getByRole('region', { name: 'Ending', exact: true });
  await expect(card.getByLabel('Matter in dispute')).toHaveValue(FOCUS);
  await expect(card.getByLabel('Step 4', { exact: true })).toBeVisible();
  await expect(card.getByRole('button', { name: 'Complete from the sessions' })).toBeDisabled();
  await pictures(app, page, 'en-session', [
    page.getByRole('complementary', { name: 'What the record should hold' }),
    card,
  ]);
  await goTo(page, `/cases/${id}/dispute`);
  await expect(page.getByRole('radiogroup', { name: 'The facts are clear' }).getByLabel('Yes')).toBeChecked();
  await pictures(app, page, 'en-dispute', [page.getByRole('region', { name: 'Triage', exact: true })]);
});
