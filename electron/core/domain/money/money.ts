import { toHalfWidth } from '../checks/half-width';
import { bad, good, type Checked } from '../checks/problem';

/** An amount of renminbi in fen（分）: a whole number from 0 to `MAX_FEN`. Money is never a float (domain.md 6.6). */
export type Fen = number;

/** Upper bound: 9,999,999,999,999.99 yuan, well inside the safe integers. */
export const MAX_FEN: Fen = 999_999_999_999_999;

/** What can be wrong with an amount in figures. */
export type MoneyProblem =
  'amount-empty' | 'amount-format' | 'amount-grouping' | 'amount-decimals' | 'amount-too-large';

/** Whether the value is a whole number of fen from 0 to `MAX_FEN`. */
export const isFen = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= MAX_FEN;

/** Throws RangeError unless the value is an amount: a wrong one is a programming mistake by now. */
export function assertFen(value: number): asserts value is Fen {
  if (!isFen(value)) throw new RangeError('not an amount in fen');
}

/**
 * Reads yuan in figures: `21376.45`, `21,376.45`, `￥21,376.45`, `300元`. Commas must group by three, at most two
 * decimals, no sign. Full-width figures of an input method are accepted.
 */
export function parseYuan(text: string): Checked<Fen, MoneyProblem> {
  const plain = toHalfWidth(text)
    .trim()
    .replace(/^[¥￥]\s*/u, '')
    .replace(/\s*元$/u, '');
  if (plain === '') return bad('amount-empty', '请填写金额。', 'Enter an amount.');
  const match = /^([\d,]*\d)(?:\.(\d+))?$/u.exec(plain);
  const [whole, decimals] = [match?.[1], match?.[2] ?? ''];
  if (whole === undefined) {
    return bad(
      'amount-format',
      `“${text}”不是金额，请写成“21,376.45”。`,
      `"${text}" is not an amount; write 21,376.45.`,
    );
  }
  if (whole.includes(',') && !/^\d{1,3}(?:,\d{3})+$/u.test(whole)) {
    return bad(
      'amount-grouping',
      `“${text}”的千位分隔位置不对，请核对。`,
      `The commas of "${text}" do not group by three; check it.`,
    );
  }
  if (decimals.length > 2) {
    return bad(
      'amount-decimals',
      `“${text}”超过两位小数，金额最小到分。`,
      `"${text}" has more than two decimals; the smallest unit is the fen.`,
    );
  }
  const fen = BigInt(whole.replaceAll(',', '') + decimals.padEnd(2, '0'));
  if (fen > BigInt(MAX_FEN)) {
    return bad(
      'amount-too-large',
      '金额超过9,999,999,999,999.99元的上限，请核对。',
      'The amount is above 9,999,999,999,999.99 yuan; check it.',
    );
  }
  return good(Number(fen));
}

/** `21376.45`: two decimals, no commas, for data files. Throws RangeError when it is no amount. */
export function yuanPlain(fen: Fen): string {
  assertFen(fen);
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
}

/** `21,376.45`: two decimals, grouped by three, without the sign ￥. Throws RangeError when it is no amount. */
export const formatYuan = (fen: Fen): string => yuanPlain(fen).replace(/\B(?=(?:\d{3})+\.)/gu, ',');
