import type { CaseState } from '../../domain/case/case-state';
import { effectOf } from '../../domain/case/effect';
import { WHOLE_CASE } from '../../domain/forms/form-ids';
import { paperData } from '../../domain/forms/paper-fields';
import type { Organisation } from '../../domain/organisation/organisation';
import { shanghaiDateOf } from '../../domain/time/calendar-date';
import { formatChinese } from '../../domain/time/chinese-date';
import { caseLine } from '../blocks/case-line';
import { outcomeSentence } from './ending-words';

/** 主送法院: as typed for the letter, the court of the case, of the confirmation, or of the committee; empty when none is known. */
export function courtOf(state: CaseState, organisation: Organisation): string {
  const typed = paperData(state.papers, 'F27', WHOLE_CASE).court;
  const known = [typed, state.court, state.agreement?.confirmation?.court, organisation.court?.name];
  return known.find((name) => (name?.trim() ?? '') !== '')?.trim() ?? '';
}

/** 联系人及电话: as typed, else the leading mediator and the committee's telephone. */
export function contactOf(state: CaseState, organisation: Organisation): string {
  const typed = paperData(state.papers, 'F27', WHOLE_CASE).contact?.trim() ?? '';
  const known = [state.mediators[0], organisation.phone].filter((text) => text !== undefined);
  return typed === '' ? known.join('，') : typed;
}

/** True when the case goes to the court without an agreement; else it goes for judicial confirmation. */
export const failed = ({ ending }: CaseState): boolean => ending !== undefined && ending.reason !== 'settled';

const days = (state: CaseState): string =>
  [...new Set(state.sessions.map((session) => formatChinese(shanghaiDateOf(session.startedAt))))].join('、');

/** 案件名称, with the number that the court gave it. */
export function caseSentence(state: CaseState): string {
  const asked =
    state.source === 'court-delegation'
      ? '贵院委派本委员会调解的'
      : state.source === 'court-entrustment'
        ? '贵院委托本委员会调解的'
        : '本委员会调解的';
  const number = state.courtNumber === undefined ? '' : `（案号：${state.courtNumber}）`;
  const line = caseLine(state);
  return `${asked}${line === '' ? '有关纠纷' : line}一案${number}，现将调解情况和材料移送贵院，请予接收。`;
}

/** 调解过程: receipt, sessions, and the day on which it ended or took effect. */
export function courseSentence(state: CaseState): string {
  const effectiveOn = effectOf(state)?.effectiveOn ?? null;
  const parts = [
    state.receivedAt === undefined ? '' : `${formatChinese(shanghaiDateOf(state.receivedAt))}接收材料`,
    state.sessions.length === 0 ? '' : `${days(state)}组织调解，共${state.sessions.length}次`,
    failed(state) && state.ending ? `${formatChinese(state.ending.on)}终止调解` : '',
    !failed(state) && effectiveOn !== null ? `${formatChinese(effectiveOn)}调解协议生效` : '',
  ].filter((part) => part !== '');
  return `调解过程：${parts.join('；')}。`;
}

/** 结果, and why the material goes to the court (特邀调解规定 Arts. 19, 21; 民事诉讼法 Art. 205). */
export function resultSentence(state: CaseState): string {
  const outcome = `调解结果：${outcomeSentence(state)}`;
  if (!failed(state))
    return `${outcome}双方当事人依照《中华人民共和国民事诉讼法》第二百零五条，共同申请贵院确认该调解协议的效力。`;
  if (state.source === 'court-delegation')
    return `${outcome}依照《最高人民法院关于人民法院特邀调解的规定》第二十一条，将起诉状等材料移送贵院。`;
  if (state.source === 'court-entrustment')
    return `${outcome}依照《最高人民法院关于人民法院特邀调解的规定》第二十一条，将案件材料退回贵院继续审理。`;
  return `${outcome}现应当事人的要求，将有关材料移送贵院。`;
}
