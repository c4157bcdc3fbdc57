import { describe, expect, it } from 'vitest';
import { cardNumberIn, claimedFigures } from '../../../../electron/core/domain/transfer/claimed-figures';

const CLAIMS_A = [
  '请求被申请人偿还信用卡透支本金18,600.00元、利息1,245.36元、违约金890.00元、分期手续费641.09元，合计21,376.45元（截至2024年4月10日）。',
  '请求约定还款计划。',
];
const CLAIMS_G = [
  '请求被申请人偿还信用卡透支本金38,900.00元、利息4,210.55元、违约金1,945.00元、分期手续费576.63元，合计45,632.18元（截至2024年4月30日）。',
];

describe('figures from the claims', () => {
  it('of case G are principal, interest, penalty and fees with their day', () => {
    expect(claimedFigures(CLAIMS_G, 4_563_218)).toEqual({
      principal: 3_890_000,
      interest: 421_055,
      penalty: 194_500,
      fees: 57_663,
      computedOn: '2024-04-30',
    });
  });

  it('of case A add up too, though a second claim names no sum', () => {
    expect(claimedFigures(CLAIMS_A, 2_137_645)).toEqual({
      principal: 1_860_000,
      interest: 124_536,
      penalty: 89_000,
      fees: 64_109,
      computedOn: '2024-04-10',
    });
  });

  it('are not proposed when they do not add up to the amount of the case, or the amount is not known', () => {
    expect(claimedFigures(CLAIMS_G, 4_563_219)).toBeNull();
    expect(claimedFigures(CLAIMS_G, undefined)).toBeNull();
  });

  it.each([
    ['a part without a name', '偿还本金100.00元、其他50.00元，合计150.00元', 15_000],
    ['a part named twice', '偿还本金100.00元、利息25.00元、利息25.00元', 15_000],
    ['no principal', '偿还利息150.00元', 15_000],
    ['an amount that cannot be read', '偿还本金1,00.00元', 10_000],
    ['no sum at all', '请求赔礼道歉', 0],
  ])('are not guessed from %s', (_, claim, amount) => {
    expect(claimedFigures([claim], amount)).toBeNull();
  });

  it('take an amount in capitals with its figures, and leave the day out where two are named', () => {
    const claim = '偿还本金人民币100.00元（￥100.00）（截至2024年4月30日，另截至2024年5月1日）';
    expect(claimedFigures([claim], 10_000)).toEqual({ principal: 10_000 });
  });
});

describe('the card number in the facts', () => {
  it('is taken when there is one with a right check digit', () => {
    expect(cardNumberIn('申领信用卡（卡号6299990000000001010）并激活使用')).toBe('6299990000000001010');
  });

  it('is not taken with a wrong check digit, or when two are named', () => {
    expect(cardNumberIn('卡号6299990000000001011')).toBeUndefined();
    expect(cardNumberIn('卡号6299990000000001010和卡号6299990000000004048')).toBeUndefined();
    expect(cardNumberIn('办卡并使用')).toBeUndefined();
  });
});
