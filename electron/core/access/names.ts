import type { Problem } from '../domain/checks/problem';
import { problemOf } from '../domain/checks/problem';

/** Names under which the program itself writes. */
const RESERVED = ['系统', '中心', 'system', 'centre', '__proto__'];

/** The name of an account as it is kept: normalised (NFC), without space around it, one space inside where there were several. */
export const normalName = (name: string): string => name.normalize('NFC').trim().replace(/\s+/gu, ' ');

/** Two names that people would take for one. */
export const sameName = (one: string, other: string): boolean =>
  normalName(one).toLowerCase() === normalName(other).toLowerCase();

/** Why this may not be the name of a new account; null when it may. `taken`: all names so far, retired ones too. */
export function nameProblem(name: string, taken: readonly string[]): (Problem & { readonly field: string }) | null {
  const normal = normalName(name);
  if (normal === '' || /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u.test(normal) || RESERVED.some((word) => sameName(word, normal)))
    return { ...BAD_NAME, field: 'name' };
  return taken.some((other) => sameName(other, normal)) ? { ...TAKEN, field: 'name' } : null;
}

const BAD_NAME = problemOf(
  'bad-name',
  '这个姓名不能用作账户名，没有保存。请填写本人姓名，不含特殊符号。',
  'This name cannot be used for an account; nothing was saved. Enter the person’s name without special signs.',
);
const TAKEN = problemOf(
  'name-taken',
  '已有同名账户（停用的也算），没有保存。同名的另一人请在姓名后加区分字样。',
  'There is an account of this name already, or a retired one; nothing was saved. Add something that tells the two apart.',
);
