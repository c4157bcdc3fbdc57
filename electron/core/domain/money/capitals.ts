import { bad, good, type Checked } from '../checks/problem';
import { assertFen, MAX_FEN, type Fen } from './money';

/**
 * Amounts in Chinese capitals（中文大写金额） by 支付结算办法 附一 (银发〔1997〕393号; domain.md 6.6). Writing is
 * deterministic: a 零 that the rule leaves open is not written, except where a whole group of four digits is skipped
 * (壹亿零壹仟元), because 壹亿壹仟元 is easily read as 1.1 亿. Reading accepts every form the rule allows.
 */

/** What can be wrong with an amount in capitals. */
export type CapitalsProblem = 'capitals-unreadable' | 'capitals-zheng' | 'capitals-form' | 'capitals-too-large';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'] as const;

/** `optional` marks a 零 that may be written or left out; `write` says whether the writer puts it. */
type Token = string | { readonly optional: true; readonly write: boolean };

function groupTokens(value: number): Token[] {
  const tokens: Token[] = [];
  let skipped = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      skipped = tokens.length > 0;
      continue;
    }
    if (skipped) tokens.push('零');
    skipped = false;
    tokens.push(DIGITS.charAt(digit) + (PLACES[place] ?? ''));
  }
  return tokens;
}

/** Joins two neighbouring groups: below a thousand 零 is a must, else open if the group before ends in 0. */
function joint(before: number, group: number, groupSkipped: boolean): Token[] {
  if (group < 1000) return ['零'];
  if (groupSkipped) return [{ optional: true, write: true }];
  return before % 10 === 0 ? [{ optional: true, write: false }] : [];
}

function integerTokens(yuan: number): Token[] {
  const groups = [
    yuan % 10_000,
    Math.floor(yuan / 1e4) % 10_000,
    Math.floor(yuan / 1e8) % 10_000,
    Math.floor(yuan / 1e12),
  ];
  const tokens: Token[] = [];
  let before: { readonly value: number; readonly at: number } | undefined;
  for (let at = 3; at >= 0; at -= 1) {
    const value = groups[at] ?? 0;
    if (value > 0) {
      if (before !== undefined) tokens.push(...joint(before.value, value, before.at > at + 1));
      tokens.push(...groupTokens(value));
      before = { value, at };
    }
    if (at === 3 && value > 0) tokens.push('万');
    if (at === 2 && before !== undefined) tokens.push('亿');
    if (at === 1 && value > 0) tokens.push('万');
  }
  return tokens;
}

function amountTokens(fen: Fen): Token[] {
  const [yuan, jiao, cent] = [Math.floor(fen / 100), Math.floor(fen / 10) % 10, fen % 10];
  if (fen === 0) return ['零', '元'];
  const tokens: Token[] = yuan > 0 ? [...integerTokens(yuan), '元'] : [];
  if (yuan > 0 && jiao === 0 && cent > 0) tokens.push('零');
  if (yuan > 0 && yuan % 10 === 0 && jiao > 0) tokens.push({ optional: true, write: false });
  if (jiao > 0) tokens.push(`${DIGITS.charAt(jiao)}角`);
  if (cent > 0) tokens.push(`${DIGITS.charAt(cent)}分`);
  return tokens;
}

/** `人民币贰万壹仟叁佰柒拾陆元肆角伍分`; whole yuan end in 整, after 角 none is written. Throws RangeError when it is no amount. */
export function capitals(fen: Fen): string {
  assertFen(fen);
  const words = amountTokens(fen).map((token) => (typeof token === 'string' ? token : token.write ? '零' : ''));
  return `人民币${words.join('')}${fen % 100 === 0 ? '整' : ''}`;
}

const SIGNS: Readonly<Record<string, string>> = {
  圆: '元',
  圓: '元',
  貳: '贰',
  陸: '陆',
  億: '亿',
  萬: '万',
  正: '整',
};

function evaluateGroup(text: string): number {
  let [sum, digit] = [0, 0];
  for (const sign of text) {
    const value = DIGITS.indexOf(sign);
    const place = (PLACES as readonly string[]).indexOf(sign);
    if (value >= 0) digit = value;
    else if (place > 0) [sum, digit] = [sum + (digit === 0 ? 1 : digit) * 10 ** place, 0];
    else return Number.NaN;
  }
  return sum + digit;
}

function evaluateInteger(text: string): number {
  for (const [sign, scale] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    const at = text.lastIndexOf(sign);
    if (at >= 0) return evaluateInteger(text.substring(0, at)) * scale + evaluateInteger(text.substring(at + 1));
  }
  return evaluateGroup(text);
}

/** A first reading without regard to form; NaN when the text is no amount at all. */
function evaluate(text: string): number {
  const match = /^(?:([^元角分整]+)元)?(?:零?([壹贰叁肆伍陆柒捌玖])角)?(?:零?([壹贰叁肆伍陆柒捌玖])分)?整?$/u.exec(
    text,
  );
  if (match === null || text === '' || text === '整') return Number.NaN;
  const [yuan, jiao, cent] = [match[1] ?? '', match[2] ?? '零', match[3] ?? '零'];
  return evaluateInteger(yuan) * 100 + DIGITS.indexOf(jiao) * 10 + DIGITS.indexOf(cent);
}

/**
 * Reads capitals with or without 人民币, 圆 or 圓 for 元, 正 for 整, traditional forms (貳陸億萬, 附一 accepts them) and with
 * or without each optional 零. `detail.expected` is the right form when the value could be read.
 */
export function parseCapitals(text: string): Checked<Fen, CapitalsProblem> {
  const plain = text
    .trim()
    .replace(/^人民币/u, '')
    .replace(/[圆圓貳陸億萬正]/gu, (sign) => SIGNS[sign] ?? sign);
  const value = evaluate(plain);
  if (Number.isNaN(value)) {
    return bad(
      'capitals-unreadable',
      `“${text}”不是大写金额，请核对。`,
      `"${text}" is not an amount in capitals; check it.`,
    );
  }
  if (value > MAX_FEN)
    return bad('capitals-too-large', '大写金额超过上限，请核对。', 'The amount in capitals is too large; check it.');
  const expected = capitals(value);
  const detail = { expected };
  const tail = value % 100 === 0 ? '整' : value % 10 === 0 ? '整?' : '';
  const body = amountTokens(value).map((token) => (typeof token === 'string' ? token : '零?'));
  if (new RegExp(`^${body.join('')}${tail}$`, 'u').test(plain)) return good(value);
  if (new RegExp(`^${body.join('')}整?$`, 'u').test(plain)) {
    return bad(
      'capitals-zheng',
      `大写金额到“元”为止必须写“整”，到“分”为止不写：应为“${expected}”。`,
      `整 is a must after 元 and wrong after 分; write ${expected}.`,
      detail,
    );
  }
  return bad(
    'capitals-form',
    `大写金额“${text}”写法不规范，应为“${expected}”。`,
    `The capitals "${text}" are not in the prescribed form; write ${expected}.`,
    detail,
  );
}
