import type { Party } from '../../domain/case/case-state';
import { FORMS, printedPaths } from '../../domain/forms/form-facts';
import { WHOLE_CASE } from '../../domain/forms/form-ids';
import type { DocumentProblem, RenderRequest } from '../rendered';
import { conflictProblems } from './conflict-problems';
import { notReady } from './not-ready';

/** The party that a notice is made for. */
export const partyOf = ({ state, of }: RenderRequest): Party | undefined =>
  state.parties.find((party) => party.key === of);

function subjectProblems(request: RenderRequest): readonly DocumentProblem[] {
  const { form, of } = request;
  const { per, zh, en } = FORMS[form];
  if (per === 'party' && (partyOf(request)?.name ?? '').trim() === '')
    return [
      notReady(
        `${zh}要写明发给哪一方当事人，请先登记其姓名或名称。`,
        `"${en}" is made for a party; enter its name first.`,
        `party.${of}.name`,
      ),
    ];
  return per === 'case' && of !== WHOLE_CASE
    ? [notReady(`${zh}一案一份，没有“${of}”这一份。`, `"${en}" is made once a case; there is no "${of}".`)]
    : [];
}

function numberProblems({ form, of, state, draft }: RenderRequest): readonly DocumentProblem[] {
  const key = `${form}.${of}`;
  if (FORMS[form].series === undefined || draft || state.numbers[key] !== undefined) return [];
  return [
    notReady(
      `${FORMS[form].zh}还没有文号。请先取号，或者打印草稿。`,
      `"${FORMS[form].en}" has no official number: take one, or print a draft.`,
      `numbers.${key}`,
    ),
  ];
}

/**
 * What every closing paper asks: that what it is made for exists, that nothing it prints is in conflict (`shown`, the
 * register paths), and its own number where it has one and is no draft.
 */
export const commonProblems = (
  request: RenderRequest,
  shown: RegExp = printedPaths(request.form, request.of),
): readonly DocumentProblem[] => [
  ...subjectProblems(request),
  ...conflictProblems(request.state, shown),
  ...numberProblems(request),
];
