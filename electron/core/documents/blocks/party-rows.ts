import type { Party, Representative } from '../../domain/case/case-state';
import { ageOn, type CalendarDate } from '../../domain/time/calendar-date';
import type { FlowItem } from '../layout/flow';
import { TEXT_WIDTH } from '../layout/page';
import type { PdfNode } from '../layout/pdf-nodes';
import type { TextSetter } from '../layout/text-setter';
import { fieldRow, MOST_LINES_WHOLE, type Field } from './field-row';
import { DOCUMENT_NUMBER_LABELS, SEX_NAMES } from './labels';

/** Words of a sex; undefined leaves the place empty. */
export const sexName = (sex: Party['sex']): string | undefined => (sex === undefined ? undefined : SEX_NAMES[sex]);

/** Age in full years on a day: computed at the date of the document, never stored (domain.md 1.4). */
export const ageName = (birth: CalendarDate | undefined, on: CalendarDate): string | undefined =>
  birth === undefined || birth > on ? undefined : `${ageOn(birth, on)}岁`;

/** 统一社会信用代码 of an organisation, wherever it was typed. */
export const creditCodeOf = (party: Party): string | undefined =>
  party.creditCode ?? (party.document?.type === 'credit-code' ? party.document.number : undefined);

/** Label and number of an identity paper. */
export const documentField = (document: Party['document']): Field => ({
  label: DOCUMENT_NUMBER_LABELS[document?.type ?? 'resident-id'],
  value: document?.number,
  characters: 11,
});

/** 姓名、性别、民族、年龄 in one row, in the order of the national forms (domain.md 1.4). */
export const personRow = (label: string, party: Party | undefined, on: CalendarDate): readonly Field[] => [
  { label, value: party?.name },
  { label: '性别', value: sexName(party?.sex), characters: 2 },
  { label: '民族', value: party?.nation, characters: Math.max(4, party?.nation?.length ?? 0) },
  { label: '年龄', value: ageName(party?.birthDate, on), characters: 3 },
];

/** 委托代理人 with position and telephone in one row. */
export const agentRow = (representative: Representative): readonly Field[] => [
  { label: '委托代理人', value: representative.name },
  { label: '职务', value: representative.position, characters: 8 },
  { label: '联系方式', value: representative.phone, characters: 8 },
];

/** Rows of fields with an optional heading, whole on one page unless they hold unusually much text. */
export function rowsBlock(
  rows: readonly (readonly Field[])[],
  setter: TextSetter,
  heading: readonly PdfNode[] = [],
): FlowItem {
  const set = rows.map((fields) => fieldRow(fields, TEXT_WIDTH, setter));
  const whole = set.reduce((sum, row) => sum + row.lines, 0) <= MOST_LINES_WHOLE;
  return {
    node: { stack: [...heading, ...set.map((row) => row.node)], unbreakable: whole, margin: [0, 0, 0, 8] },
    textLines: 0,
  };
}
