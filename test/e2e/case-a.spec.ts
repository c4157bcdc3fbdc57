import fs from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { drawnGlyphs } from '../unit/documents/drawn-glyphs';
import { comparePdf } from '../unit/documents/pictures';
import { expect, firstPage, launch, test } from './fixture';
import { PASSWORD } from './bridge';
import { root } from './host';

/**
 * The main job, typed by hand and without a network: first start, Case A (domain.md 7.2), sessions, agreement with its
 * plan, number, PDF; then a restart, and the case is found again.
 */
interface SampleCase {
  readonly courtNumber: string;
  readonly claims: readonly string[];
  readonly facts: string;
  readonly parties: readonly {
    readonly name: string;
    readonly address: string;
    readonly phone: string;
    readonly occupation?: string;
  }[];
  readonly prepared: {
    readonly sessions: readonly { readonly record: string }[];
    readonly agreement: { readonly clauses: readonly string[]; readonly disputedMatters: string };
  };
}

const sample = JSON.parse(fs.readFileSync(path.join(root, 'assets/samples/case-a.json'), 'utf8')) as SampleCase;
const NUMBER = '（2024）泉银人调字第00401号';

/** Chooses from a list by typing, as a person without a mouse does. */
async function choose(within: Page | Locator, label: string, text: string): Promise<void> {
  const box = within.getByRole('combobox', { name: label, exact: true });
  await box.click();
  await box.fill(text);
  await box.press('Enter');
}

const saved = (page: Page): Promise<void> => expect(page.getByText(/已保存 \d\d:\d\d:\d\d/)).toBeVisible();

async function firstStart(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: '第一次使用' })).toBeVisible();
  await page.getByLabel('调解室', { exact: true }).fill('调解室三');
  await page.getByLabel('您的姓名').fill('谢怀舟');
  await page.getByLabel('登录密码', { exact: true }).fill(PASSWORD);
  await page.getByLabel('再输一次', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '开始使用' }).click();
  await page.getByRole('button', { name: '以后再做' }).click();
  await page.getByRole('button', { name: /录入第一件案件/ }).click();
  await expect(page.getByRole('heading', { name: '新建案件' })).toBeVisible();
}

async function typeDispute(page: Page): Promise<void> {
  await choose(page, '案件来源', '法院委派');
  await page.getByLabel('法院案号').fill(sample.courtNumber);
  await page.getByLabel('收案时间', { exact: true }).fill('2024-04-02 10:20');
  await choose(page, '纠纷类型', 'CC01');
  await choose(page, '调解方式', '法院委派调解');
  await page.getByLabel('争议金额').fill('21376.45');
  await expect(page.getByText('大写 人民币贰万壹仟叁佰柒拾陆元肆角伍分')).toBeVisible();
  const mediators = page.getByRole('combobox', { name: '调解员', exact: true });
  await mediators.fill('谢怀舟');
  await mediators.press('Enter');
  await page.getByLabel('记录人').fill('傅听澜');
  for (const [index, claim] of sample.claims.entries()) {
    await page.getByRole('button', { name: '添加申请事项' }).click();
    await page.getByLabel(`申请事项${index + 1}`, { exact: true }).fill(claim);
  }
  await page.getByLabel('纠纷主要事实').fill(sample.facts);
}

async function typeBank(page: Page): Promise<void> {
  const card = page.getByRole('region', { name: '申请人1', exact: true });
  const name = card.getByRole('combobox', { name: '机构名称' });
  await name.fill('卡中心');
  await expect(page.getByTitle('刺桐湾商业银行股份有限公司信用卡中心')).toBeVisible();
  await name.press('ArrowDown');
  await name.press('Enter');
  await expect(card.getByLabel('统一社会信用代码')).toHaveValue('91999999MA9999013K');
  await card.getByLabel('地址', { exact: true }).fill(sample.parties[0]?.address ?? '');
  await card.getByLabel('联系电话').fill(sample.parties[0]?.phone ?? '');
  await card.getByLabel('法定代表人（负责人）').fill('沈北柠');
  await card.getByLabel('法定代表人职务').fill('总经理');
  await expect(card.getByLabel('代理人姓名')).toHaveValue('骆青屿');
  await card.getByLabel('代理人电话').fill('19900000011');
  await card.getByLabel('承认、变更、放弃请求').check();
  await card.getByLabel('参加调解并签署协议').check();
}

async function typeRespondent(page: Page): Promise<void> {
  const card = page.getByRole('region', { name: '被申请人1', exact: true });
  const person = sample.parties[1];
  await card.getByLabel('姓名', { exact: true }).fill('柯龙䶮');
  await card.getByLabel('证件号码').fill('999999198802140018');
  await expect(card.getByText(/校验码不符/)).toBeVisible();
  await card.getByLabel('证件号码').fill('999999198802140019');
  await expect(card.getByText(/校验码不符/)).toBeHidden();
  await expect(card.getByLabel('出生日期', { exact: true })).toHaveValue('1988-02-14');
  await expect(card.getByRole('radio', { name: '男' })).toBeChecked();
  await choose(card, '民族', '汉族');
  await card.getByLabel('职业或职务').fill(person?.occupation ?? '');
  await card.getByLabel('联系电话').fill(person?.phone ?? '');
  await card.getByLabel('住址').fill(person?.address ?? '');
}

async function recordSession(
  page: Page,
  nth: number,
  startedAt: string,
  record: string,
  result: string,
): Promise<void> {
  await page.getByRole('button', { name: '新增调解记录' }).click();
  await expect(page.getByRole('button', { name: `第${nth}次`, pressed: true })).toBeVisible();
  await page.getByLabel('开始时间', { exact: true }).fill(startedAt);
  await page.getByLabel('地点').fill('调解室三');
  const text = page.getByRole('textbox', { name: '记录', exact: true });
  await text.fill(`${record}\n`);
  await text.press('F2');
  await expect(text).toHaveValue(`${record}\n问：`);
  await text.fill(record);
  await page.getByRole('radio', { name: result }).check();
  await saved(page);
}

async function draftAgreement(page: Page): Promise<void> {
  await page.getByRole('tab', { name: '协议' }).click();
  await page.getByRole('radio', { name: '书面协议' }).check();
  await page.getByLabel('达成日期', { exact: true }).fill('2024-04-25');
  await page.getByLabel('争议事项').fill(sample.prepared.agreement.disputedMatters);
  for (const [index, clause] of sample.prepared.agreement.clauses.entries()) {
    await page.getByRole('button', { name: '添加条款' }).click();
    await page.getByLabel(`第${'一二三四五六'.charAt(index)}条`, { exact: true }).fill(clause);
  }
  await page.getByRole('button', { name: '生成履行计划' }).click();
  const plan = page.getByRole('region', { name: '生成履行计划' });
  await plan.getByLabel('还款总额').fill('19863.77');
  await plan.getByLabel('期数').fill('24');
  await plan.getByLabel('首期还款日', { exact: true }).fill('2024-05-31');
  await plan.getByLabel('收款账户').fill('6299990000000001010');
  await expect(plan.getByText('24 期，合计 ￥19,863.77')).toBeVisible();
  await plan.getByRole('button', { name: '采用计划', exact: true }).click();
  await expect(page.getByText('共 24 期，合计 ￥19,863.77')).toBeVisible();
  await expect(page.getByLabel('第10期日期')).toHaveValue('2025-02-28');
  await expect(page.getByLabel('第24期日期')).toHaveValue('2026-04-30');
  await page.getByRole('checkbox', { name: '申请司法确认' }).check();
  await saved(page);
  await page.getByRole('button', { name: '取号' }).click();
  await expect(page.getByRole('status', { name: '协议编号' })).toHaveText(NUMBER);
}

test('Case A, typed by hand without a network, becomes an agreement on paper and is found after a restart', async ({
  userData,
  app,
}) => {
  test.setTimeout(240_000);
  const page = await firstPage(app);
  await page.context().setOffline(true);
  await firstStart(page);
  await typeDispute(page);
  await typeBank(page);
  await typeRespondent(page);
  await page.getByRole('button', { name: '登记案件' }).first().click();
  await expect(page.getByRole('heading', { name: '刺桐湾银行卡中心 与 柯龙䶮' })).toBeVisible();

  await page.getByRole('tab', { name: /调解记录/ }).click();
  const [first, second] = sample.prepared.sessions;
  await recordSession(page, 1, '2024-04-11 09:30', first?.record ?? '', '有待继续调解');
  await recordSession(page, 2, '2024-04-25 09:30', second?.record ?? '', '调解成功');
  await draftAgreement(page);

  await page.getByRole('tab', { name: '文书' }).click();
  await expect(page.getByText('共 3 页').first()).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: '定稿', exact: true }).click();
  const version = page.getByRole('listitem', { name: '第1稿' });
  await expect(version).toContainText('现行');
  const file = path.join(userData, 'agreement.pdf');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await version.getByRole('button', { name: '保存 PDF' }).click();
  await expect(page.getByText(`已保存到 ${file}`)).toBeVisible();
  const pdf = fs.readFileSync(file);
  expect(comparePdf(pdf, 'e2e-case-a')).toEqual([]);
  const glyphs = drawnGlyphs(pdf);
  expect(glyphs.length).toBeGreaterThan(1_000);
  expect(glyphs).not.toContain(0);

  await app.evaluate(({ shell }) => {
    shell.openPath = () => Promise.resolve('');
  });
  await version.getByRole('button', { name: '打印', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('份数', { exact: true })).toHaveValue('4');
  await dialog.getByRole('button', { name: '用系统打开自行打印' }).click();
  await dialog.getByRole('button', { name: '已打出', exact: true }).click();
  await expect(version).toContainText('已打印 4 份');
  for (const who of ['刺桐湾银行卡中心', '柯龙䶮']) {
    await page.getByLabel(`${who}签署日期`, { exact: true }).fill('2024-04-25');
    await page.getByLabel(`${who}签署日期`, { exact: true }).press('Enter');
    await expect(page.getByRole('button', { name: `撤回${who}的签署` })).toBeVisible();
  }
  await expect(page.getByRole('status', { name: '生效日期' })).toHaveText('2024年4月25日');
  await app.close();

  const again = await launch(userData);
  const reopened = await firstPage(again);
  await reopened.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await reopened.getByRole('button', { name: '登录', exact: true }).click();
  await reopened.getByRole('link', { name: '案件' }).click();
  const search = reopened.getByRole('textbox', { name: '搜索案件' });
  for (const query of ['䶮', '00401', '0019']) {
    await search.fill(query);
    await expect(reopened.getByRole('row', { name: /刺桐湾银行卡中心 与 柯龙䶮/ }), query).toBeVisible();
    await expect(reopened.getByText('共 1 件'), query).toBeVisible();
  }
  await search.fill('没有这个人');
  await expect(reopened.getByText('没有找到')).toBeVisible();
  await search.fill('䶮');
  await reopened.getByRole('row', { name: /柯龙䶮/ }).click();
  await expect(reopened.getByText(NUMBER).first()).toBeVisible();
  await reopened.getByRole('tab', { name: '文书' }).click();
  const bytes = path.join(userData, 'again.pdf');
  await again.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, bytes);
  await reopened.getByRole('listitem', { name: '第1稿' }).getByRole('button', { name: '保存 PDF' }).click();
  await expect(reopened.getByText(`已保存到 ${bytes}`)).toBeVisible();
  expect(fs.readFileSync(bytes).equals(pdf)).toBe(true);
  await again.close();
});
