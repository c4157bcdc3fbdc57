import { effectOf } from '../../domain/case/effect';
import { WHOLE_CASE } from '../../domain/forms/form-ids';
import type { DocumentProblem, RenderRequest } from '../rendered';
import { commonProblems } from './common-problems';
import { courtOf, failed } from './f27-text';
import { notReady } from './not-ready';

/** A letter to the court tells a result: an ending without agreement, or an agreement; one in effect when it is final. */
function resultProblems({ state, draft }: RenderRequest): readonly DocumentProblem[] {
  if (failed(state)) return [];
  const drafted = (state.agreement?.clauses.length ?? 0) > 0;
  if (!drafted)
    return [
      notReady(
        '调解还没有结果：请先起草协议，或者填写终止原因和日期。',
        'There is no result yet: draft the agreement, or enter how the mediation ended.',
        'ending.reason',
      ),
    ];
  const effective = (effectOf(state)?.effectiveOn ?? null) !== null;
  return draft || effective
    ? []
    : [
        notReady(
          '调解协议还没有生效。请先记下各方签署日期，或者打印草稿。',
          'The agreement is not in effect: enter the days of the signatures, or print a draft.',
          'signatures',
        ),
      ];
}

/** What a letter to the court needs: a court, a result and, when it is no draft, its number and enclosures (domain.md F27). */
export function f27Problems(request: RenderRequest): readonly DocumentProblem[] {
  const { state, organisation, draft, supplement } = request;
  return [
    ...commonProblems(request),
    ...(courtOf(state, organisation) === ''
      ? [notReady('请填写主送法院。', 'Enter the court that the letter is for.', `paper.F27.${WHOLE_CASE}.court`)]
      : []),
    ...resultProblems(request),
    ...(draft || (supplement?.enclosures?.length ?? 0) > 0
      ? []
      : [
          notReady(
            '移送函要列明随函材料和页数。请在“移送法院”里生成材料包，移送函随之生成。',
            'The letter lists what goes with it: make the package under Transfer, and the letter is made with it.',
          ),
        ]),
  ];
}
