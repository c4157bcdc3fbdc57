import { sentencesOf, type AmountMention } from './clause-amounts';
import { clauseWarning, type ClauseFinding } from './clause-finding';

const NUMBER = '(?:\\d+|[一二三四五六七八九十百]+)';
const DEADLINE = new RegExp(
  `年[\\d一二三四五六七八九十]+月[\\d一二三四五六七八九十]+日|${NUMBER}个?(?:工作日|日|天|月)(?:之)?内|个月(?:之)?内|当日(?!，|）)|当场|当庭|即时|每月|之日起`,
  'u',
);

/** Whether a text names a day or a countable period. */
export const hasDeadline = (text: string): boolean => DEADLINE.test(text);

const PAYEE =
  /账户|账号|卡号|\d{12,}|现金|向[^，。；￥\d]{1,30}?(?:支付|给付|偿还|返还|退还|赔偿|补偿|清偿|交付|归还)|(?:支付|给付|偿还|返还|退还|赔偿|补偿|付给|归还)(?:给)?(?!人民币|违约|利息|本金|罚息|手续|费|款|全部|剩余|上述|欠|赔偿|补偿|剩|金)[\p{Script=Han}·]{2,}?(?=人民币|[￥¥\d]|违约|利息|本金|手续|费|款|损失|赔偿|补偿)/u;

/** Whether a text says who or which account receives the money. */
export const namesPayee = (text: string): boolean => PAYEE.test(text);

/**
 * Money that is owed needs a due date and a payee. A plan that covers the amount gives the date, and then the payee or
 * account may stand in any clause (domain.md 2.3).
 */
export function lintMoneyTerms(
  clauses: readonly string[],
  mention: AmountMention,
  covered: boolean,
): readonly ClauseFinding[] {
  if (mention.role !== 'owed' && mention.role !== 'instalment') return [];
  const own = clauses[mention.clause] ?? '';
  const whole = covered ? clauses.join('\n') : own;
  const findings: ClauseFinding[] = [];
  if (!covered && !hasDeadline(own)) {
    findings.push(
      clauseWarning(
        mention.clause,
        'money-without-due-date',
        '该付款条款没有履行期限，请写明具体日期或填写还款计划。',
        'This payment has no due date; name the day or fill in the plan.',
      ),
    );
  }
  if (!namesPayee(whole)) {
    findings.push(
      clauseWarning(
        mention.clause,
        'money-without-payee',
        '该付款条款没有写明收款人或收款账户，请补充。',
        'This payment names no payee or account; add it.',
      ),
    );
  }
  return findings;
}

const ACT = /出具|办理|办结|送达|更正|致歉|道歉|交付|删除|恢复|注销|解除/u;

/** An act that is promised needs a deadline; sentences about default are not promises. */
export const lintActs = (text: string, clause: number): readonly ClauseFinding[] =>
  sentencesOf(text)
    .filter(
      (sentence) =>
        ACT.test(sentence) && !/逾期|[未不][^，]{0,12}的|不再|不得/u.test(sentence) && !hasDeadline(sentence),
    )
    .map(() =>
      clauseWarning(
        clause,
        'act-without-deadline',
        '该条款要求办理的事项没有完成期限，请写明具体日期。',
        'The act in this clause has no deadline; name the day.',
      ),
    );
