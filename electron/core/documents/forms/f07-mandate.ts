import type { CaseState, Party } from '../../domain/case/case-state';
import { FORMS } from '../../domain/forms/form-facts';
import { paperData } from '../../domain/forms/paper-fields';
import { shanghaiDateOf, type CalendarDate } from '../../domain/time/calendar-date';
import { formTitle, partHeading } from '../blocks/form-title';
import { notes } from '../blocks/notes';
import { creditCodeOf, documentField, personRow, rowsBlock } from '../blocks/party-rows';
import { boundPlaces, type SignPlace } from '../blocks/sign-places';
import { namedPlaces } from '../blocks/signers';
import type { FormDocument } from '../layout/form-document';
import type { FlowItem } from '../layout/flow';
import type { TextSetter } from '../layout/text-setter';
import type { RenderRequest } from '../rendered';
import { partyOf } from './common-problems';
import { documentOf } from './document-of';
import { agentFlow } from './f07-agent';
import type { FormTemplate } from './form-template';

/** 民事诉讼法 Art. 62 and 民诉法解释 Art. 89; boxes four and five as domain.md F07 asks for a signature on the agreement. */
const WARNING =
  '委托权限应当逐项写明。仅写“全权代理”而没有具体授权的，代理人无权代为承认、放弃、变更请求，也无权代为和解（参照《中华人民共和国民事诉讼法》第六十二条、民事诉讼法司法解释第八十九条）。由代理人签署人民调解协议书的，应当同时选定第四项和第五项。';

/** The principal, a person or an organisation, in the order of the form (domain.md F07). */
function principalFlow(party: Party | undefined, on: CalendarDate, setter: TextSetter): FlowItem {
  const heading = partHeading('委托人', setter);
  if (party?.kind === 'organisation') {
    return rowsBlock(
      [
        [{ label: '名称', value: party.name }],
        [
          { label: '统一社会信用代码', value: creditCodeOf(party), characters: 11 },
          { label: '法定代表人（主要负责人）', value: party.legalRepresentative?.name },
        ],
        [
          { label: '职务', value: party.legalRepresentative?.position },
          { label: '身份证号', characters: 11 },
        ],
        [{ label: '地址', value: party.address }],
        [{ label: '联系号码', value: party.phone }],
      ],
      setter,
      heading,
    );
  }
  return rowsBlock(
    [
      personRow('姓名', party, on),
      [documentField(party?.document), { label: '职业或职务', value: party?.occupation }],
      [
        { label: '联系方式', value: party?.phone, characters: 11 },
        { label: '单位或住址', value: party?.address },
      ],
    ],
    setter,
    heading,
  );
}

/** The other sides of a party, by name. */
const opponents = (state: CaseState, party: Party | undefined): readonly string[] =>
  state.parties.filter((each) => each.side !== party?.side && each.name !== '').map((each) => each.name);

function principalPlace(party: Party | undefined, date: SignPlace['date']): SignPlace {
  return party?.kind === 'organisation'
    ? { role: '委托人印章', name: party.name, room: 'seal', date }
    : { role: '委托人（签名或盖章）', name: party?.name, room: 'fingerprint', date };
}

/**
 * F07 授权委托书, one for each party: the principal, a block for each agent with the seven authorities in their order, the
 * warning about 全权代理, and signatures (domain.md F07; 民事诉讼法 Arts. 61, 62). Nothing is ticked that was not given.
 */
export function f07Document(request: RenderRequest, template: FormTemplate, setter: TextSetter): FormDocument {
  const { state, organisation, of } = request;
  const party = partyOf(request);
  const own = paperData(state.papers, 'F07', of);
  const on = own.entrustedOn ?? shanghaiDateOf(request.printedAt);
  const agents = party?.representatives ?? [];
  const shown = agents.length === 0 ? [undefined] : agents;
  const title = FORMS[template.id].zh;
  const sample = state.sample || organisation.sample;
  const blocks = shown.flatMap((agent, index) =>
    agentFlow(
      {
        agent,
        principal: party,
        opponents: opponents(state, party),
        disputeType: state.disputeType,
        relation: index === 0 ? own.relation : own.secondRelation,
        otherMatters: own.otherMatters,
        order: shown.length > 1 ? index + 1 : undefined,
        on,
        sample,
      },
      setter,
    ),
  );
  const date = own.entrustedOn ?? 'blank';
  const places = [
    principalPlace(party, date),
    ...namedPlaces(
      '受委托人（签名）',
      agents.map((agent) => agent.name),
      date,
    ),
  ];
  return documentOf(request, template, [
    formTitle(title, setter),
    principalFlow(party, on, setter),
    ...boundPlaces([...blocks, ...notes([WARNING], setter)], places, setter, title),
  ]);
}
