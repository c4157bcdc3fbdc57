import type { CaseState, Party } from '../../domain/case/case-state';
import { CLOSING_FIELDS } from '../../domain/forms/fields/closing';
import { WHOLE_CASE } from '../../domain/forms/form-ids';
import { paperData } from '../../domain/forms/paper-fields';
import type { Organisation } from '../../domain/organisation/organisation';
import { choiceName } from '../blocks/choice-name';
import { penPlace } from '../blocks/pen-places';
import type { NoticePart } from './f05-notice-text';

/** How long the data are kept: the class of the dossier where the cover names one, never a number of years (domain.md 1.7). */
function retention(state: CaseState): string {
  const { retention: chosen } = paperData(state.papers, 'F01', WHOLE_CASE);
  const name = choiceName(CLOSING_FIELDS.F01, 'retention', chosen);
  return name === '' ? '' : `（本案为${name}）`;
}

/**
 * What the person is told, in our own words: who handles the data and how to reach it, purposes, ways, kinds, how long (个人
 * 信息保护法 Art. 17), why sensitive data are needed and what they affect (Arts. 28–30), the rights (Arts. 15, 44–50).
 */
export function consentParts(state: CaseState, { name, phone, address }: Organisation): readonly NoticePart[] {
  const reach = [phone === undefined ? '' : `电话${phone}`, address === undefined ? '' : `地址${address}`];
  const contact = reach.filter((each) => each !== '').join('，') || penPlace(10);
  return [
    { heading: '一、个人信息处理者', text: [`${name}，联系方式：${contact}。`] },
    {
      heading: '二、处理的目的和方式',
      text: [
        '目的：受理和调解纠纷，核对身份，制作和送达调解文书，督促履行和回访，协助当事人申请司法确认或者在调解不成时移送材料，立卷归档。',
        '方式：收集、存储、使用、传输，以及按第五项提供；不用于与本案无关的目的。',
      ],
    },
    {
      heading: '三、处理的种类',
      text: [
        '一般个人信息：姓名、性别、民族、出生日期、职业、住址、联系电话，以及陈述和证据中与纠纷有关的信息。',
        '敏感个人信息：证件号码和证件影像，银行卡号、账户和交易记录，指印；录音录像的，还包括声音和影像。',
      ],
    },
    {
      heading: '四、保存期限',
      text: [
        `保存至本案办结、立卷归档；归档的卷宗按照档案管理的规定和确定的保管期限${retention(state)}保存，期满以后依法处理。`,
      ],
    },
  ];
}

/** Who receives the data, for what and which of them (个人信息保护法 Art. 23): the columns of the table. */
export function recipients(
  state: CaseState,
  organisation: Organisation,
  party: Party | undefined,
): readonly string[][] {
  const others = state.parties.filter((each) => each.side !== party?.side);
  const court = state.court ?? organisation.court?.name ?? '有管辖权的人民法院';
  return [
    ...others.map((each) => [
      each.name,
      each.kind === 'organisation' ? (each.phone ?? '') : '',
      '参加调解，签署和履行协议',
      '姓名或名称、代理人、与纠纷和履行有关的信息',
    ]),
    [court, '', '反馈委派、委托调解的情况，办理司法确认、立案', '案件材料中的个人信息（以第八项的单独同意为准）'],
    ['司法行政机关', '', '指导人民调解工作，统计', '案件登记和统计信息'],
  ];
}

/** Why sensitive data are needed, what refusing means, and the rights. */
export const RIGHTS_PARTS: readonly NoticePart[] = [
  {
    heading: '六、处理敏感个人信息的必要性和对个人的影响',
    text: [
      '证件信息用于核对身份和在文书中写明当事人，账户信息用于约定和核对付款，指印用于确认签署。上述信息泄露或者被非法使用，可能使人身、财产安全受到危害，本会采取加密保存、限制查阅等措施保护。',
      '不同意处理办理本案所必需的信息的，可能无法核对身份或者制作文书；不同意提供给人民法院的，不影响调解，需要时由您自行向法院提交；不同意录音录像的，不影响调解，以书面记录为准。',
    ],
  },
  {
    heading: '七、您的权利',
    text: [
      '您可以要求查阅、复制、更正、补充个人信息，符合法定情形的可以要求删除，也可以要求对本告知作出说明，并可以随时撤回同意。撤回同意不影响撤回前已经进行的处理。请按第一项的联系方式提出；本会拒绝的，说明理由，您可以依法向人民法院起诉。',
    ],
  },
];
