import { describe, expect, it } from 'vitest';
import { courtFeeEstimate, courtFeeWords } from '../../../../electron/core/domain/court/court-fee';

/** Yuan as text → fen, without a float. */
const fen = (yuan: string): number => Number(yuan.replace('.', ''));

describe('the court-fee estimate', () => {
  it.each([
    ['10000.00', '50.00'],
    ['20000.00', '300.00'],
    ['21376.45', '334.41'],
    ['45632.18', '940.80'],
    ['50000.00', '1050.00'],
    ['100000.00', '2300.00'],
    ['200000.00', '4300.00'],
    ['500000.00', '8800.00'],
    ['1000000.00', '13800.00'],
    ['20000000.00', '141800.00'],
    ['30000000.00', '191800.00'],
  ])('of %s yuan is %s yuan (domain.md 4.5)', (amount, whole) => {
    expect(courtFeeEstimate(fen(amount)).wholeFen).toBe(fen(whole));
  });

  it('halves for the simple procedure and is a third for a payment order, each rounded once', () => {
    expect(courtFeeEstimate(2_137_645)).toMatchObject({ halfFen: 16_721, thirdFen: 11_147 });
    expect(courtFeeEstimate(4_563_218)).toMatchObject({ halfFen: 47_040, thirdFen: 31_360 });
  });

  it('is 50 yuan for anything up to 10,000 yuan and goes on from there without a step', () => {
    expect(courtFeeEstimate(0).wholeFen).toBe(5_000);
    expect(courtFeeEstimate(1).wholeFen).toBe(5_000);
    expect(courtFeeEstimate(1_000_100).wholeFen).toBe(5_003);
  });

  it('stays exact at the largest amount and refuses what is none', () => {
    expect(courtFeeEstimate(999_999_999_999_999).wholeFen).toBe(5_000_004_180_000);
    expect(() => courtFeeEstimate(0.5)).toThrow(RangeError);
    expect(() => courtFeeEstimate(-1)).toThrow(RangeError);
  });

  it('is always worded as an estimate', () => {
    const { zh, en } = courtFeeWords(courtFeeEstimate(4_563_218));
    expect(zh).toContain('估算');
    expect(zh).toContain('940.80元');
    expect(zh).toContain('470.40元');
    expect(en).toContain('An estimate only');
  });
});
