import { expect, test } from 'vitest';
import { newRecoveryKey, readRecoveryKey, readTail, recoveryGroups } from '../../../electron/core/access/recovery-key';

const KEY = Buffer.from('000102030405060708090a0b0c0d0e0ffffefdfc', 'hex');

test('a key is nine groups of four, and is read back as people type it', () => {
  const groups = recoveryGroups(KEY);
  expect(groups.slice(0, 8).join('-')).toBe('000G-40R4-0M30-E209-185G-R38E-1ZZZ-XZFW');
  expect(groups).toHaveLength(9);
  for (const text of [groups.join('-'), groups.join(' ').toLowerCase(), ` ${groups.join('')} `, groups.join('－')])
    expect(readRecoveryKey(text)).toEqual(KEY);
  expect(readRecoveryKey(groups.join('').replace(/0/g, 'o').replace(/1/g, 'l'))).toEqual(KEY);
});

test('any one slip of the pen is noticed', () => {
  const text = recoveryGroups(KEY).join('');
  for (let at = 0; at < text.length; at += 1) {
    const slip = text[at] === '7' ? '8' : '7';
    expect(readRecoveryKey(text.slice(0, at) + slip + text.slice(at + 1))).toBeNull();
    expect(readRecoveryKey(text.slice(0, at) + text.slice(at + 1))).toBeNull();
  }
});

test('two keys differ, and so do their ends', () => {
  const [one, other] = [newRecoveryKey(), newRecoveryKey()];
  expect(one.equals(other)).toBe(false);
  expect(recoveryGroups(one)).not.toEqual(recoveryGroups(other));
  expect(readTail(' o1aB ')).toBe('01AB');
});
