import type { Transfer } from '../case/case-state';
import type { TransferStatus } from '../case/vocabulary';
import { at, type FieldProblem } from '../checks/field-problem';
import { problemOf } from '../checks/problem';
import { isCalendarDate, type CalendarDate } from '../time/calendar-date';

/** What a person types of the court's answer（法院答复）. */
export interface TransferAnswer {
  readonly status: TransferStatus;
  readonly answeredOn?: CalendarDate | undefined;
  /** Case number or number of the answer. */
  readonly answerNumber?: string | undefined;
  readonly answerReason?: string | undefined;
  /** Who took it in at the court. */
  readonly receiver?: string | undefined;
}

const ANSWERED: ReadonlySet<TransferStatus> = new Set(['received', 'to-correct', 'not-accepted']);

/**
 * What is wrong with an answer; empty when it may be written. 退回补正 and 不予受理 need a reason, every answer needs its
 * day, which is not after `today` (domain.md 4.4, 8.3 row 3.10). Days are calendar dates in Asia/Shanghai.
 */
export function answerProblems(
  { status, answeredOn, answerReason }: TransferAnswer,
  before: Pick<Transfer, 'status'>,
  today: CalendarDate,
): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (ANSWERED.has(status) && answeredOn === undefined) {
    problems.push(
      at(
        'answeredOn',
        problemOf('answer-without-day', '请填写法院答复的日期。', "Enter the day of the court's answer."),
      ),
    );
  }
  if (answeredOn !== undefined && (!isCalendarDate(answeredOn) || answeredOn > today)) {
    problems.push(
      at(
        'answeredOn',
        problemOf('answer-day', '答复日期不对或者在今天之后，请核对。', 'This day is none, or after today.'),
      ),
    );
  }
  if ((status === 'to-correct' || status === 'not-accepted') && !answerReason?.trim()) {
    problems.push(
      at(
        'answerReason',
        problemOf(
          'answer-without-reason',
          '退回补正和不予受理应当写明理由。',
          'Returned for correction or not accepted: enter the reason.',
        ),
      ),
    );
  }
  if (!ANSWERED.has(status) && ANSWERED.has(before.status)) {
    problems.push(
      at(
        'status',
        problemOf(
          'already-answered',
          '法院已经答复，不能改回待发送或已发送。',
          'The court has answered already; it cannot become unsent again.',
        ),
      ),
    );
  }
  return problems;
}
