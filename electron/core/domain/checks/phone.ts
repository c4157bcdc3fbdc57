import { toHalfWidth } from './half-width';
import { bad, good, type Checked } from './problem';

/** What can be wrong with a phone number. */
export type PhoneProblem = 'phone-empty' | 'phone-mobile' | 'phone-fixed' | 'phone-format';

const MOBILE = /^1[3-9]\d{9}$/u;
const SERVICE = /^(?:400\d{7}|95\d{3,6})$/u;
/** Area codes have three digits for 010 and 02x, else four. */
const FIXED = /^(0(?:10|2\d)|0[3-9]\d{2})-?([2-9]\d{6,7})(?:-(\d{1,6}))?$/u;

function withoutCountryCode(text: string): string {
  const rest = /^(?:\+86|0086)-?(.*)$/u.exec(text)?.[1];
  if (rest === undefined) return text;
  const bare = rest.replaceAll('-', '');
  return rest.startsWith('0') || MOBILE.test(bare) || SERVICE.test(bare) ? rest : `0${rest}`;
}

/**
 * Checks a phone number (domain.md 6.10) and normalises it: mobile and service numbers to bare digits, fixed lines to
 * `0595-22000001` with `-123` for an extension（分机）. +86 and 0086, spaces, brackets and 转 are understood.
 */
export function checkPhone(text: string): Checked<string, PhoneProblem> {
  const tidy = toHalfWidth(text)
    .replace(/\s/gu, '')
    .replace(/\((\d{3,4})\)/u, '$1-')
    .replace(/[‐‑–—－]/gu, '-')
    .replace(/转/u, '-');
  if (tidy === '') return bad('phone-empty', '请填写电话号码。', 'Enter a phone number.');
  const number = withoutCountryCode(tidy);
  const bare = number.replaceAll('-', '');
  if (MOBILE.test(bare) || SERVICE.test(bare)) return good(bare);
  const fixed = FIXED.exec(number);
  if (fixed !== null) {
    const extension = fixed[3] === undefined ? '' : `-${fixed[3]}`;
    return good(`${fixed[1] ?? ''}-${fixed[2] ?? ''}${extension}`);
  }
  if (/^1\d*$/u.test(bare)) {
    return bad(
      'phone-mobile',
      '手机号码应为11位，且第二位为3至9，请核对。',
      'A mobile number has 11 digits, the second 3 to 9; check it.',
    );
  }
  if (/^0\d[\d-]*$/u.test(number)) {
    return bad(
      'phone-fixed',
      '固定电话应为“区号-号码”，例如0595-22000001，号码首位为2至9，请核对。',
      'A fixed line is area code and number, e.g. 0595-22000001, the number beginning with 2 to 9; check it.',
    );
  }
  return bad(
    'phone-format',
    `“${text}”不是电话号码，请填写手机、固定电话或400、95号码。`,
    `"${text}" is not a phone number; enter a mobile, fixed, 400 or 95 number.`,
  );
}

/** `199****0001`; a fixed line keeps area code and last 4 (`0595-****0001`), service numbers are public and stay. */
export function maskPhone(number: string): string {
  if (MOBILE.test(number)) return number.replace(/^(\d{3})\d{4}/u, '$1****');
  if (SERVICE.test(number)) return number;
  const fixed = FIXED.exec(number);
  if (fixed === null) return '*'.repeat(number.length);
  return `${fixed[1] ?? ''}-****${(fixed[2] ?? '').replace(/^\d+(?=\d{4}$)/u, '')}`;
}
