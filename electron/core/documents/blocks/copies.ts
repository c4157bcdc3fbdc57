const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;

/** A count of copies in capital numerals, `叁`, `壹拾贰`; 1 to 99. Throws RangeError outside. */
export function capitalCount(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 99) throw new RangeError('copies are counted 1 to 99');
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return (tens > 0 ? `${DIGITS[tens] ?? ''}拾` : '') + (ones > 0 ? (DIGITS[ones] ?? '') : '');
}

/** Copies of an agreement: one a party and one for the committee (人民调解法 Art. 29), one more for the court that is to confirm it. */
export const copiesOf = (parties: number, forCourt: boolean): number => parties + 1 + (forCourt ? 1 : 0);

/** The fixed sentence of F12 about copies. */
export function copiesSentence(parties: number, forCourt: boolean): string {
  const count = capitalCount(copiesOf(parties, forCourt));
  const each = `本协议一式${count}份，当事人、人民调解委员会各持一份`;
  return forCourt ? `${each}，另一份由当事人共同申请司法确认时提交人民法院。` : `${each}。`;
}
