import { expect, test } from 'vitest';
import { passwordHints } from '../../../renderer/features/access/password-hints';
import { bareKey, groupedKey } from '../../../renderer/features/access/recovery-key';
import { secondsLeft, waitWords } from '../../../renderer/features/access/wait-words';
import { en } from '../../../renderer/locales/en';
import { zhCN } from '../../../renderer/locales/zh-CN';

test('a wait is told in minutes and seconds, rounded up so that zero means over', () => {
  expect(secondsLeft(null, 1_000)).toBe(0);
  expect(secondsLeft(61_001, 1_000)).toBe(61);
  expect(secondsLeft(900, 1_000)).toBe(0);
  expect(waitWords(28, zhCN)).toBe('28 秒');
  expect(waitWords(120, zhCN)).toBe('2 分');
  expect(waitWords(80, zhCN)).toBe('1 分 20 秒');
  expect(waitWords(80, en)).toBe('1 min 20 s');
});

test('a recovery key is read whatever blanks, hyphens, letters or wide forms it was typed in', () => {
  for (const typed of ['abcd-ef23-ghjk', ' ABCD EF23 GHJK ', 'ａｂｃｄ－ＥＦ２３—ghjk', 'abcdef23ghjk']) {
    expect(bareKey(typed), typed).toBe('ABCDEF23GHJK');
    expect(groupedKey(typed), typed).toBe('ABCD-EF23-GHJK');
  }
  expect(groupedKey('abcde')).toBe('ABCD-E');
  expect(groupedKey('  ')).toBe('');
});

test('ten characters are long enough, eight only with three kinds', () => {
  const long = (password: string): boolean => passwordHints(password, '', '谢怀舟').length;
  expect(long('abcdefghij')).toBe(true);
  expect(long('abcdefghi')).toBe(false);
  expect(long('Abcdef12')).toBe(true);
  expect(long('abcdef12')).toBe(false);
  expect(long('abcdef1。')).toBe(true);
  expect(long('Abcde12')).toBe(false);
});

test('a password must not be the name with digits, nor a repetition or a run, and is typed twice alike', () => {
  expect(passwordHints('谢怀舟20241124', '', '谢怀舟').ownName).toBe(false);
  expect(passwordHints('谢怀舟爱吃泉州面线糊', '', '谢怀舟').ownName).toBe(true);
  expect(passwordHints('XieHuaizhou88', '', 'xiehuaizhou').ownName).toBe(false);
  for (const easy of ['aaaaaaaaaa', 'abcabcabcabc', '0123456789', 'jihgfedcba']) {
    expect(passwordHints(easy, '', '').repeated, easy).toBe(false);
  }
  expect(passwordHints('', '', '')).toEqual({ length: false, ownName: false, repeated: false, same: false });
  expect(passwordHints('Abcdef12', 'Abcdef12', '谢怀舟')).toEqual({
    length: true,
    ownName: true,
    repeated: true,
    same: true,
  });
});
