import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from './fixture';
import { openPapers, picture, textOf } from './papers';

/**
 * CUPS's own commands as a double of the operating system: one queue, one job that stands where the file `phase` says; what
 * is sent is kept as sent-N.pdf, its order as order-N.
 */
const COMMANDS: Readonly<Record<string, string>> = {
  lpstat: `#!/bin/sh
cd "$FAKE_CUPS"
queue='printer office is idle.  enabled since Tue Nov 24 11:31:47 2026
	Form mounted:
	Description: 二楼调解室 Laser
	Alerts: toner-low-warning'
job="office-1 root 91136 Tue Nov 24 11:31:47 2026"
case "$*" in
  -r) echo 'scheduler is running' ;;
  *not-completed*)
    test "$(cat phase)" = waiting && printf '%s\n\tAlerts: none\n' "$job"
    test "$(cat phase)" = jammed && printf '%s\n\tAlerts: printer-stopped\n' "$job"
    echo "$queue" ;;
  *completed*)
    test "$(cat phase)" = done && printf '%s\n\tAlerts: job-completed-successfully\n' "$job"
    test "$(cat phase)" = cancelled && printf '%s\n\tAlerts: job-canceled-by-user\n' "$job"
    true ;;
  *) echo "$queue"; echo 'system default destination: office'; echo 'office accepting requests since today' ;;
esac
`,
  lp: `#!/bin/sh
cd "$FAKE_CUPS"
n=$(ls | grep -c '^sent-')
cat > "sent-$n.pdf"
echo "$@" > "order-$n"
echo 'request id is office-1 (0 file(s))'
`,
  cancel: `#!/bin/sh
echo cancelled > "$FAKE_CUPS/phase"
`,
};

test('a printer is chosen; the job is followed, cancelled, sent again with the same bytes, and confirmed', async ({
  userData,
}) => {
  test.setTimeout(120_000);
  const queue = fs.mkdtempSync(path.join(os.tmpdir(), 'fake-cups-'));
  for (const [name, script] of Object.entries(COMMANDS)) {
    fs.writeFileSync(path.join(queue, name), script, { mode: 0o755 });
  }
  const phase = (name: string): void => fs.writeFileSync(path.join(queue, 'phase'), name);
  phase('waiting');
  const env = { PATH: `${queue}${path.delimiter}${process.env['PATH'] ?? ''}`, FAKE_CUPS: queue };
  const { app, page } = await openPapers(userData, '䶮', env);
  await page.getByRole('button', { name: '定稿', exact: true }).click();
  await expect(page.getByRole('region', { name: '定稿与打印' }).getByRole('alert')).toContainText('编号');
  await page.getByRole('region', { name: '定稿与打印' }).getByRole('alert').getByRole('button').first().click();
  // The problem led to its place.
  await expect(page.getByRole('button', { name: '取号', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status', { name: '协议编号' })).toContainText('人调字');
  await page.getByRole('tab', { name: '文书' }).click();
  await page.getByRole('button', { name: '定稿', exact: true }).click();
  const version = page.getByRole('listitem', { name: '第1稿' });
  const openDialog = (): Promise<void> => version.getByRole('button', { name: '打印', exact: true }).click();
  await openDialog();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('二楼调解室 Laser（默认）')).toBeVisible();
  await expect(dialog.getByText('可以打印')).toBeVisible();
  await expect(dialog.getByLabel('份数', { exact: true })).toHaveValue('4');
  await expect(dialog.getByText('双面（长边翻转）')).toBeVisible();
  const range = dialog.getByLabel('页码范围');
  for (const wrong of ['2-1', '1,1', '4', '一页', '1-9']) {
    await range.fill(wrong);
    await expect(dialog.getByText('页码看不懂')).toBeVisible();
    await expect(dialog.getByRole('button', { name: '打印', exact: true })).toBeDisabled();
  }
  await range.fill('１－１，３');
  await expect(dialog.getByText('页码看不懂')).toBeHidden();
  await picture(page, 'print-form');
  await dialog.getByRole('button', { name: '打印', exact: true }).click();
  const job = dialog.getByRole('status', { name: '打印进度' });
  await expect(job).toHaveText('排队中');
  expect(fs.readFileSync(path.join(queue, 'order-0'), 'utf8')).toContain('-n 4');
  expect(fs.readFileSync(path.join(queue, 'order-0'), 'utf8')).toContain('page-ranges=1,3');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  phase('jammed');
  await openDialog();
  await expect(job).toContainText('打印机已停（打印队列已停止');
  await picture(page, 'job-held');
  await dialog.getByRole('button', { name: '取消打印' }).click();
  await expect(job).toHaveText('已取消，没有打印');
  await dialog.getByRole('button', { name: '重新打印' }).click();
  phase('done');
  await dialog.getByRole('button', { name: '打印', exact: true }).click();
  await expect(job).toHaveText('已发送到打印机');
  const [first, second] = ['sent-0.pdf', 'sent-1.pdf'].map((name) => fs.readFileSync(path.join(queue, name)));
  expect(second?.equals(first ?? Buffer.of())).toBe(true);
  await expect(version).toContainText('未打印');
  await picture(page, 'job-done');
  await dialog.getByRole('button', { name: '已打出', exact: true }).click();
  await expect(version).toContainText('已打印 4 份');
  await openDialog();
  await expect(dialog).toContainText('每一页都会标明“副本”');
  await dialog.getByRole('button', { name: '打印', exact: true }).click();
  await expect(job).toHaveText('已发送到打印机');
  expect(textOf(path.join(queue, 'sent-2.pdf'))).toContain('副本');
  await app.close();
  fs.rmSync(queue, { recursive: true, force: true });
});
