import { ageOn, isCalendarDate, type CalendarDate } from '../time/calendar-date';
import { toHalfWidth } from './half-width';
import { bad, good, problemOf, type Checked, type Problem } from './problem';

/** Citizen identity number（公民身份号码） by GB 11643-1999 (domain.md 6.1). */

/** What can be wrong with an identity number, or odd about it. */
export type IdentityNumberProblem =
  | 'identity-empty'
  | 'identity-fifteen'
  | 'identity-length'
  | 'identity-characters'
  | 'identity-region'
  | 'identity-region-unlisted'
  | 'identity-region-synthetic'
  | 'identity-birth-date'
  | 'identity-born-later'
  | 'identity-age'
  | 'identity-check-digit'
  | 'identity-sex-differs'
  | 'identity-birth-date-differs';

/** Sex（性别） as the order code of the number tells it: odd = male, even = female. */
export type Sex = 'male' | 'female';

/** A valid number and what it says. */
export interface IdentityNumber {
  /** 18 characters, the check sign X in upper case. */
  readonly number: string;
  readonly birthDate: CalendarDate;
  readonly sex: Sex;
  /** Oddities that do not make it invalid, e.g. a district code that is not in the present table. */
  readonly warnings: readonly Problem<IdentityNumberProblem>[];
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_SIGNS = '10X98765432';
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(
    ' ',
  ),
);
const QUANZHOU = new Set(['00', '02', '03', '04', '05', '21', '24', '25', '26', '27', '81', '82', '83']);

/** Not allotted to any place: sample and test data only. */
export const SYNTHETIC_REGION = '999999';

/** The check sign（校验码） for the first 17 digits, ISO 7064 MOD 11-2. Throws RangeError for other text. */
export function identityCheckSign(first17: string): string {
  if (!/^\d{17}$/u.test(first17)) throw new RangeError('17 digits are needed');
  const sum = WEIGHTS.reduce<number>((total, weight, at) => total + weight * Number(first17.charAt(at)), 0);
  return CHECK_SIGNS.charAt(sum % 11);
}

function regionProblem(number: string, allowSynthetic: boolean): Problem<IdentityNumberProblem> | null {
  if (number.startsWith(SYNTHETIC_REGION)) {
    return allowSynthetic
      ? null
      : problemOf(
          'identity-region-synthetic',
          '999999为示例区划，不能用于真实案件，请核对证件。',
          'Region 999999 is for sample data only; check the document.',
        );
  }
  if (PROVINCES.has(number.substring(0, 2))) return null;
  return problemOf(
    'identity-region',
    '号码前两位不是省级区划代码，请对照证件核对。',
    'The first two digits are no province; check the document.',
    { region: number.substring(0, 6) },
  );
}

/** Retired district codes stay valid inside old numbers, so a code that is not in the table only warns (domain.md 6.2). */
function regionWarnings(number: string): readonly Problem<IdentityNumberProblem>[] {
  if (!number.startsWith('3505') || QUANZHOU.has(number.substring(4, 6))) return [];
  return [
    problemOf(
      'identity-region-unlisted',
      '区划代码不在泉州现行区县表内，可能为已撤销代码，请留意核对。',
      'The district code is not in the present table of Quanzhou; it may be a retired one.',
      { region: number.substring(0, 6) },
    ),
  ];
}

function formProblem(number: string): Problem<IdentityNumberProblem> | null {
  if (number === '') return problemOf('identity-empty', '请填写公民身份号码。', 'Enter the identity number.');
  if (/^\d{15}$/u.test(number)) {
    return problemOf(
      'identity-fifteen',
      '15位号码已停止使用，请填写现行的18位公民身份号码。',
      'Numbers of 15 digits are no longer valid; enter the one of 18.',
    );
  }
  if (number.length !== 18) {
    return problemOf(
      'identity-length',
      `公民身份号码应为18位，现为${number.length}位，请核对。`,
      `An identity number has 18 characters, not ${number.length}; check it.`,
    );
  }
  if (/^\d{17}[\dX]$/u.test(number)) return null;
  return problemOf(
    'identity-characters',
    '公民身份号码前17位应为数字，末位为数字或X，请核对。',
    'The first 17 characters are digits, the last a digit or X; check them.',
  );
}

/**
 * Checks a number: form, birth date, region, check sign. Full-width figures, spaces and a lower-case x are put right.
 * `today` is the calendar date to judge age by; `maxAge` (default 150) is the highest age; region 999999 passes only when
 * `allowSyntheticRegion` is set, which sample and test profiles do.
 */
export function checkIdentityNumber(
  text: string,
  options: { readonly today: CalendarDate; readonly allowSyntheticRegion: boolean; readonly maxAge?: number },
): Checked<IdentityNumber, IdentityNumberProblem> {
  const number = toHalfWidth(text).replace(/\s/gu, '').toUpperCase();
  const form = formProblem(number);
  if (form !== null) return { ok: false, problem: form };
  const birthDate = `${number.substring(6, 10)}-${number.substring(10, 12)}-${number.substring(12, 14)}`;
  if (!isCalendarDate(birthDate)) {
    return bad(
      'identity-birth-date',
      `号码中的出生日期${birthDate}不存在，请对照证件核对。`,
      `The birth date ${birthDate} in the number does not exist; check the document.`,
      { birthDate },
    );
  }
  if (birthDate > options.today) {
    return bad(
      'identity-born-later',
      `号码中的出生日期${birthDate}晚于今天，请核对。`,
      `The birth date ${birthDate} in the number lies in the future; check it.`,
      { birthDate },
    );
  }
  const maxAge = options.maxAge ?? 150;
  if (ageOn(birthDate, options.today) > maxAge) {
    return bad(
      'identity-age',
      `按号码计算的年龄超过${maxAge}岁，请对照证件核对。`,
      `The age by this number is above ${maxAge}; check the document.`,
      { birthDate },
    );
  }
  const region = regionProblem(number, options.allowSyntheticRegion);
  if (region !== null) return { ok: false, problem: region };
  if (identityCheckSign(number.substring(0, 17)) !== number.charAt(17)) {
    return bad(
      'identity-check-digit',
      '校验码不符，号码中有输错的数字，请对照证件逐位核对。',
      'The check sign does not fit; a digit is wrong. Compare with the document.',
    );
  }
  const sex: Sex = Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female';
  return good({ number, birthDate, sex, warnings: regionWarnings(number) });
}

const SEX_ZH: Readonly<Record<Sex, string>> = { male: '男', female: '女' };

/** Contradictions between a checked number and typed fields; `detail.field` names the field (`sex`, `birthDate`). */
export function matchIdentity(
  info: Pick<IdentityNumber, 'sex' | 'birthDate'>,
  typed: { readonly sex?: Sex | undefined; readonly birthDate?: CalendarDate | undefined },
): readonly Problem<IdentityNumberProblem>[] {
  const problems: Problem<IdentityNumberProblem>[] = [];
  if (typed.sex !== undefined && typed.sex !== info.sex) {
    problems.push(
      problemOf(
        'identity-sex-differs',
        `性别与身份号码不一致：号码为${SEX_ZH[info.sex]}，填写为${SEX_ZH[typed.sex]}，请核对。`,
        `The sex differs from the number, which says ${info.sex}; check both.`,
        { field: 'sex', expected: info.sex },
      ),
    );
  }
  if (typed.birthDate !== undefined && typed.birthDate !== info.birthDate) {
    problems.push(
      problemOf(
        'identity-birth-date-differs',
        `出生日期与身份号码不一致：号码为${info.birthDate}，请核对。`,
        `The birth date differs from the number, which says ${info.birthDate}; check both.`,
        { field: 'birthDate', expected: info.birthDate },
      ),
    );
  }
  return problems;
}

/** `999999********0019`: first 6 and last 4 of 18; other document numbers keep only the last 2 (domain.md 2.4). */
export function maskIdentityNumber(number: string): string {
  const keep =
    number.length === 18 ? { head: 6, tail: 4 } : { head: 0, tail: Math.min(2, Math.floor(number.length / 2)) };
  const hidden = number.length - keep.head - keep.tail;
  return number.substring(0, keep.head) + '*'.repeat(hidden) + number.substring(number.length - keep.tail);
}
