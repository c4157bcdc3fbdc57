import { expect, test } from 'vitest';
import { nameProblem, normalName, sameName } from '../../../electron/core/access/names';
import { passwordProblem, pinProblem } from '../../../electron/core/access/secret-rules';

const password = (text: string): string | null => passwordProblem(text, '谢怀舟')?.code ?? null;
const pin = (text: string): string | null => pinProblem(text)?.code ?? null;

test.each([
  ['short', 'password-too-short'],
  ['onlyninee', 'password-too-short'],
  ['Eight8!x', null],
  ['eightlow', 'password-too-short'],
  ['ten letters', null],
  ['泉州港的七棵刺桐树下', null],
  ['泉州港7!树下Q', null],
  ['谢怀舟2026', 'password-too-short'],
  ['谢怀舟20261124', 'password-like-name'],
  ['aaaaaaaaaaaa', 'password-too-common'],
  ['abcabcabcabc', 'password-too-common'],
  ['1234567890', 'password-too-common'],
  ['abcdefghijkl', 'password-too-common'],
  ['Password123', 'password-too-common'],
])('the password %s is judged: %s', (text, expected) => {
  expect(password(text)).toBe(expected);
});

test.each([
  ['271828', null],
  ['12345', 'pin-shape'],
  ['12345a', 'pin-shape'],
  ['123456', 'pin-easy'],
  ['987654', 'pin-easy'],
  ['111111', 'pin-easy'],
  ['121212', 'pin-easy'],
  ['123123', 'pin-easy'],
  ['１２７１８２', 'pin-shape'],
])('the PIN %s is judged: %s', (text, expected) => {
  expect(pin(text)).toBe(expected);
});

test('a problem names its field, in both languages', () => {
  expect(passwordProblem('x', 'y', 'fresh')).toMatchObject({ field: 'fresh' });
  expect(passwordProblem('x', 'y')?.zh).toContain('密码');
  expect(passwordProblem('x', 'y')?.en).toContain('password');
});

test('names are kept in one form, are unique, and are not those of the program', () => {
  expect(normalName('  谢　怀舟 ')).toBe('谢 怀舟');
  expect(sameName('Chen Li', 'chen  li')).toBe(true);
  expect(nameProblem('Chen li', ['CHEN LI'])?.code).toBe('name-taken');
  expect(nameProblem('系统', [])?.code).toBe('bad-name');
  expect(nameProblem('谢\u200b怀舟', [])?.code).toBe('bad-name');
  expect(nameProblem('谢怀舟', ['傅听澜'])).toBeNull();
});
