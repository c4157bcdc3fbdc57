import type { FieldSpec } from '../field-spec';

/** Own fields of the papers that open a case（立案前后的文书）. What the case knows already is not here. */
export const OPENING_FIELDS = {
  F03: [{ name: 'appliedOn', zh: '申请日期', en: 'day of the application', kind: 'date' }],
  F04: [
    { name: 'registrar', zh: '登记人', en: 'registrar', kind: 'line' },
    { name: 'remark', zh: '备注', en: 'remark', kind: 'text' },
  ],
  F05: [{ name: 'toldOn', zh: '告知日期', en: 'day of notice', kind: 'date' }],
  F06: [
    { name: 'checked', zh: '原件已核对', en: 'original compared', kind: 'yes-no' },
    { name: 'checkedBy', zh: '核对人', en: 'compared by', kind: 'line' },
    { name: 'checkedOn', zh: '核对日期', en: 'day of comparison', kind: 'date' },
  ],
  F07: [
    { name: 'entrustedOn', zh: '委托日期', en: 'day of the mandate', kind: 'date' },
    { name: 'relation', zh: '与委托人关系', en: 'relation to the principal', kind: 'line' },
    {
      name: 'secondRelation',
      zh: '与委托人关系（第二名代理人）',
      en: 'relation of the second agent to the principal',
      kind: 'line',
    },
    { name: 'otherMatters', zh: '其他委托事项', en: 'other matters entrusted', kind: 'text' },
  ],
  F08: [{ name: 'issuedOn', zh: '出具日期', en: 'day of issue', kind: 'date' }],
  F19: [
    { name: 'postcode', zh: '邮政编码', en: 'postcode', kind: 'line' },
    {
      name: 'address',
      zh: '送达地址（与住址不同时填写）',
      en: 'service address if not the home address',
      kind: 'line',
    },
    { name: 'phone', zh: '联系电话（与登记不同时填写）', en: 'telephone if another', kind: 'line' },
    { name: 'electronic', zh: '同意电子送达', en: 'agrees to electronic service', kind: 'yes-no' },
    {
      name: 'channels',
      zh: '电子送达方式',
      en: 'ways of electronic service',
      kind: 'choices',
      choices: [
        { value: 'sms', zh: '短信', en: 'text message' },
        { value: 'wechat', zh: '微信', en: 'WeChat' },
        { value: 'mail', zh: '邮箱', en: 'e-mail' },
        { value: 'fax', zh: '传真', en: 'fax' },
      ],
    },
    { name: 'electronicAddress', zh: '电子送达地址', en: 'electronic address', kind: 'line' },
    { name: 'receiverName', zh: '指定代收人姓名', en: 'named receiver', kind: 'line' },
    { name: 'receiverRelation', zh: '代收人与受送达人关系', en: "receiver's relation", kind: 'line' },
    { name: 'receiverAddress', zh: '代收人地址', en: "receiver's address", kind: 'line' },
    { name: 'receiverPhone', zh: '代收人电话', en: "receiver's telephone", kind: 'line' },
    { name: 'receiverDocument', zh: '代收人证件号码', en: "receiver's identity number", kind: 'line' },
    { name: 'confidential', zh: '要求保密', en: 'asks for confidentiality', kind: 'yes-no' },
    { name: 'confirmedOn', zh: '确认日期', en: 'day of confirmation', kind: 'date' },
  ],
  F22A: [{ name: 'issuedOn', zh: '通知日期', en: 'day of the notice', kind: 'date' }],
  F28: [
    { name: 'at', zh: '调解时间', en: 'time of the session', kind: 'instant' },
    { name: 'place', zh: '调解地点或在线会议', en: 'place or link', kind: 'line' },
    { name: 'bring', zh: '需带材料', en: 'what to bring', kind: 'lines' },
    { name: 'contact', zh: '联系电话', en: 'telephone for questions', kind: 'line' },
    { name: 'delivery', zh: '送达方式', en: 'way of service', kind: 'line' },
    { name: 'issuedOn', zh: '通知日期', en: 'day of the notice', kind: 'date' },
  ],
  F29: [
    { name: 'materials', zh: '收到材料清单', en: 'materials received', kind: 'lines' },
    { name: 'receiver', zh: '接收人', en: 'receiver', kind: 'line' },
    { name: 'accepted', zh: '是否接受', en: 'accepted', kind: 'yes-no' },
    { name: 'acceptedOn', zh: '答复日期', en: 'day of the answer', kind: 'date' },
    { name: 'refusalReason', zh: '不接受的理由', en: 'reason for declining', kind: 'text' },
  ],
  F30: [
    {
      name: 'relations',
      zh: '关系',
      en: 'relations',
      kind: 'choices',
      choices: [
        {
          value: 'party',
          zh: '是当事人或者当事人、代理人的近亲属',
          en: 'is a party or near relative of one or of an agent',
        },
        { value: 'interest', zh: '与纠纷有利害关系', en: 'has an interest in the dispute' },
        {
          value: 'other',
          zh: '与当事人、代理人有其他关系，可能影响公正调解',
          en: 'other relation that may affect fairness',
        },
      ],
    },
    { name: 'disclosure', zh: '披露内容', en: 'disclosure', kind: 'text' },
    {
      name: 'outcome',
      zh: '处理结果',
      en: 'outcome',
      kind: 'choice',
      choices: [
        { value: 'none', zh: '无上述关系', en: 'no such relation' },
        { value: 'consented', zh: '已披露，各方同意继续由其调解', en: 'disclosed; the parties agree to go on' },
        { value: 'recused', zh: '回避，另行指定调解员', en: 'stepped aside; another mediator is named' },
      ],
    },
    { name: 'declaredOn', zh: '声明日期', en: 'day of the declaration', kind: 'date' },
  ],
  F31: [
    { name: 'sensitive', zh: '同意处理敏感个人信息', en: 'agrees to sensitive data', kind: 'yes-no' },
    { name: 'court', zh: '同意提供给人民法院', en: 'agrees to handing over to the court', kind: 'yes-no' },
    { name: 'recording', zh: '同意录音录像', en: 'agrees to recording', kind: 'yes-no' },
    { name: 'signedOn', zh: '签署日期', en: 'day of signing', kind: 'date' },
    { name: 'withdrawnOn', zh: '撤回同意日期', en: 'day of withdrawal', kind: 'date' },
  ],
} as const satisfies Partial<Record<string, readonly FieldSpec[]>>;
