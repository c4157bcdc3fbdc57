import type { AgreementForm } from '../../domain/case/vocabulary';
import type { DocumentProblem, RenderRequest } from '../rendered';
import { notReady } from './not-ready';

/** An agreement is between an applicant and a respondent, and each party of it has a name. */
export function bothSidesProblems({ state }: RenderRequest): readonly DocumentProblem[] {
  const has = (side: string): boolean => state.parties.some((party) => party.side === side);
  return [
    ...(has('applicant') ? [] : [notReady('缺少申请人，请先登记。', 'There is no applicant; enter one.', 'parties')]),
    ...(has('respondent')
      ? []
      : [notReady('缺少被申请人，请先登记。', 'There is no respondent; enter one.', 'parties')]),
    ...state.parties
      .filter((party) => party.name.trim() === '')
      .map((party) => notReady('有一方当事人没有姓名或名称。', 'A party has no name.', `party.${party.key}.name`)),
  ];
}

export const factsProblems = ({ state }: RenderRequest): readonly DocumentProblem[] =>
  state.facts.trim() === ''
    ? [notReady('没有填写纠纷主要事实、争议事项。', 'The facts of the dispute are empty.', 'case.facts')]
    : [];

/**
 * What is missing of the agreement itself: that one is drafted, in the `form` that the paper is for (else `other`), with
 * clauses that are not empty, and a plan between parties of the case.
 */
export function agreementProblems(
  { state }: RenderRequest,
  form: AgreementForm,
  other: DocumentProblem,
): readonly DocumentProblem[] {
  const { agreement } = state;
  if (agreement === undefined)
    return [notReady('还没有起草调解协议。', 'No agreement has been drafted.', 'agreement.form')];
  const keys = new Set(state.parties.map((party) => party.key));
  const strangers = agreement.payments.some((payment) => !keys.has(payment.payer) || !keys.has(payment.payee));
  const empty = agreement.clauses.filter((clause) => clause.trim() === '').length;
  return [
    ...(agreement.form === form ? [] : [other]),
    ...(agreement.clauses.length > empty
      ? []
      : [notReady('协议没有条款。', 'The agreement has no clauses.', 'agreement.clauses')]),
    ...(empty > 0 && agreement.clauses.length > 1
      ? [notReady('协议有空白条款，请填写或删除。', 'A clause is empty: fill it in or remove it.', 'agreement.clauses')]
      : []),
    ...(strangers
      ? [
          notReady(
            '还款计划里的付款人或收款人不是本案当事人。',
            'A payer or payee of the plan is no party of this case.',
            'agreement.payments',
          ),
        ]
      : []),
  ];
}

/** A finished agreement carries its official number; a draft does not need it. */
export const agreementNumberProblems = ({ state, draft }: RenderRequest): readonly DocumentProblem[] =>
  draft || state.number !== undefined
    ? []
    : [
        notReady(
          '还没有编号。请先取号，或者打印草稿。',
          'There is no official number: take one, or print a draft.',
          'number',
        ),
      ];
