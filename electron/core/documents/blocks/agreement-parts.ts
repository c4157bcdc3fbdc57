import type { Agreement, CaseState, Party } from '../../domain/case/case-state';
import { withHeading, headingWithRoom, type FlowItem } from '../layout/flow';
import type { TextSetter } from '../layout/text-setter';
import { numberedClauses, paragraphs } from './clauses';
import { partHeading } from './form-title';
import { SCHEDULE_START, scheduleTable, scheduleTotal } from './payment-schedule';

/** 纠纷主要事实、争议事项: the facts of the case, and the disputed matters where the facts do not say them already. */
export function factsPart(
  { facts }: Pick<CaseState, 'facts'>,
  { disputedMatters }: Agreement,
  setter: TextSetter,
): readonly FlowItem[] {
  const matters = disputedMatters?.trim() ?? '';
  return withHeading(partHeading('纠纷主要事实、争议事项：', setter), [
    ...paragraphs(facts, setter),
    ...(matters === '' || facts.includes(matters) ? [] : paragraphs(`争议事项：${matters}`, setter)),
  ]);
}

/** What was agreed, in clauses numbered 一、二、三、 under a heading of the form. */
export const clausesPart = (heading: string, { clauses }: Agreement, setter: TextSetter): readonly FlowItem[] =>
  withHeading(partHeading(heading, setter), numberedClauses(clauses, setter));

/** 履行方式、时限: its text, and the plan with its sum where there is one. */
export function performancePart(
  parties: readonly Party[],
  { payments, performance }: Agreement,
  setter: TextSetter,
): readonly FlowItem[] {
  const title = partHeading('履行方式、时限：', setter);
  const text = paragraphs(performance ?? '', setter);
  if (payments.length === 0) {
    return withHeading(title, text.length > 0 ? text : paragraphs('按上列各条约定的方式和时限履行。', setter));
  }
  const table: FlowItem = { node: scheduleTable(payments, parties, setter), textLines: 0 };
  const start = text.length > 0 ? withHeading(title, text) : [headingWithRoom(title, SCHEDULE_START)];
  return [...start, table, ...paragraphs(scheduleTotal(payments), setter)];
}
