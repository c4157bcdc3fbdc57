const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;

/** A count of copies in capital numerals, `叁`, `壹拾贰`; 1 to 99. Throws RangeError outside. */
export function capitalCount(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 99) throw new RangeError('copies are counted 1 to 99');
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return (tens > 0 ? `${DIGITS[tens] ?? ''}拾` : '') + (ones > 0 ? (DIGITS[ones] ?? '') : '');
}

/** The fixed sentence of F12 about its copies; how many is the domain's rule (copiesOf). */
export function copiesSentence(copies: number, forCourt: boolean): string {
  const each = `本协议一式${capitalCount(copies)}份，当事人、人民调解委员会各持一份`;
  return forCourt ? `${each}，另一份由当事人共同申请司法确认时提交人民法院。` : `${each}。`;
}
