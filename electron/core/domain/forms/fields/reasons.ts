import type { Choice } from '../field-spec';

/** Why a court-delegated mediation ended（终止的原因）, the boxes of F21b in their order (domain.md F21). */
export const ENDING_BOXES = [
  { value: 'period-over', zh: '期限届满无法达成调解协议', en: 'the period is over without an agreement' },
  {
    value: 'refused',
    zh: '一方当事人撤回调解申请或明确表示不接受调解',
    en: 'a party withdrew or clearly refused mediation',
  },
  {
    value: 'too-far-apart',
    zh: '双方分歧较大且难以达成调解协议',
    en: 'the parties are too far apart for an agreement',
  },
  {
    value: 'bad-faith',
    zh: '当事人可能存在恶意串通、损害公共利益或者第三人合法权益的情况',
    en: 'possible collusion or harm to public or third-party interests',
  },
  {
    value: 'concealment-or-delay',
    zh: '当事人隐瞒重要事实、提供虚假情况、故意拖延时间',
    en: 'a party hid facts, gave false ones or delayed on purpose',
  },
  { value: 'respondent-unreachable', zh: '被告方无法联系', en: 'the respondent cannot be reached' },
  { value: 'other', zh: '其他', en: 'other' },
] as const satisfies readonly Choice[];

/** Why an application is not accepted（不予受理）, the boxes of F22 (domain.md F22). */
export const REFUSAL_BOXES = [
  { value: 'other-side-refuses', zh: '另一方不同意调解', en: 'the other side does not agree to mediation' },
  { value: 'out-of-scope', zh: '不属受理范围', en: 'outside what is accepted here' },
  { value: 'unclear', zh: '没有明确的被申请人或请求', en: 'no clear respondent or claim' },
  { value: 'material-missing', zh: '未按要求提交材料', en: 'required material was not handed in' },
  {
    value: 'reserved',
    zh: '依法只能由专门机关处理或禁止民间调解',
    en: 'reserved to an authority or barred from mediation by law',
  },
  { value: 'before-court', zh: '法院已受理或已裁决', en: 'a court has taken or decided the matter' },
  { value: 'other', zh: '其他', en: 'other' },
] as const satisfies readonly Choice[];
