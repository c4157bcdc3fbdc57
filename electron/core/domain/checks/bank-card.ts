import { toHalfWidth } from './half-width';
import { bad, good, type Checked } from './problem';

/** What can be wrong with a bank card number. */
export type BankCardProblem = 'card-empty' | 'card-characters' | 'card-length' | 'card-check-digit';

/** Luhn sum of ISO/IEC 7812 modulo 10; 0 for a valid number. Digits only. */
const luhn = (digits: string): number =>
  Array.from(digits)
    .reverse()
    .reduce((sum, digit, at) => {
      const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
      return sum + (value > 9 ? value - 9 : value);
    }, 0) % 10;

/**
 * Checks a bank card number: 12–19 digits with a Luhn check digit (ISO/IEC 7812; domain.md 6.9); spaces and hyphens are
 * removed. For cards only: company accounts and passbooks（对公账户、存折） have no such digit and are not to be asked.
 */
export function checkBankCard(text: string): Checked<string, BankCardProblem> {
  const digits = toHalfWidth(text).replace(/[\s-]/gu, '');
  if (digits === '') return bad('card-empty', '请填写银行卡号。', 'Enter the card number.');
  if (!/^\d+$/u.test(digits))
    return bad('card-characters', '银行卡号只能是数字，请核对。', 'A card number has digits only; check it.');
  if (digits.length < 12 || digits.length > 19) {
    return bad(
      'card-length',
      `银行卡号应为12至19位，现为${digits.length}位，请核对。`,
      `A card number has 12 to 19 digits, not ${digits.length}; check it.`,
    );
  }
  if (luhn(digits) !== 0 || /^0+$/u.test(digits)) {
    return bad(
      'card-check-digit',
      '银行卡号校验不符，有输错的数字，请对照卡面核对；对公账户请改选账户种类。',
      'The check digit does not fit; compare with the card. For a company account choose that kind.',
    );
  }
  return good(digits);
}

/** `6299***********1010`: first 4 and last 4 of an account of 12 or more signs; of a shorter one only the last 2. */
export function maskAccount(text: string): string {
  const account = text.replace(/[\s-]/gu, '');
  const keep =
    account.length >= 12 ? { head: 4, tail: 4 } : { head: 0, tail: Math.min(2, Math.floor(account.length / 2)) };
  const hidden = '*'.repeat(account.length - keep.head - keep.tail);
  return account.substring(0, keep.head) + hidden + account.substring(account.length - keep.tail);
}
