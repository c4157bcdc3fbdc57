import type { CalendarDate } from '../time/calendar-date';
import { formatChinese } from '../time/chinese-date';
import { capitals } from './capitals';
import { formatYuan, type Fen } from './money';

/**
 * What a ready clause（常用条款）is made from; what is missing becomes a blank for the pen. Amounts in fen, dates are calendar
 * dates in Asia/Shanghai.
 */
export type ReadyClause =
  | {
      readonly kind: 'confirm-debt';
      readonly asOf?: CalendarDate | undefined;
      readonly debtFen?: Fen | undefined;
      /** How the debt is made up, as typed: 本金…、利息…. */
      readonly detail: string;
    }
  | {
      readonly kind: 'reduction';
      readonly waivedFen?: Fen | undefined;
      readonly what: string;
      readonly remainingFen?: Fen | undefined;
    }
  | { readonly kind: 'acceleration'; readonly days: string }
  | { readonly kind: 'joint-confirmation'; readonly court: string };

const money = (fen: Fen | undefined): string =>
  fen === undefined ? '人民币＿＿元（￥＿＿）' : `${capitals(fen)}（￥${formatYuan(fen)}）`;

/** A typed text, or a blank. */
const or = (text: string, blank: string): string => (text.trim() === '' ? blank : text.trim());

/**
 * The sentence of a ready clause, with every amount in figures and capitals from one value (wording after domain.md 7.2; the
 * thirty days of a joint application: 人民调解法 Art. 33).
 */
export function readyClause(clause: ReadyClause): string {
  switch (clause.kind) {
    case 'confirm-debt': {
      const on = clause.asOf === undefined ? '＿＿年＿＿月＿＿日' : formatChinese(clause.asOf);
      const detail = clause.detail.trim() === '' ? '' : `其中${clause.detail.trim()}，`;
      return `双方确认，截至${on}被申请人欠款共计${money(clause.debtFen)}，${detail}币种均为人民币。`;
    }
    case 'reduction': {
      const what = clause.what.trim() === '' ? '' : `${clause.what.trim()}，合计减免`;
      return `申请人减免${what}${money(clause.waivedFen)}；被申请人应偿还${money(clause.remainingFen)}。`;
    }
    case 'acceleration':
      return `被申请人任一期逾期超过${or(clause.days, '＿＿')}日的，申请人有权要求其一次性清偿全部未还款项。`;
    case 'joint-confirmation':
      return `双方自本协议生效之日起三十日内共同向${or(clause.court, '＿＿人民法院')}申请司法确认。`;
  }
}
