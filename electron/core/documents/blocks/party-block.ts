import type { Party, Representative } from '../../domain/case/case-state';
import { ageOn, type CalendarDate } from '../../domain/time/calendar-date';
import { LEADING, SIZE, TEXT_WIDTH } from '../layout/page';
import type { FlowItem } from '../layout/flow';
import type { TextSetter } from '../layout/text-setter';
import { fieldRow, MOST_LINES_WHOLE, type Field } from './field-row';
import { DOCUMENT_NUMBER_LABELS, REPRESENTATIVE_KIND_NAMES, SEX_NAMES, SIDE_NAMES } from './labels';

const sexOf = (sex: Party['sex']): string | undefined => (sex === undefined ? undefined : SEX_NAMES[sex]);

/** Age is computed at the date of the document, never stored (domain.md 1.4). */
const ageText = (birth: CalendarDate | undefined, on: CalendarDate): string | undefined =>
  birth === undefined ? undefined : `${ageOn(birth, on)}岁`;

function personRows(party: Party, on: CalendarDate): readonly (readonly Field[])[] {
  return [
    [
      { label: '姓名', value: party.name },
      { label: '性别', value: sexOf(party.sex), characters: 2 },
      {
        label: '民族',
        value: party.nation,
        characters: Math.min(10, Math.max(4, Array.from(party.nation ?? '').length)),
      },
      { label: '年龄', value: ageText(party.birthDate, on), characters: 3 },
    ],
    [
      {
        label: DOCUMENT_NUMBER_LABELS[party.document?.type ?? 'resident-id'],
        value: party.document?.number,
        characters: 11,
      },
      { label: '职业或职务', value: party.occupation },
    ],
    [
      { label: '联系方式', value: party.phone, characters: 11 },
      { label: '单位或住址', value: party.address },
    ],
  ];
}

function organisationRows(party: Party): readonly (readonly Field[])[] {
  const code = party.creditCode ?? (party.document?.type === 'credit-code' ? party.document.number : undefined);
  return [
    [{ label: '名称', value: party.name }],
    [
      { label: '统一社会信用代码', value: code, characters: 12 },
      { label: '联系方式', value: party.phone },
    ],
    [
      { label: '法定代表人（负责人）', value: party.legalRepresentative?.name },
      { label: '职务', value: party.legalRepresentative?.position, characters: 9 },
    ],
    [{ label: '地址', value: party.address }],
  ];
}

function representativeRows(representative: Representative): readonly (readonly Field[])[] {
  const kind = REPRESENTATIVE_KIND_NAMES[representative.kind];
  return [
    [
      { label: `委托代理人（${kind}）`, value: representative.name },
      { label: '性别', value: sexOf(representative.sex), characters: 2 },
      { label: '职务', value: representative.position, characters: 9 },
    ],
    [
      {
        label: DOCUMENT_NUMBER_LABELS[representative.document?.type ?? 'resident-id'],
        value: representative.document?.number,
        characters: 11,
      },
      { label: '联系方式', value: representative.phone },
    ],
  ];
}

/**
 * One party of a form（当事人）: PartyNatural or PartyOrg of domain.md 1.4 with its representatives, whole on one page unless it has unusually much text.
 * Identity numbers are printed in full: this is the paper that the parties sign. `heading` when the form has another than
 * 当事人 with the side.
 */
export function partyBlock(
  party: Party,
  on: CalendarDate,
  setter: TextSetter,
  heading = `当事人（${SIDE_NAMES[party.side]}）`,
): FlowItem {
  const head = setter.lines(heading, {
    size: SIZE.text,
    leading: LEADING.text,
    width: TEXT_WIDTH,
    bold: true,
  });
  const rows = [
    ...(party.kind === 'person' ? personRows(party, on) : organisationRows(party)),
    ...(party.representatives ?? []).flatMap(representativeRows),
  ].map((fields) => fieldRow(fields, TEXT_WIDTH, setter));
  const whole = rows.reduce((sum, row) => sum + row.lines, 0) <= MOST_LINES_WHOLE;
  const stack = [...head, ...rows.map((row) => row.node)];
  return { node: { stack, unbreakable: whole, margin: [0, 0, 0, 8] }, textLines: 0 };
}
