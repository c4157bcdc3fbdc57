import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { call, makeSampleRoom, signIn } from './bridge';
import { expect, test } from './fixture';

test('when the system locks, the screen is locked within seconds and answers nothing until the password is given', async ({
  app,
  page,
}) => {
  await makeSampleRoom(page);
  await page.reload();
  await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'));
  const state = async (): Promise<string> => {
    const answer = await call(page, 'access.state', {});
    return answer.ok ? answer.value.state : '';
  };
  await expect.poll(state).toBe('locked');
  const list = { query: '', stage: null, offset: 0, limit: 1 } as const;
  expect(await call(page, 'cases.list', list)).toMatchObject({ ok: false, problems: [{ code: 'signed-out' }] });
  expect(await call(page, 'room.status', {})).toMatchObject({ ok: true, value: { state: 'open' } });
  const wrong = await call(page, 'access.signIn', { name: '谢怀舟', password: 'not this one' });
  expect(wrong).toMatchObject({ ok: false, problems: [{ code: 'wrong-secret' }] });
  await signIn(page);
  expect(await state()).toBe('signed-in');
  expect((await call(page, 'cases.list', list)).ok).toBe(true);
});

test('a recovery sheet is saved as a PDF, its key never comes to the window, and its end puts it in force', async ({
  app,
  page,
  userData,
}) => {
  await makeSampleRoom(page);
  const file = path.join(userData, 'sheet.pdf');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  const made = await call(page, 'keys.recoverySheet', { to: 'file' });
  expect(made).toEqual({ ok: true, value: { os: true, passwords: 1, recovery: null, waiting: true } });
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  const groups = text.match(/\b[0-9A-HJKMNP-TV-Z]{4}\b(?=\s+[0-9A-Z]{4}|\s*\n)/g) ?? [];
  const key = groups.slice(0, 9).join('');
  const reset = { name: '谢怀舟', password: 'Fresh words 2026' };
  expect(await call(page, 'keys.resetPassword', { key, ...reset })).toMatchObject({
    ok: false,
    problems: [{ code: 'wrong-recovery-key' }],
  });
  const confirmed = await call(page, 'keys.confirmRecovery', { tail: key.slice(-4) });
  expect(confirmed).toMatchObject({ ok: true, value: { recovery: { by: '谢怀舟' }, waiting: false } });
  expect((await call(page, 'keys.resetPassword', { key, ...reset })).ok).toBe(true);
  await signIn(page, reset.name, reset.password);
});
