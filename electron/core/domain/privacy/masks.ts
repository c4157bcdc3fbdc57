import { checkPhone, maskPhone } from '../checks/phone';
import type { DocumentType } from '../case/vocabulary';

/**
 * How numbers of people are shown while nobody asked for them whole（脱敏显示, domain.md 2.4）.
 * Promises: what is left readable is at most what each function says; the same value always gives the same mask; letters
 * and characters that are no part of a number stay as they are; a value that is not masked holds no asterisk of ours.
 * Does not promise: that two values have two masks. Proved by test/unit/domain/privacy/masks.test.ts.
 */

const MASK = '*';
const RESIDENT = /^\d{17}[\dXx]$/u;

/** True where a text holds a mask, or what looks like one: no number has an asterisk. */
export const holdsMask = (text: string): boolean => /[*＊]/u.test(text);

/** All signs but the first `head` and the last `tail`; a text that would be left readable keeps only its last sign, a single sign nothing. */
function hide(text: string, head: number, tail: number): string {
  const signs = Array.from(text);
  const short = signs.length < 2 * (head + tail);
  const [first, last] = short ? [0, Math.min(1, signs.length - 1)] : [head, tail];
  return signs.map((sign, at) => (at < first || at >= signs.length - last ? sign : MASK)).join('');
}

/**
 * `999999********0019`: the region and the last 4 of a resident identity number（公民身份号码）; of any other paper, and of a
 * number that is not as it should be, the last 2. A credit code（统一社会信用代码）is public and stays.
 */
export function maskDocument(type: DocumentType, number: string): string {
  if (type === 'credit-code') return number;
  if (type === 'resident-id' && RESIDENT.test(number))
    return `${number.slice(0, 6)}${MASK.repeat(8)}${number.slice(-4)}`;
  return hide(number, 0, 2);
}

/**
 * `138****0001`; of a fixed line the area code and the last 4; service numbers（400、95…）are public. A text that is no
 * telephone number keeps its last sign.
 */
export function maskTelephone(text: string): string {
  const known = checkPhone(text);
  if (!known.ok) return hide(text, 0, Number.MAX_SAFE_INTEGER);
  const mask = maskPhone(known.value);
  return mask === known.value ? text : mask;
}

/** Figures and letters with what people put between groups of them; the name of a bank in characters is no part. */
const ACCOUNT = /[\p{Nd}\p{Script=Latin}_@*＊][\p{Nd}\p{Script=Latin}_@.*＊ -]*/gu;
const SIGN = /[\p{Nd}\p{Script=Latin}_@.*＊]/u;

/** The last 4 signs of a bank account, card or payment account（账户）; of one with fewer than 8 signs the last one. */
export const maskAccountText = (text: string): string =>
  text.replaceAll(ACCOUNT, (run) => {
    const signs = Array.from(run).filter((sign) => SIGN.test(sign)).length;
    const left = signs >= 8 ? 4 : Math.min(1, signs - 1);
    let at = 0;
    return Array.from(run)
      .map((sign) => (SIGN.test(sign) && (at += 1) <= signs - left ? MASK : sign))
      .join('');
  });
