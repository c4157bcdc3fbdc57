import { dayOrBlank } from '../blocks/day';
import { choiceBoxes } from '../blocks/choice-name';
import type { CaseState, Party, Representative } from '../../domain/case/case-state';
import { OPENING_FIELDS } from '../../domain/forms/fields/opening';
import { paperData } from '../../domain/forms/paper-fields';
import { DOCUMENT_NUMBER_LABELS, SEX_NAMES } from '../blocks/labels';
import { filled, yesNo, type ElementPiece, type ElementRow } from './complaint-table';

/** What the complaint says of parties beside the case. */
export interface PartyExtras {
  readonly registeredAt?: string | undefined;
  readonly plaintiffType?: string | undefined;
  readonly plaintiffOwnership?: string | undefined;
  readonly habitualResidence?: string | undefined;
}

function personPieces(party: Party, extras: PartyExtras, sued: boolean): readonly ElementPiece[] {
  return [
    filled('姓名', party.name),
    [
      filled('性别', party.sex && SEX_NAMES[party.sex]),
      filled('出生日期', dayOrBlank(party.birthDate)),
      filled('民族', party.nation),
    ].join('　　'),
    filled('工作单位', undefined),
    filled('职务（职业）', party.occupation),
    filled('联系电话', party.phone),
    filled('住所地（户籍所在地）', party.address),
    filled('经常居住地', sued ? extras.habitualResidence : undefined),
    filled(DOCUMENT_NUMBER_LABELS[party.document?.type ?? 'resident-id'], party.document?.number),
  ];
}

function organisationPieces(party: Party, extras: PartyExtras, suing: boolean): readonly ElementPiece[] {
  const code = party.creditCode ?? (party.document?.type === 'credit-code' ? party.document.number : undefined);
  return [
    filled('名称', party.name),
    filled('住所地（主要办事机构所在地）', party.address),
    filled('注册地、登记地', suing ? extras.registeredAt : undefined),
    filled('法定代表人、负责人', party.legalRepresentative?.name),
    filled('职务', party.legalRepresentative?.position),
    filled('联系电话', party.phone),
    filled('统一社会信用代码', code),
    filled('类型', suing ? extras.plaintiffType : undefined),
    filled('所有制性质', suing ? extras.plaintiffOwnership : undefined),
  ];
}

/**
 * 一般授权 or 特别授权: special when the power to admit, change and waive claims was given (民事诉讼法 Art. 62; domain.md
 * F07). Neither is ticked while nothing is known of the powers.
 */
function authorityBoxes({ authority }: Representative): ElementPiece {
  const special = authority?.includes('admit-change-waive');
  return {
    boxes: [
      { label: '代理权限：一般授权', ticked: special === false },
      { label: '特别授权', ticked: special === true },
    ],
  };
}

function agentRow(party: Party): ElementRow {
  const agents = party.representatives ?? [];
  return {
    label: '委托诉讼代理人',
    pieces: [
      yesNo(agents.length > 0, '有', '无'),
      ...agents.flatMap((agent): readonly ElementPiece[] => [
        filled('姓名', agent.name),
        filled('单位', agent.kind === 'employee' ? party.name : undefined),
        filled('职务', agent.position),
        filled('联系电话', agent.phone),
        authorityBoxes(agent),
      ]),
    ],
  };
}

function serviceRows(state: CaseState, party: Party): readonly ElementRow[] {
  const given = paperData(state.papers, 'F19', party.key);
  const agent = party.representatives?.[0];
  return [
    {
      label: '送达地址（所填信息除书面特别声明更改外，适用于案件所有后续程序）及收件人、电话',
      pieces: [
        filled('地址', given.address ?? party.address),
        filled('收件人', given.receiverName ?? agent?.name ?? (party.kind === 'person' ? party.name : undefined)),
        filled('电话', given.receiverPhone ?? given.phone ?? agent?.phone ?? party.phone),
      ],
    },
    {
      label: '是否接受电子送达',
      pieces: [
        yesNo(given.electronic),
        {
          boxes: choiceBoxes(OPENING_FIELDS.F19, 'channels', given.electronic === true ? given.channels : undefined),
          perLine: 4,
        },
        filled('电子送达地址', given.electronic === true ? given.electronicAddress : undefined),
      ],
    },
  ];
}

const KIND = { person: '自然人', organisation: '法人、非法人组织' } as const;

function partyRow(role: string, party: Party, extras: PartyExtras): ElementRow {
  const pieces =
    party.kind === 'person'
      ? personPieces(party, extras, party.side === 'respondent')
      : organisationPieces(party, extras, party.side === 'applicant');
  return { label: `${role}（${KIND[party.kind]}）`, pieces };
}

/** Part 2, 当事人信息: plaintiffs with agents and addresses, defendants, third parties, in that order (domain.md 4.5). */
export function partyRows(state: CaseState, extras: PartyExtras): readonly ElementRow[] {
  const of = (side: Party['side']): readonly Party[] => state.parties.filter((party) => party.side === side);
  const third = of('third-party').map((party) => partyRow('第三人', party, extras));
  return [
    ...of('applicant').flatMap((party) => [
      partyRow('原告', party, extras),
      agentRow(party),
      ...serviceRows(state, party),
    ]),
    ...of('respondent').map((party) => partyRow('被告', party, extras)),
    ...(third.length > 0 ? third : [{ label: '第三人', pieces: ['无'] }]),
  ];
}
