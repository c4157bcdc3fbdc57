import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { recoverySheetPdf } from '../../../electron/core/documents/sheets/recovery-sheet';
import { newRecoveryKey, readRecoveryKey, recoveryGroups } from '../../../electron/core/access/recovery-key';
import { freshFolder } from '../../fixtures/store';
import { fonts } from './support';

test('a recovery sheet is one page that bears the key, whose it is, and what to do with it', async () => {
  const key = newRecoveryKey();
  const groups = recoveryGroups(key);
  const paper = {
    groups,
    room: '调解室三',
    organisation: '银行业纠纷人民调解委员会（示例）',
    by: '谢怀舟',
    madeAt: '2026-11-24T01:41:00.000Z',
    madeOn: '2026年11月24日 09:41',
  };
  const pdf = await recoverySheetPdf(paper, fonts);
  expect(Buffer.from(await recoverySheetPdf(paper, fonts)).equals(Buffer.from(pdf))).toBe(true);
  const file = path.join(await freshFolder(), 'sheet.pdf');
  writeFileSync(file, pdf);
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  for (const each of [...groups, '数据恢复单', '调解室三', '谢怀舟', '2026年11月24日', '最后 4 个字符'])
    expect(text.replace(/\s+/g, ' ')).toContain(each);
  const lines = text.split('\n').filter((line) => groups.some((group) => line.includes(group)));
  expect(readRecoveryKey(lines.join(''))).toEqual(key);
  expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/Pages:\s+1\n/);
});
