import { toHalfWidth } from './half-width';
import { bad, good, type Checked } from './problem';

/** What can be wrong with a unified social credit code. */
export type CreditCodeProblem =
  'credit-empty' | 'credit-length' | 'credit-characters' | 'credit-region' | 'credit-check-digit';

/** The 31 signs of GB 32100-2015 in value order: no I, O, S, V, Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;

/**
 * Check sign of an organisation code（组织机构代码） for its first eight signs, GB 11714 (positions 9–16 of a credit code;
 * domain.md 6.3). Informative: old codes exist that do not follow it, so `checkCreditCode` does not demand it. Throws
 * RangeError for other text.
 */
export function organisationCodeCheck(first8: string): string {
  if (!/^[\dA-Z]{8}$/u.test(first8)) throw new RangeError('eight digits or capital letters are needed');
  const sum = ORGANISATION_WEIGHTS.reduce<number>(
    (total, weight, at) => total + weight * parseInt(first8.charAt(at), 36),
    0,
  );
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : String(check % 11);
}

/** Whether positions 9–17 of a checked credit code carry the check sign of GB 11714. */
export const hasOrganisationCheck = (creditCode: string): boolean =>
  organisationCodeCheck(creditCode.substring(8, 16)) === creditCode.charAt(16);

/**
 * Checks a unified social credit code（统一社会信用代码） by GB 32100-2015 and gives it in upper case: 18 signs, six
 * digits of region, check sign = (31 − Σ value·weight mod 31) mod 31. Region 999999 of sample data is structurally valid.
 */
export function checkCreditCode(text: string): Checked<string, CreditCodeProblem> {
  const code = toHalfWidth(text).replace(/\s/gu, '').toUpperCase();
  if (code === '') return bad('credit-empty', '请填写统一社会信用代码。', 'Enter the unified social credit code.');
  if (code.length !== 18) {
    return bad(
      'credit-length',
      `统一社会信用代码应为18位，现为${code.length}位，请核对。`,
      `The code has 18 characters, not ${code.length}; check it.`,
    );
  }
  const wrong = Array.from(code).find((sign) => !ALPHABET.includes(sign));
  if (wrong !== undefined) {
    return bad(
      'credit-characters',
      `统一社会信用代码不会出现“${wrong}”（不使用字母I、O、S、V、Z），请核对。`,
      `"${wrong}" never occurs in the code (no I, O, S, V, Z); check it.`,
      { character: wrong },
    );
  }
  if (!/^\d{6}$/u.test(code.substring(2, 8))) {
    return bad(
      'credit-region',
      '第3至8位应为数字（登记机关区划），请核对。',
      'Characters 3 to 8 are digits (the region); check them.',
    );
  }
  const sum = WEIGHTS.reduce<number>((total, weight, at) => total + weight * ALPHABET.indexOf(code.charAt(at)), 0);
  if (ALPHABET.charAt((31 - (sum % 31)) % 31) !== code.charAt(17)) {
    return bad(
      'credit-check-digit',
      '校验码不符，代码中有输错的字符，请对照营业执照逐位核对。',
      'The check sign does not fit; a character is wrong. Compare with the licence.',
    );
  }
  return good(code);
}
