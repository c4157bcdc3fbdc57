import { dateInWords } from '../../shared/format';

/**
 * Ready clauses（常用条款） in the language of the document, which is Chinese whatever the interface speaks. Amounts stand
 * in figures and capitals; both come from the same typed amount. Wording follows domain.md 7.2.
 */

/** An amount as the program read it. */
export interface ReadAmount {
  readonly formatted: string;
  readonly capitals: string;
}

const money = (amount: ReadAmount | null): string =>
  amount === null ? '人民币＿＿元（￥＿＿）' : `${amount.capitals}（￥${amount.formatted}）`;

/** 确认欠款. `asOf` is a calendar date. */
export const confirmDebt = (asOf: string | undefined, debt: ReadAmount | null, detail: string): string =>
  `双方确认，截至${asOf === undefined ? '＿＿年＿＿月＿＿日' : dateInWords(asOf)}被申请人欠款共计${money(debt)}，` +
  `${detail.trim() === '' ? '' : `其中${detail.trim()}，`}币种均为人民币。`;

/** 减免. */
export const reduction = (waived: ReadAmount | null, what: string, remaining: ReadAmount | null): string =>
  `申请人减免${what.trim() === '' ? '' : `${what.trim()}，合计减免`}${money(waived)}；被申请人应偿还${money(remaining)}。`;

/** 加速到期. */
export const acceleration = (days: string): string =>
  `被申请人任一期逾期超过${days.trim() === '' ? '＿＿' : days.trim()}日的，申请人有权要求其一次性清偿全部未还款项。`;

/** 申请司法确认. */
export const jointConfirmation = (court: string): string =>
  `双方自本协议生效之日起三十日内共同向${court.trim() === '' ? '＿＿人民法院' : court.trim()}申请司法确认。`;
