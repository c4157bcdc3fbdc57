import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { call, makeSampleRoom } from './bridge';
import { Centre } from './centre';
import { expect, firstPage, launch, test } from './fixture';
import { caseOf, chooseFiles, sampleRoom, saveTo } from './material';

/** 同步: two rooms, each the real app on its own folder, and the real centre as a process. */

const bar = (page: Page) => page.getByRole('status', { name: '状态' });

async function openSync(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: '同步' }).click();
  await expect(page.getByRole('heading', { name: '同步', exact: true })).toBeVisible();
}

/** Asks on the page, and admits on the centre by the code that the page shows. */
async function join(page: Page, centre: Centre): Promise<void> {
  await openSync(page);
  await page.getByLabel('中心地址').fill(centre.url);
  await page.getByRole('button', { name: '申请入网' }).click();
  const code = await page.getByLabel('核对码').innerText();
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  centre.admin('admit', code.trim(), '--organisation', 'committee');
  await page.getByRole('button', { name: '立即同步' }).click();
  await expect(bar(page)).toContainText('已同步', { timeout: 90_000 });
}

test('two rooms and a centre: admission by code, a case with its papers arrives, a clash is settled, the line goes and comes', async ({
  app,
}) => {
  test.setTimeout(240_000);
  const centre = await Centre.start();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mediation-room-five-'));
  const other = await launch(folder);
  try {
    centre.admin('organisation', 'add', 'committee', '示例调委会', '--kind', 'committee');
    const three = await sampleRoom(app);
    await expect(bar(three)).toContainText('未接入中心');
    await join(three, centre);

    const five = await firstPage(other);
    await makeSampleRoom(five, '调解室五', '傅听澜');
    await five.reload();
    await join(five, centre);
    const id = await caseOf(five, '䶮');
    await five.getByRole('link', { name: '案件', exact: true }).click();
    await five.getByText('柯龙䶮').first().click();
    await expect(five.getByText('本案由调解室三登记，已同步到本机。')).toBeVisible();

    // What changes there appears here without reload.
    await three.getByRole('link', { name: '案件', exact: true }).click();
    await three.getByText('柯龙䶮').first().click();
    const write = async (page: Page, amountFen: number): Promise<void> => {
      const view = await call(page, 'cases.open', { id });
      if (!view.ok) throw new Error('not open');
      const set = { kind: 'case-set' as const, data: { set: { amountFen } } };
      expect((await call(page, 'cases.write', { id, seen: [...view.value.state.heads], writes: [set] })).ok).toBe(true);
    };
    await write(five, 23_456_78);
    await expect(three.getByText(/其他调解室的修改已到达/)).toBeVisible({ timeout: 30_000 });

    // The line goes: both write on; the bar says what waits.
    const { port } = centre;
    await centre.stop();
    await write(three, 11_111_11);
    await write(five, 22_222_22);
    await expect(bar(three)).toContainText('离线', { timeout: 60_000 });
    await expect(bar(three)).toContainText('1 件待传');

    // It comes back: both values side by side, one is taken, both rooms agree.
    const again = await Centre.start(centre.data, port);
    try {
      for (const page of [three, five]) {
        await openSync(page);
        await page.getByRole('button', { name: '立即同步' }).click();
      }
      const clash = three.getByRole('article').filter({ hasText: '争议金额' });
      await expect(clash).toContainText('11,111.11', { timeout: 60_000 });
      await expect(clash).toContainText('22,222.22');
      await expect(clash).toContainText('调解室五');
      await expect(clash).toContainText('傅听澜');
      await clash.getByRole('button', { name: /采用此项.*22,222\.22/ }).click();
      await expect(clash).toBeHidden();
      const amountOf = async (page: Page): Promise<number | undefined> => {
        const view = await call(page, 'cases.open', { id });
        return view.ok && view.value.state.conflicts.length === 0 ? view.value.state.amountFen : undefined;
      };
      await expect.poll(() => amountOf(three)).toBe(22_222_22);
      await expect.poll(() => amountOf(five), { timeout: 30_000 }).toBe(22_222_22);

      // A stick does the same without a line, twice without effect.
      await again.stop();
      await write(five, 33_333_33);
      const stick = path.join(folder, 'stick.mrx');
      await saveTo(other, stick);
      await five.getByLabel('收件方').click();
      await five
        .getByText(/^调解室三/)
        .last()
        .click();
      await five.getByRole('button', { name: '写入U盘' }).click();
      await expect(five.getByText(/已写入/)).toBeVisible({ timeout: 60_000 });
      await chooseFiles(app, [stick]);
      await three.getByRole('button', { name: '读取U盘' }).click();
      await expect(three.getByText('来自调解室五')).toBeVisible({ timeout: 60_000 });
      await expect(three.getByText('新增 1 条')).toBeVisible();
      await three.getByRole('button', { name: '读取U盘' }).click();
      await expect(three.getByText('新增 0 条')).toBeVisible({ timeout: 60_000 });
    } finally {
      await again.stop();
    }
  } finally {
    await other.close();
    await centre.remove();
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('an address where nobody answers, or without encryption, is told in words and nothing is set up', async ({
  app,
}) => {
  const page = await sampleRoom(app);
  await openSync(page);
  await page.getByLabel('中心地址').fill('http://10.0.0.1:8420');
  await page.getByRole('button', { name: '申请入网' }).click();
  await expect(page.getByText(/https/).first()).toBeVisible();
  await page.getByLabel('中心地址').fill('http://127.0.0.1:1');
  await page.getByRole('button', { name: '申请入网' }).click();
  await expect(page.getByText(/拒绝|没有应答|连不上/).first()).toBeVisible();
  await expect(bar(page)).toContainText('未接入中心');
});
