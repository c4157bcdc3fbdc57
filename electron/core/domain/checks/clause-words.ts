import { daysInMonth } from '../time/calendar-date';
import { parseChineseDate, readSmallNumber } from '../time/chinese-date';
import { checkBankCard } from './bank-card';
import { sentencesOf } from './clause-amounts';
import { clauseError, clauseWarning, type ClauseFinding } from './clause-finding';
import { hasDeadline } from './clause-terms';

/** Harmless uses of the words: titles of laws, 适当性 of wealth products, conditions such as 未及时. */
const HARMLESS = /《[^》]*》|适当性|[未不](?:能)?及时|协商解决不成/gu;

/** Vague words make the content unclear, a ground to dismiss confirmation (民事诉讼法解释 358). A date cures words of time. */
export function lintVagueWords(text: string, clause: number): readonly ClauseFinding[] {
  return sentencesOf(text).flatMap((sentence) =>
    Array.from(sentence.replace(HARMLESS, '').matchAll(/尽快|及时|近期|适当|若干|协商解决/gu), ([word]) => word)
      .filter((word) => !/尽快|及时|近期/u.test(word) || !hasDeadline(sentence))
      .map((word) =>
        clauseError(
          clause,
          'vague-word',
          `“${word}”不明确，请写明具体日期、数额或做法。`,
          `"${word}" is vague; name the day, the amount or the act.`,
          { word },
        ),
      ),
  );
}

const DAY = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const NOTE = '(?:[（(][^）)]*[）)])?';
const BEFORE = new RegExp(`月${DAY}日(${NOTE})(?:之前|以前|前)(?![往述期款来])(${NOTE})`, 'gu');

/** “×月×日前” without （含当日） or （不含当日）: whether the day itself counts is disputed (domain.md 2.3). */
export const lintBefore = (text: string, clause: number): readonly ClauseFinding[] =>
  Array.from(text.matchAll(BEFORE))
    .filter((match) => !/含(?:当|本|该)[日天]/u.test(`${match[1] ?? ''}${match[2] ?? ''}`))
    .map((match) =>
      clauseWarning(
        clause,
        'before-unclear',
        `“${match[0]}”是否包括当日不明确，请写“（含当日）”或“（不含当日）”。`,
        `"${match[0]}" does not say whether the day counts; add （含当日） or （不含当日）.`,
        { text: match[0] },
      ),
    );

const NUMERAL = '[\\d〇零一二三四五六七八九十]';
const FULL_DATE = new RegExp(`(${NUMERAL}{4})年(${NUMERAL}{1,3})月(${NUMERAL}{1,3})日`, 'gu');
const SHORT_DATE = new RegExp(`(?<![年${NUMERAL.slice(1, -1)}])(${NUMERAL}{1,3})月(${NUMERAL}{1,3})日`, 'gu');

function shortDateExists(month: string, day: string): boolean {
  const [m, d] = [readSmallNumber(month), readSmallNumber(day)];
  return m >= 1 && m <= 12 && d >= 1 && d <= daysInMonth(2000, m);
}

/** Days that do not exist, with or without a year (29 February passes without one). */
export function lintDates(text: string, clause: number): readonly ClauseFinding[] {
  const full = Array.from(text.matchAll(FULL_DATE)).filter(([date]) => !parseChineseDate(date).ok);
  const short = Array.from(text.matchAll(SHORT_DATE)).filter(
    (match) => !shortDateExists(match[1] ?? '', match[2] ?? ''),
  );
  return [...full, ...short].map(([date]) =>
    clauseError(
      clause,
      'date-missing',
      `日历上没有“${date}”这一天，请改正。`,
      `There is no such day as "${date}"; correct it.`,
      { date },
    ),
  );
}

const THING = '房屋|房产|住房|商品房|不动产|宅基地|土地|车位|车辆|汽车|轿车|机动车|专利|商标|著作权';
const OWNERSHIP = new RegExp(
  `(?:${THING})[^。；]{0,40}(?:归|属于|属)[^。；，]{0,30}所有|(?:${THING})[^。；，]{0,20}所有权(?:归|属)|确认[^。；]{0,40}(?:${THING})[^。；，]{0,10}所有权`,
  'u',
);

/** Title to real or intellectual property, or a car, cannot be confirmed (民事诉讼法解释 355). */
export const lintOwnership = (text: string, clause: number): readonly ClauseFinding[] =>
  OWNERSHIP.test(text)
    ? [
        clauseError(
          clause,
          'ownership-confirmed',
          '条款确认房屋、车辆等的所有权，法院不予司法确认，请改为交付、过户等行为。',
          'The clause confirms title to a house, car or the like, which a court will not confirm; agree on an act instead.',
        ),
      ]
    : [];

const PER_YEAR = [
  { pattern: /(?:年利率|年化利率|年化|年息)(?:为|按)?(\d+(?:\.\d+)?)%/gu, micro: 10_000, periods: 1 },
  { pattern: /(?:月利率|月息|每月)(?:为|按)?(\d+(?:\.\d+)?)%/gu, micro: 10_000, periods: 12 },
  { pattern: /(?:日利率|日息|每日)(?:为|按)?(\d+(?:\.\d+)?)%/gu, micro: 10_000, periods: 365 },
  { pattern: /(?:日利率|日息|每日)(?:为|按)?(\d+(?:\.\d+)?)‰/gu, micro: 1000, periods: 365 },
  { pattern: /(?:日利率|日息|每日)(?:为|按)?千分之([\d.]+|[一二三四五六七八九十]+)/gu, micro: 1000, periods: 365 },
  { pattern: /(?:日利率|日息|每日)(?:为|按)?万分之([\d.]+|[一二三四五六七八九十]+)/gu, micro: 100, periods: 365 },
] as const;

/** A rate above the cap (millionths a year): a warning that names the rule, never a block (domain.md 6.8). */
export function lintRates(text: string, clause: number, capMicro: number): readonly ClauseFinding[] {
  return PER_YEAR.flatMap(({ pattern, micro, periods }) =>
    Array.from(text.matchAll(pattern))
      .filter((match) => {
        const figure = match[1] ?? '';
        const value = /^[\d.]+$/u.test(figure) ? Number(figure) : readSmallNumber(figure);
        return Math.round(value * micro * periods) > capMicro;
      })
      .map(([rate]) =>
        clauseWarning(
          clause,
          'rate-above-cap',
          `“${rate}”折合年利率超过${capMicro / 10_000}%，法院可能不予支持超出部分，请核对。`,
          `"${rate}" is above ${capMicro / 10_000} % a year; a court may cut the excess. Check it.`,
          { rate },
        ),
      ),
  );
}

/** Card numbers beginning with 62 whose check digit does not fit (company accounts have none and are not asked). */
export const lintCards = (text: string, clause: number): readonly ClauseFinding[] =>
  Array.from(text.matchAll(/(?<!\d)62\d{14,17}(?!\d)/gu))
    .filter(([number]) => !checkBankCard(number).ok)
    .map(([number]) =>
      clauseError(
        clause,
        'card-number-wrong',
        `银行卡号${number}校验不符，请对照卡面核对。`,
        'The card number fails its check digit; compare with the card.',
        { number },
      ),
    );

const BOUNDARY_DATE =
  /(首期|第一期|第1期|末期|最后一期)(?:还款日|付款日|支付日|款项)?(?:为|于|是|：)?(\d{4}年\d{1,2}月\d{1,2}日)/gu;

/** “首期还款日为…” and “末期为…” against the first and last due day of the plan. */
export function lintDueDates(
  text: string,
  clause: number,
  payments: readonly { readonly dueOn: string }[],
): readonly ClauseFinding[] {
  const [first, last] = [payments.at(0), payments.at(-1)];
  if (first === undefined || last === undefined) return [];
  return Array.from(text.matchAll(BOUNDARY_DATE)).flatMap((match) => {
    const date = parseChineseDate(match[2] ?? '');
    const dueOn = /末|最后/u.test(match[1] ?? '') ? last.dueOn : first.dueOn;
    if (!date.ok || date.value === dueOn) return [];
    return [
      clauseError(
        clause,
        'due-date-differs',
        `“${match[0]}”与还款计划的${dueOn}不一致，请改正。`,
        `"${match[0]}" differs from ${dueOn} in the plan; correct one of them.`,
        { expected: dueOn },
      ),
    ];
  });
}
