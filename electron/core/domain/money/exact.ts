/** Exact integer arithmetic behind the money rules. */

/** numerator / denominator rounded half up; both non-negative, denominator above 0. */
export const divideHalfUp = (numerator: bigint, denominator: bigint): bigint =>
  (numerator * 2n + denominator) / (denominator * 2n);

/** A fraction as text with four decimals, rounded half up: the unrounded figure shown beside a rounded one. */
export function fourDecimals(numerator: bigint, denominator: bigint): string {
  const scaled = divideHalfUp(numerator * 10_000n, denominator);
  return `${scaled / 10_000n}.${String(scaled % 10_000n).padStart(4, '0')}`;
}
