import type { CaseState } from '../../domain/case/case-state';
import { FIELD_NAMES, SIDE_NAMES } from '../blocks/labels';
import type { DocumentProblem, RenderRequest } from '../rendered';

/** Fields of the journal that F12 prints; an unsettled conflict in one of them stops the print. */
const PRINTED_FIELDS = /^(agreement\.|party\.(?!.*\.namePinyin$)|number$|case\.(facts|mediators|recorder|sample)$)/u;

const notReady = (zh: string, en: string, field?: string): DocumentProblem => ({
  code: 'not-ready',
  zh,
  en,
  ...(field === undefined ? {} : { field }),
});

/** A path in the case in the words of the form: `party.respondent.address` → 被申请人住址. */
function nameOfField(path: string, state: CaseState): string {
  const [head = '', key = ''] = path.split('.');
  const party = head === 'party' ? state.parties.find((each) => each.key === key) : undefined;
  const name = FIELD_NAMES[path.split('.').at(-1) ?? ''] ?? path;
  return party === undefined ? name : SIDE_NAMES[party.side] + name;
}

function partyProblems({ state }: RenderRequest): readonly DocumentProblem[] {
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

function agreementProblems({ state }: RenderRequest): readonly DocumentProblem[] {
  const { agreement } = state;
  if (agreement === undefined)
    return [notReady('还没有起草调解协议。', 'No agreement has been drafted.', 'agreement.form')];
  const keys = new Set(state.parties.map((party) => party.key));
  const strangers = agreement.payments.some((payment) => !keys.has(payment.payer) || !keys.has(payment.payee));
  return [
    ...(agreement.form === 'written'
      ? []
      : [
          notReady(
            '达成的是口头协议，应使用人民调解口头协议登记表（F13）；需要协议书的，请改为书面协议。',
            'The agreement is oral: use F13, or change it to a written one.',
            'agreement.form',
          ),
        ]),
    ...(agreement.clauses.some((clause) => clause.trim() !== '')
      ? []
      : [notReady('协议没有条款。', 'The agreement has no clauses.', 'agreement.clauses')]),
    ...(agreement.clauses.some((clause) => clause.trim() === '') && agreement.clauses.length > 1
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

/** What is missing to print F12 人民调解协议书 (人民调解法 Art. 29; domain.md F12). Empty when it can be printed. */
export function f12Problems(request: RenderRequest): readonly DocumentProblem[] {
  const { state, draft } = request;
  const conflicts = state.conflicts.filter((conflict) => PRINTED_FIELDS.test(conflict.path));
  return [
    ...partyProblems(request),
    ...(state.facts.trim() === ''
      ? [notReady('没有填写纠纷主要事实、争议事项。', 'The facts of the dispute are empty.', 'case.facts')]
      : []),
    ...agreementProblems(request),
    ...conflicts.map((conflict) =>
      notReady(
        `“${nameOfField(conflict.path, state)}”有两份不同的填写，请先选定一份。`,
        `"${conflict.path}" was filled in twice differently; settle it first.`,
        conflict.path,
      ),
    ),
    ...(draft || state.number !== undefined
      ? []
      : [
          notReady(
            '还没有编号。请先取号，或者打印草稿。',
            'There is no official number: take one, or print a draft.',
            'number',
          ),
        ]),
  ];
}
