import { parseCapitals } from '../money/capitals';
import { parseYuan, type Fen } from '../money/money';
import { clauseError, clauseWarning, type ClauseFinding } from './clause-finding';

/** What an amount does in its sentence. */
export type AmountRole = 'default' | 'waived' | 'confirmed' | 'instalment' | 'total' | 'owed' | 'other';

/** One amount found in a clause, in capitals, in figures or both. */
export interface AmountMention {
  readonly clause: number;
  /** Number of the sentence inside the clause, from 0. */
  readonly sentence: number;
  readonly role: AmountRole;
  /** The words between the amount before (or the start of the sentence) and this one. */
  readonly lead: string;
  /** The value, by the figures when both are there; null when it cannot be read. */
  readonly fen: Fen | null;
  readonly capitals: string | null;
  readonly figures: string | null;
}

const CAPITAL = '零壹贰叁肆伍陆柒捌玖拾佰仟万亿貳陸億萬元圆圓角分整正';
const CAPITALS = `[零壹贰叁肆伍陆柒捌玖貳陸拾][${CAPITAL}]*[元圆圓角分][角分整正零${CAPITAL}]*`;
const FIGURES = '\\d[\\d,，]*(?:[.．]\\d+)?';
const PATTERN = new RegExp(
  [
    `(?:人民币)?(?<c1>${CAPITALS})\\s*[（(]\\s*(?:小写[:：]?)?\\s*(?:人民币)?[￥¥]?\\s*(?<f1>[\\d,，.．]+)\\s*元?\\s*[）)]`,
    `(?:人民币)?[￥¥]?(?<f2>${FIGURES})\\s*(?<w2>[万亿]?)元?\\s*[（(]\\s*(?:大写[:：]?)?\\s*(?<c2>(?:人民币)?${CAPITALS})\\s*[）)]`,
    `(?:人民币)?(?<c3>${CAPITALS})`,
    `[￥¥]\\s*(?<f3>${FIGURES})`,
    `(?<f4>${FIGURES})\\s*(?<w4>[万亿]?)元`,
  ].join('|'),
  'gu',
);

/** Sentences of a clause: split at full stop and semicolon. */
export const sentencesOf = (clause: string): readonly string[] =>
  clause.split(/[。；;\n]/u).filter((text) => text.trim() !== '');

const PAY = '支付|赔偿|补偿|退还|返还|偿还|归还|给付|付给|付清|清偿|存入|转入|汇入|退回|退至|交付|另付|付款';

function roleOf(lead: string, before: string, after: string): AmountRole {
  if (/逾期(?!利息|罚息|本金)|迟延|未按期|未按约/u.test(before)) return 'default';
  if (/减免|免除|豁免|放弃|不再收取/u.test(lead) || /^[^，、]*(?:减免|免除|豁免|放弃)/u.test(after)) return 'waived';
  if (/第[\d〇一二三四五六七八九十]+期|每期/u.test(lead)) return 'instalment';
  if (/欠|其中|收取|损失|已(?:支付|偿还|付|还)/u.test(lead)) return 'confirmed';
  if (/合计|共计|总计|总额/u.test(lead)) return 'total';
  if (new RegExp(PAY, 'u').test(lead) || (/将$/u.test(lead) && new RegExp(`^[^，]*(?:${PAY})`, 'u').test(after)))
    return 'owed';
  return 'other';
}

function figuresValue(figures: string | undefined, scale: string | undefined): Fen | null {
  if (figures === undefined) return null;
  const parsed = parseYuan(figures);
  if (!parsed.ok) return null;
  const factor = scale === '万' ? 10_000 : scale === '亿' ? 100_000_000 : 1;
  return parsed.value * factor;
}

function capitalsValue(text: string | undefined): Fen | null {
  const parsed = text === undefined ? null : parseCapitals(text);
  return parsed?.ok === true ? parsed.value : null;
}

/** All amounts of a clause in order, each with its role. */
export function amountMentions(text: string, clause: number): readonly AmountMention[] {
  return sentencesOf(text).flatMap((body, sentence) => {
    let end = 0;
    return Array.from(body.matchAll(PATTERN), (match): AmountMention => {
      const groups = match.groups ?? {};
      const capitals = groups['c1'] ?? groups['c2'] ?? groups['c3'];
      const figures = groups['f1'] ?? groups['f2'] ?? groups['f3'] ?? groups['f4'];
      const lead = body.substring(end, match.index);
      const before = body.substring(0, match.index);
      end = match.index + match[0].length;
      const fen = figuresValue(figures, groups['w2'] ?? groups['w4']) ?? capitalsValue(capitals);
      const role = roleOf(lead, before, body.substring(end));
      return { clause, sentence, role, lead, fen, capitals: capitals ?? null, figures: figures ?? null };
    });
  });
}

/** Faults of writing: figures or capitals that cannot be read, or that differ; one of the two missing where money is due. */
export function lintAmount(mention: AmountMention): readonly ClauseFinding[] {
  const { clause, capitals, figures, role } = mention;
  const findings: ClauseFinding[] = [];
  if (figures !== null) {
    const parsed = parseYuan(figures);
    if (!parsed.ok)
      findings.push(clauseError(clause, 'figures-invalid', parsed.problem.zh, parsed.problem.en, { figures }));
  }
  if (capitals !== null) {
    const parsed = parseCapitals(capitals);
    if (!parsed.ok) {
      findings.push(
        clauseError(clause, 'capitals-invalid', parsed.problem.zh, parsed.problem.en, {
          capitals,
          ...parsed.problem.detail,
        }),
      );
    } else if (figures !== null && mention.fen !== null && mention.fen !== parsed.value) {
      findings.push(
        clauseError(
          clause,
          'capitals-differ',
          `大写“${capitals}”与小写“${figures}”不一致，请改正。`,
          `The capitals ${capitals} differ from the figures ${figures}; correct them.`,
          { capitals, figures },
        ),
      );
    }
  }
  if (role === 'owed' || role === 'instalment') {
    if (capitals === null)
      findings.push(
        clauseWarning(
          clause,
          'amount-without-capitals',
          `应付金额“${figures ?? ''}元”没有大写，请补写大写金额。`,
          'An amount that is due has no capitals; add them.',
          { figures: figures ?? '' },
        ),
      );
    if (figures === null)
      findings.push(
        clauseWarning(
          clause,
          'amount-without-figures',
          `应付金额“${capitals ?? ''}”没有小写，请补写数字金额。`,
          'An amount that is due has no figures; add them.',
          { capitals: capitals ?? '' },
        ),
      );
  }
  return findings;
}
