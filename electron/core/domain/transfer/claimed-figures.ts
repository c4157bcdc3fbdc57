import { parseYuan, type Fen } from '../money/money';
import { checkBankCard } from '../checks/bank-card';
import type { CalendarDate } from '../time/calendar-date';
import { parseChineseDate } from '../time/chinese-date';

/** What a claim for money is made of（本金、利息、罚息、复利、滞纳金、违约金、手续费）. */
export const FIGURE_KINDS = [
  'principal',
  'interest',
  'penaltyInterest',
  'compoundInterest',
  'lateFee',
  'penalty',
  'fees',
] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

/** Figures in fen as they stand in the claims, and the day they were calculated to. */
export type ClaimedFigures = { readonly [K in FigureKind]?: Fen } & { readonly computedOn?: CalendarDate };

/** Words that name a part, longest first: 手续费 also ends 分期手续费. */
const NAMES: readonly (readonly [word: string, kind: FigureKind])[] = [
  ['本金', 'principal'],
  ['罚息', 'penaltyInterest'],
  ['复利', 'compoundInterest'],
  ['利息', 'interest'],
  ['滞纳金', 'lateFee'],
  ['违约金', 'penalty'],
  ['手续费', 'fees'],
];
/** A number with the words before it; an amount only with its sign or unit: `透支本金38,900.00元`, `（￥45,632.18）`. */
const NUMBER = /(\p{Script=Han}*)[（(：:]*([￥¥]?)([0-9][0-9,]*(?:\.[0-9]+)?)(元?)/gu;
const AS_OF = /截[至止]([0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)/gu;

/** The day in the text, when there is one and one only. */
function dayIn(text: string): CalendarDate | undefined {
  const days = new Set(Array.from(text.matchAll(AS_OF), (match) => match[1] ?? ''));
  const [only, ...others] = days;
  const read = only !== undefined && others.length === 0 ? parseChineseDate(only) : undefined;
  return read?.ok === true ? read.value : undefined;
}

/**
 * The parts of the claimed sum as the claims name them（诉讼请求中的金额）, as a proposal for the element complaint: each part
 * once, in yuan, and together exactly `amountFen` (fen). Null when anything does not add up, a part has no name or is
 * named twice: then nothing is proposed. Amounts that repeat the sum are let pass (domain.md 4.5).
 */
export function claimedFigures(claims: readonly string[], amountFen: Fen | undefined): ClaimedFigures | null {
  if (amountFen === undefined) return null;
  const text = claims.join('\n');
  const found = new Map<FigureKind, Fen>();
  for (const [, before = '', sign, figures = '', unit] of text.matchAll(NUMBER)) {
    if (sign === '' && unit === '') continue;
    const read = parseYuan(figures);
    if (!read.ok) return null;
    const words = before.replace(/人民币$/u, '');
    const kind = NAMES.find(([word]) => words.endsWith(word))?.[1];
    if (kind === undefined) {
      if (read.value !== amountFen) return null;
      continue;
    }
    if (found.has(kind)) return null;
    found.set(kind, read.value);
  }
  const sum = [...found.values()].reduce((total, fen) => total + fen, 0);
  if (!found.has('principal') || sum !== amountFen) return null;
  const computedOn = dayIn(text);
  return { ...Object.fromEntries(found), ...(computedOn === undefined ? {} : { computedOn }) };
}

/** The one card number that stands in the facts after 卡号 and has a right check digit (domain.md 6.9), else undefined. */
export function cardNumberIn(facts: string): string | undefined {
  const numbers = new Set(Array.from(facts.matchAll(/卡号[:：为]?\s*([0-9]{12,19})/gu), (m) => m[1] ?? ''));
  const [only, ...others] = numbers;
  return only !== undefined && others.length === 0 && checkBankCard(only).ok ? only : undefined;
}
