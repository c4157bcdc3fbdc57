import type { CaseState } from '../../domain/case/case-state';
import { effectOf } from '../../domain/case/effect';
import type { EndingReason } from '../../domain/case/vocabulary';
import { formatChinese } from '../../domain/time/chinese-date';

/**
 * Why a mediation ended, as the parties are told. Suspicions are not spelled out to them: they stand in the report to the
 * court (F21b).
 */
const REASON_WORDS: Readonly<Record<EndingReason, string>> = {
  settled: '',
  withdrawn: '申请人撤回调解申请',
  refused: '一方当事人明确表示不接受调解',
  'period-over': '调解期限届满，当事人未能达成调解协议',
  'too-far-apart': '双方分歧较大，难以达成调解协议',
  'bad-faith': '本案不宜继续调解',
  'concealment-or-delay': '本案不宜继续调解',
  'respondent-unreachable': '通过现有联系方式无法与被申请人取得联系',
  'refused-to-sign': '一方当事人不同意签署调解协议',
  other: '当事人未能达成调解协议',
};

/** The reason of an ending without agreement as a clause without its full stop; empty for a settled case. */
export const endingWords = (reason: EndingReason): string => REASON_WORDS[reason];

/** 处理结果 in one sentence: the agreement with its number and day of effect, or the ending and its reason; empty while open. */
export function outcomeSentence(state: CaseState): string {
  const { agreement, ending } = state;
  if (ending !== undefined && ending.reason !== 'settled')
    return `调解不成：${endingWords(ending.reason)}，${formatChinese(ending.on)}终止调解。`;
  if (agreement === undefined || agreement.clauses.length === 0) return '';
  const effectiveOn = effectOf(state)?.effectiveOn ?? null;
  const on = agreement.agreedOn === undefined ? '' : `于${formatChinese(agreement.agreedOn)}`;
  const kind = agreement.form === 'oral' ? '口头调解协议' : '调解协议';
  const number = state.number === undefined ? '' : `（编号：${state.number.text}）`;
  return `调解成功：双方${on}达成${kind}${number}${effectiveOn === null ? '' : `，自${formatChinese(effectiveOn)}起生效`}。`;
}
