import { assertFen, formatYuan, type Fen } from '../money/money';

/** Upper ends of the brackets in yuan and the rate inside each in thousandths; up to 10,000 yuan the fee is 50 yuan. */
const BRACKETS: readonly (readonly [upToYuan: number, perMille: number])[] = [
  [100_000, 25],
  [200_000, 20],
  [500_000, 15],
  [1_000_000, 10],
  [2_000_000, 9],
  [5_000_000, 8],
  [10_000_000, 7],
  [20_000_000, 6],
  [Number.POSITIVE_INFINITY, 5],
];
const FLAT_UP_TO_FEN = 10_000_00;
const FLAT_FEE_FEN = 50_00;

/** Estimates of the court fee（案件受理费估算）in fen; what the court asks is for the court to say. */
export interface CourtFeeEstimate {
  readonly amountFen: Fen;
  readonly wholeFen: Fen;
  /** Simple procedure, or ended by mediation or withdrawal. */
  readonly halfFen: Fen;
  /** Payment order（支付令）. */
  readonly thirdFen: Fen;
}

/** The whole fee in thousandths of a fen, so that parts of it are rounded once. */
function wholeMilliFen(amountFen: Fen): bigint {
  let fee = BigInt(FLAT_FEE_FEN) * 1000n;
  let from = FLAT_UP_TO_FEN;
  for (const [upToYuan, perMille] of BRACKETS) {
    if (amountFen <= from) break;
    const to = Math.min(amountFen, upToYuan * 100);
    fee += BigInt(to - from) * BigInt(perMille);
    from = to;
  }
  return fee;
}

/** A part of it in fen, half a fen upwards. */
const part = (milliFen: bigint, divisor: bigint): Fen => {
  const whole = 1000n * divisor;
  return Number((2n * milliFen + whole) / (2n * whole));
};

/**
 * Estimate of the fee for a property case from the amount in dispute, cumulative over the brackets of
 * 诉讼费用交纳办法 Art. 13, with the half of Arts. 15 and 16 and the third for a payment order (domain.md 4.5). Fen in, fen
 * out. Throws RangeError when the amount is none.
 */
export function courtFeeEstimate(amountFen: Fen): CourtFeeEstimate {
  assertFen(amountFen);
  const whole = wholeMilliFen(amountFen);
  return { amountFen, wholeFen: part(whole, 1n), halfFen: part(whole, 2n), thirdFen: part(whole, 3n) };
}

/** The estimate in words, always as an estimate. */
export function courtFeeWords(estimate: CourtFeeEstimate): { readonly zh: string; readonly en: string } {
  const [amount, whole, half, third] = [estimate.amountFen, estimate.wholeFen, estimate.halfFen, estimate.thirdFen].map(
    (fen) => formatYuan(fen),
  );
  return {
    zh: `按标的额${amount ?? ''}元估算，案件受理费约${whole ?? ''}元；适用简易程序、调解或者撤诉结案的，减半约${half ?? ''}元；申请支付令的，约${third ?? ''}元。以上为估算，以法院通知为准。`,
    en: `Estimated from ${amount ?? ''} yuan in dispute: court fee about ${whole ?? ''} yuan; half, about ${half ?? ''} yuan, for the simple procedure, mediation or withdrawal; about ${third ?? ''} yuan for a payment order. An estimate only: the court decides.`,
  };
}
