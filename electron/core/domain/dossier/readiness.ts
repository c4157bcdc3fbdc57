import type { CaseState } from '../case/case-state';
import { effectOf } from '../case/effect';
import type { AgreementFinding } from '../checks/agreement-check';
import { at, type FieldProblem } from '../checks/field-problem';
import { problemOf } from '../checks/problem';
import { DOSSIER } from '../forms/form-facts';
import { endedUnsettled, partiesMet } from '../forms/case-papers';
import { paperData } from '../forms/paper-fields';
import { addDays, shanghaiDateOf, type CalendarDate } from '../time/calendar-date';
import type { DossierRow } from './rows';

export type CheckCode = 'acceptance' | 'completeness' | 'forms' | 'evidence' | 'law' | 'follow-up' | 'binding';

/** One of the seven points of a dossier inspection（卷宗检查）. */
export interface ReadinessCheck {
  readonly code: CheckCode;
  readonly zh: string;
  readonly en: string;
  readonly passed: boolean;
  readonly problems: readonly FieldProblem[];
}

/** What the checks look at beside the case. `today` is a calendar date in Asia/Shanghai. */
export interface ReadinessFacts {
  readonly rows: readonly DossierRow[];
  readonly findings: readonly AgreementFinding[];
  readonly today: CalendarDate;
}

/** Days after the last due day in which the follow-up is expected: a default of the centre, no rule of law (domain.md 2.5). */
const FOLLOW_UP_DAYS = 30;

const problem = (field: string, code: string, zh: string, en: string): FieldProblem =>
  at(field, problemOf(code, zh, en));

/** 受理合法: both sides, a type, a source, claims. */
function acceptance(state: CaseState): readonly FieldProblem[] {
  const has = (side: string): boolean => state.parties.some((party) => party.side === side);
  return [
    ...(has('applicant') ? [] : [problem('parties', 'no-applicant', '没有申请人', 'No applicant')]),
    ...(has('respondent') ? [] : [problem('parties', 'no-respondent', '没有被申请人', 'No respondent')]),
    ...(state.disputeType ? [] : [problem('case.disputeType', 'no-dispute-type', '没有纠纷类型', 'No dispute type')]),
    ...(state.source ? [] : [problem('case.source', 'no-source', '没有案件来源', 'No source')]),
    ...(state.claims.length > 0 ? [] : [problem('case.claims', 'no-claims', '没有申请事项', 'No claims')]),
  ];
}

/** 材料齐全: no required row is missing. */
const completeness = (rows: readonly DossierRow[]): readonly FieldProblem[] =>
  rows.flatMap((row) =>
    row.reason
      ? [
          {
            ...row.reason,
            zh: `${row.place}. ${row.zh}：${row.reason.zh}`,
            en: `${row.place}. ${row.en}: ${row.reason.en}`,
          },
        ]
      : [],
  );

/** 文书规范: nothing unsettled, nothing signed for a party without authority, rights told before the first session (人民调解法 Art. 23). */
function forms(state: CaseState, rows: readonly DossierRow[]): readonly FieldProblem[] {
  const [first] = state.sessions;
  const firstDay = first ? shanghaiDateOf(first.startedAt) : undefined;
  return [
    ...state.conflicts.map(({ path }) =>
      problem(path, 'conflict', '同一内容有两种填写，尚未选定', 'Two values stand for one field'),
    ),
    ...state.signatures
      .filter((signature) => !signature.valid)
      .map((signature) =>
        problem(
          'signatures',
          `void-signature-${signature.by}`,
          '签名后协议又有改动，该签名不作数',
          'Changed after signing',
        ),
      ),
    ...rows
      .flatMap((row) => row.papers)
      .filter((paper) => paper.document?.current === false && paper.from === 'issued')
      .map((paper) =>
        problem(
          `paper.${paper.form ?? ''}.${paper.of}`,
          `changed-${paper.form ?? ''}-${paper.of}`,
          `${paper.zh}定稿后案件又有改动，请核对是否需要重新制作`,
          `${paper.en}: the case changed after it was issued; see whether it must be made anew`,
        ),
      ),
    ...partiesMet(state).flatMap((party) => {
      const { toldOn } = paperData(state.papers, 'F05', party.key);
      if (!firstDay || !toldOn || toldOn <= firstDay) return [];
      return [
        problem(
          `paper.F05.${party.key}.toldOn`,
          'told-late',
          `${party.name}的权利义务告知晚于首次调解`,
          `${party.name} was told of the rights after the first session`,
        ),
      ];
    }),
  ];
}

/** 证据适当: something is listed, each item says what it is and whether it is an original. */
function evidence(state: CaseState): readonly FieldProblem[] {
  if (state.evidence.length === 0)
    return [problem('evidence', 'no-evidence', '没有登记证据材料', 'No evidence is listed')];
  return state.evidence.flatMap((item) => {
    const scanned = state.attachments.some((each) => each.role === 'evidence' && each.of === item.key);
    return [
      ...(item.proves
        ? []
        : [
            problem(
              `evidence.${item.key}.proves`,
              'no-purpose',
              `“${item.name}”没有证明对象`,
              `"${item.name}" does not say what it proves`,
            ),
          ]),
      ...(scanned || (item.pages ?? 0) > 0
        ? []
        : [
            problem(
              `evidence.${item.key}`,
              'no-pages',
              `“${item.name}”没有扫描件，也没有页数`,
              `"${item.name}" has neither scan nor pages`,
            ),
          ]),
    ];
  });
}

/** 法律适用: the clauses stand without error and the day of effect can be told. */
function law(state: CaseState, findings: readonly AgreementFinding[]): readonly FieldProblem[] {
  if (endedUnsettled(state)) return [];
  const effect = effectOf(state);
  return [
    ...findings.filter((each) => each.level === 'error').map((each) => ({ ...each, field: `agreement.${each.field}` })),
    ...(effect?.effectiveOn
      ? []
      : [
          problem(
            'signatures',
            'not-effective',
            '协议尚未生效或无法算出生效日期',
            'The agreement has no day of effect',
          ),
        ]),
  ];
}

/** 回访及时: once the last payment was due, a follow-up within the set days. */
function followUp(state: CaseState, today: CalendarDate): readonly FieldProblem[] {
  const effectiveOn = effectOf(state)?.effectiveOn;
  if (!effectiveOn || endedUnsettled(state)) return [];
  const lastDue =
    state.agreement?.payments
      .map((each) => each.dueOn)
      .sort()
      .at(-1) ?? effectiveOn;
  const due = addDays(lastDue, FOLLOW_UP_DAYS);
  const visited = state.papers.some((each) => each.form === 'F15' && typeof each.fields['visitedAt'] === 'string');
  return visited || today <= due
    ? []
    : [
        problem(
          'documents',
          'no-follow-up',
          `应在${due}前回访（中心设置），还没有回访记录`,
          `A follow-up was due by ${due} (setting of the centre)`,
        ),
      ];
}

/** 装订规范: bound, and nothing has changed since. */
function binding(state: CaseState): readonly FieldProblem[] {
  const last = state.documents.findLast((each) => each.form === DOSSIER);
  if (!last) return [problem('documents', 'not-bound', '还没有装订成卷', 'The dossier is not bound yet')];
  return last.current
    ? []
    : [problem('documents', 'bound-before-change', '装订后案件又有改动，请重新装订', 'Changed after binding')];
}

/** The seven checks（档案检查七项, domain.md 1.2）. A report of what a machine can see; a person judges. */
export function readinessOf(state: CaseState, { rows, findings, today }: ReadinessFacts): readonly ReadinessCheck[] {
  const check = (code: CheckCode, zh: string, en: string, problems: readonly FieldProblem[]): ReadinessCheck => ({
    code,
    zh,
    en,
    passed: problems.length === 0,
    problems,
  });
  return [
    check('acceptance', '受理合法', 'Lawful acceptance', acceptance(state)),
    check('completeness', '材料齐全', 'Complete material', completeness(rows)),
    check('forms', '文书规范', 'Correct forms', forms(state, rows)),
    check('evidence', '证据适当', 'Suitable evidence', evidence(state)),
    check('law', '适用法律正确', 'Correct law', law(state, findings)),
    check('follow-up', '回访及时', 'Timely follow-up', followUp(state, today)),
    check('binding', '装订规范', 'Proper binding', binding(state)),
  ];
}
