import type { CaseState } from '../../domain/case/case-state';
import type { FieldSpec } from '../../domain/forms/field-spec';
import { FORMS } from '../../domain/forms/form-facts';
import { paperFields } from '../../domain/forms/paper-fields';
import type { DocumentProblem, RenderRequest } from '../rendered';
import { commonProblems } from './common-problems';
import { notReady } from './not-ready';

/** Number of an instalment, `1` for the first, as a place in the plan; undefined when the plan has none of that number. */
export function instalmentAt(of: string, { agreement }: Pick<CaseState, 'agreement'>): number | undefined {
  const at = /^[1-9][0-9]*$/u.test(of) ? Number(of) - 1 : -1;
  return agreement?.payments[at] === undefined ? undefined : at;
}

const isBlank = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

const missingField = ({ form, of }: RenderRequest, { name, zh, en }: FieldSpec): DocumentProblem =>
  notReady(
    `${FORMS[form].zh}没有填写“${zh}”。`,
    `"${en}" of "${FORMS[form].en}" is empty: fill it in.`,
    `paper.${form}.${of}.${name}`,
  );

/** Fields without which the paper says nothing, left empty. */
function requiredProblems(request: RenderRequest): readonly DocumentProblem[] {
  const { form, of, state } = request;
  const typed = state.papers.find((paper) => paper.form === form && paper.of === of)?.fields ?? {};
  return paperFields(form)
    .filter((spec) => spec.required === true && isBlank(typed[spec.name]))
    .map((spec) => missingField(request, spec));
}

/** That the session or the instalment exists which the paper is made for. */
function subjectProblems({ form, of, state }: RenderRequest): readonly DocumentProblem[] {
  const { zh, per } = FORMS[form];
  if (per === 'session' && !state.sessions.some((session) => session.id === of))
    return [notReady(`没有这次调解，不能制作${zh}。`, `There is no session "${of}".`, `session.${of}`)];
  if (per === 'payment' && instalmentAt(of, state) === undefined)
    return [
      notReady(`履行计划里没有第${of}期，不能制作${zh}。`, `The plan has no instalment ${of}.`, 'agreement.payments'),
    ];
  return [];
}

/**
 * What every paper of this group asks: that what it is made for exists, that the fields without which it says nothing are
 * filled in, and what `commonProblems` asks of every form.
 */
export const courseProblems = (request: RenderRequest): readonly DocumentProblem[] => [
  ...commonProblems(request),
  ...subjectProblems(request),
  ...requiredProblems(request),
];
