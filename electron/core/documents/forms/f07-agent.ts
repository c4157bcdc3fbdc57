import type { Party, Representative } from '../../domain/case/case-state';
import { AUTHORITIES, type Authority } from '../../domain/case/vocabulary';
import { disputeTypeName } from '../../domain/checks/dispute-type';
import { checkIdentityNumber } from '../../domain/checks/identity-number';
import type { CalendarDate } from '../../domain/time/calendar-date';
import { paragraphs } from '../blocks/clauses';
import { partHeading } from '../blocks/form-title';
import { ageName, documentField, rowsBlock, sexName } from '../blocks/party-rows';
import { penPlace } from '../blocks/pen-places';
import { tickBoxes } from '../blocks/tick-boxes';
import type { FlowItem } from '../layout/flow';
import type { TextSetter } from '../layout/text-setter';

/** What the block of an agent says. */
export interface Mandate {
  readonly agent: Representative | undefined;
  readonly principal: Party | undefined;
  readonly opponents: readonly string[];
  readonly disputeType: string | undefined;
  readonly relation: string | undefined;
  readonly otherMatters: string | undefined;
  /** Which of several agents it is, from 1. */
  readonly order: number | undefined;
  readonly on: CalendarDate;
  /** Sample cases use numbers of a region that does not exist. */
  readonly sample: boolean;
}

const NO_NAME = penPlace(8);

/** Words of the seven boxes (domain.md F07). */
const AUTHORITY_WORDS: Readonly<Record<Authority, string>> = {
  'apply-or-end': '代为申请调解或者要求终止调解',
  evidence: '代为收集、提供证据',
  'choose-mediator': '代为选择或者接受人民调解员',
  'admit-change-waive': '代为承认、变更和放弃调解请求',
  'attend-and-sign': '代为参加调解，签署调查记录、调解记录、权利义务告知书、人民调解协议书等法律文书',
  'receive-documents': '代为领取相关法律文书等',
  other: '其他委托事项：',
};

/** The age that the agent's resident identity number tells; a birth date is not kept for agents. */
function ageOf(agent: Representative | undefined, on: CalendarDate, sample: boolean): string | undefined {
  if (agent?.document?.type !== 'resident-id') return undefined;
  const checked = checkIdentityNumber(agent.document.number, { today: on, allowSyntheticRegion: sample });
  return checked.ok ? ageName(checked.value.birthDate, on) : undefined;
}

function bodyText({ agent, principal, opponents, disputeType }: Mandate): string {
  const self = principal === undefined ? '我（单位）' : principal.kind === 'organisation' ? '我单位' : '我';
  const type = (disputeType === undefined ? '' : disputeTypeName(disputeType)).replace(/纠纷$/u, '');
  const others = opponents.length === 0 ? NO_NAME : opponents.join('、');
  return `现委托${agent?.name ?? NO_NAME}在${self}与${others}的${type}纠纷中，作为${self}的委托代理人参加人民调解，委托权限如下：`;
}

/** The block of an agent（受委托人）: who it is, the mandate, and its authorities as boxes in their order. */
export function agentFlow(mandate: Mandate, setter: TextSetter): readonly FlowItem[] {
  const { agent, principal, order, on } = mandate;
  const workplace = agent?.kind === 'employee' && principal?.kind === 'organisation' ? principal.name : undefined;
  const heading = partHeading(order === undefined ? '受委托人' : `受委托人（${order}）`, setter);
  const rows = [
    [
      { label: '姓名', value: agent?.name },
      { label: '性别', value: sexName(agent?.sex), characters: 2 },
      { label: '年龄', value: ageOf(agent, on, mandate.sample), characters: 3 },
    ],
    [documentField(agent?.document), { label: '工作单位', value: workplace }],
    [
      { label: '职务', value: agent?.position },
      { label: '联系电话', value: agent?.phone, characters: 8 },
      { label: '与委托人关系', value: mandate.relation, characters: 7 },
    ],
  ];
  const boxes = AUTHORITIES.map((each) => {
    const ticked = agent?.authority?.includes(each) === true;
    const matters = ticked && mandate.otherMatters ? mandate.otherMatters : penPlace(16);
    return { label: each === 'other' ? AUTHORITY_WORDS[each] + matters : AUTHORITY_WORDS[each], ticked };
  });
  return [
    rowsBlock(rows, setter, heading),
    ...paragraphs(bodyText(mandate), setter),
    tickBoxes(boxes, setter, { type: 'small' }),
  ];
}
