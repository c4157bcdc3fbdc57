import { toHalfWidth } from '../checks/half-width';
import { bad, good, type Checked } from '../checks/problem';

/**
 * A rate in millionths (hundredths of a basis point, domain.md 6.11): 6 % a year = 60 000, 0.05 % a day = 500. Whether
 * it is per year or per day is said by the name that holds it.
 */
export type RateMicro = number;

/** What can be wrong with a rate. */
export type RateProblem = 'rate-format' | 'rate-decimals' | 'rate-too-large';

/** One as a rate, 100 %. */
export const RATE_ONE = 1_000_000;

/** The highest rate that can be entered: 1 000 %. */
export const MAX_RATE: RateMicro = 10 * RATE_ONE;

/** Whether the value is a whole number of millionths from 0 to 1 000 %. */
export const isRate = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= MAX_RATE;

/** Throws RangeError unless the value is a rate. */
export function assertRate(value: number): asserts value is RateMicro {
  if (!isRate(value)) throw new RangeError('not a rate in millionths');
}

/** `13.80%`: at least two decimals, four when needed (`0.0175%`). Throws RangeError when it is no rate. */
export function formatPercent(rate: RateMicro): string {
  assertRate(rate);
  const decimals = String(rate % 10_000)
    .padStart(4, '0')
    .replace(/0{1,2}$/u, '');
  return `${Math.floor(rate / 10_000)}.${decimals}%`;
}

/** Reads `6`, `14.4%`, `0.0175 %` as percent with at most four decimals. */
export function parsePercent(text: string): Checked<RateMicro, RateProblem> {
  const match = /^(\d+)(?:\.(\d+))?\s*%?$/u.exec(toHalfWidth(text).trim());
  const [whole, decimals] = [match?.[1], match?.[2] ?? ''];
  if (whole === undefined) {
    return bad('rate-format', `“${text}”不是利率，请写成“14.4%”。`, `"${text}" is not a rate; write 14.4%.`);
  }
  if (decimals.length > 4)
    return bad('rate-decimals', '利率最多四位小数。', 'A rate has at most four decimals of a percent.');
  const rate = Number(whole + decimals.padEnd(4, '0'));
  return isRate(rate)
    ? good(rate)
    : bad('rate-too-large', '利率超过1000%，请核对。', 'The rate is above 1000 %; check it.');
}
