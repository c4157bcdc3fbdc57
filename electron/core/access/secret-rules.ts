import { problemOf, type Problem } from '../domain/checks/problem';

/**
 * What passwords and PINs have to be（口令与 PIN 规则）. Lengths count characters as people see them, so that a password of
 * Chinese words is not counted double. Proved by test/unit/access/secret-rules.test.ts.
 */
type FieldProblem = Problem & { readonly field: string };

const LONG = 10;
const SHORT = 8;
const KINDS = 3;
const PIN_DIGITS = 6;

/** Passwords that are tried first everywhere, and what rooms like this one would choose first. In lower case. */
const COMMON = new Set([
  '1234567890',
  '0123456789',
  '0987654321',
  '9876543210',
  '1q2w3e4r5t',
  '1qaz2wsx3edc',
  'qwertyuiop',
  'qwerty123456',
  'qwer1234',
  'asdfghjkl;',
  'password',
  'password1',
  'password12',
  'password123',
  'passw0rd123',
  'p@ssw0rd',
  'p@ssw0rd123',
  'admin123456',
  'admin12345',
  'admin@123',
  'administrator',
  'woaini1314',
  'woaini1314520',
  '5201314520',
  'abc123456789',
  'abcd123456',
  'abcdefghij',
  'aa123456789',
  'a123456789',
  '123456789a',
  '123456789abc',
  'tiaojie123',
  'tiaojieshi',
  'tiaojieyuan',
  'quanzhou123',
  'mediation123',
  'mediationroom',
]);

const CHARACTERS = new Intl.Segmenter('zh', { granularity: 'grapheme' });

const charactersOf = (text: string): readonly string[] =>
  Array.from(CHARACTERS.segment(text.normalize('NFC')), ({ segment }) => segment);

function kindsOf(text: string): number {
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /\p{Lo}/u, /[^\p{L}\p{Nd}]/u];
  return kinds.filter((kind) => kind.test(text)).length;
}

/** The same text again and again: abcabcabc. */
const repeats = (text: string): boolean => /^(.{1,3})\1+$/u.test(text);

/** Why this may not be a new password; null when it may. `field` is the place in the request. */
export function passwordProblem(password: string, name: string, field = 'password'): FieldProblem | null {
  const text = password.normalize('NFC');
  const length = charactersOf(text).length;
  const low = text.toLowerCase();
  if (length < SHORT || (length < LONG && kindsOf(text) < KINDS)) return { ...TOO_SHORT, field };
  const person = name.normalize('NFC').toLowerCase();
  const rest = low
    .split(person)
    .join('')
    .replace(/[\d\s]/gu, '');
  if (person !== '' && low.includes(person) && rest.length < 4) return { ...LIKE_NAME, field };
  if (repeats(low) || isRun(low) || COMMON.has(low)) return { ...TOO_COMMON, field };
  return null;
}

/** Each character one above, or one below, the one before: 123456, fedcba. */
function isRun(text: string): boolean {
  const points = charactersOf(text).map((character) => character.codePointAt(0) ?? 0);
  const steps = new Set(points.slice(1).map((point, index) => point - (points[index] ?? 0)));
  return steps.size === 1 && (steps.has(1) || steps.has(-1));
}

/** Why this may not be a PIN（数字口令）; null when it may: six digits, no run, no repetition, not two digits in turn. */
export function pinProblem(pin: string, field = 'pin'): FieldProblem | null {
  if (!new RegExp(`^\\d{${PIN_DIGITS}}$`).test(pin)) return { ...PIN_SHAPE, field };
  return repeats(pin) || isRun(pin) || isRun(pin.replace(/^0|0$/g, '')) ? { ...PIN_EASY, field } : null;
}

const TOO_SHORT = problemOf(
  'password-too-short',
  '密码太短，没有更改。请用至少 10 个字符；或至少 8 个字符，含大写字母、小写字母、数字、汉字、符号中的三种。',
  'The password is too short; nothing was changed. Use at least 10 characters, or 8 with three kinds of: capitals, small letters, digits, Chinese characters, signs.',
);
const LIKE_NAME = problemOf(
  'password-like-name',
  '密码与姓名太接近，没有更改。请换一个别人猜不到的密码。',
  'The password is too close to the name; nothing was changed. Choose one that others do not guess.',
);
const TOO_COMMON = problemOf(
  'password-too-common',
  '这个密码太常见或只是重复、连续的字符，没有更改。请换一个别人猜不到的密码，例如几个不相关的词。',
  'This password is too common, or only a repetition or a run; nothing was changed. Choose one that others do not guess, such as a few unrelated words.',
);
const PIN_SHAPE = problemOf(
  'pin-shape',
  '数字口令应为 6 位数字，没有更改。',
  'The PIN has to be six digits; nothing was changed.',
);
const PIN_EASY = problemOf(
  'pin-easy',
  '数字口令不能是重复或连续的数字，没有更改。请换一个。',
  'The PIN may not be a repetition or a run of digits; nothing was changed. Choose another.',
);
