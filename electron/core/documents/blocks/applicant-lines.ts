import type { Party, Representative } from '../../domain/case/case-state';
import { formatChinese } from '../../domain/time/chinese-date';
import { DOCUMENT_NUMBER_LABELS, REPRESENTATIVE_KIND_NAMES, SEX_NAMES } from './labels';
import { creditCodeOf } from './party-rows';

const sentence = (items: readonly (string | undefined)[]): string =>
  `${items.filter((item) => item !== undefined && item.trim() !== '').join('，')}。`;

/** `身份证号999999198802140019`, or nothing while the number is not known. */
const numbered = (document: Party['document']): string | undefined =>
  document === undefined ? undefined : `${DOCUMENT_NUMBER_LABELS[document.type]}${document.number}`;

const led = (label: string, value: string | undefined): string | undefined =>
  value === undefined || value.trim() === '' ? undefined : `${label}${value}`;

const agentLine = ({ name, sex, kind, position, document, phone }: Representative): string =>
  sentence([
    `委托代理人：${name}`,
    sex && SEX_NAMES[sex],
    [REPRESENTATIVE_KIND_NAMES[kind], position].filter((part) => part !== undefined).join('、'),
    numbered(document),
    led('联系方式', phone),
  ]);

/** A person as a paper for the court describes it, with agents; numbers in full. */
function personLines(party: Party): readonly string[] {
  const { name, sex, nation, birthDate, occupation, document, address, phone } = party;
  return [
    sentence([
      `申请人：${name}`,
      sex && SEX_NAMES[sex],
      birthDate && `${formatChinese(birthDate)}出生`,
      nation,
      occupation,
      numbered(document),
      led('住', address),
      led('联系方式', phone),
    ]),
  ];
}

function organisationLines(party: Party): readonly string[] {
  const { name, address, phone, legalRepresentative } = party;
  return [
    sentence([
      `申请人：${name}`,
      led('统一社会信用代码', creditCodeOf(party)),
      led('住所地', address),
      led('联系方式', phone),
    ]),
    sentence([
      `法定代表人（主要负责人）：${legalRepresentative?.name ?? '＿＿＿＿＿＿'}`,
      legalRepresentative?.position,
    ]),
  ];
}

/**
 * The joint applicants as the court's form has them: persons with their agents first, then organisations with legal
 * representative and agents (domain.md F16 B). Each line is a paragraph.
 */
export function applicantLines(parties: readonly Party[]): readonly string[] {
  const persons = parties.filter((party) => party.kind === 'person');
  const organisations = parties.filter((party) => party.kind === 'organisation');
  return [...persons, ...organisations].flatMap((party) => [
    ...(party.kind === 'person' ? personLines(party) : organisationLines(party)),
    ...(party.representatives ?? []).map(agentLine),
  ]);
}
