import type { FieldSpec } from '../field-spec';
import { REFUSAL_BOXES } from './reasons';

/** One opinion of the chain of approval（审批意见链）, in the order of domain.md F33. */
export const APPROVAL_COLUMNS = [
  { name: 'level', zh: '层级', en: 'level', kind: 'line' },
  { name: 'approver', zh: '审批人', en: 'approver', kind: 'line' },
  {
    name: 'result',
    zh: '结果',
    en: 'result',
    kind: 'choice',
    choices: [
      { value: 'passed', zh: '通过', en: 'passed' },
      { value: 'rejected', zh: '驳回', en: 'rejected' },
    ],
  },
  { name: 'reason', zh: '意见或理由', en: 'opinion or reason', kind: 'line' },
  { name: 'at', zh: '时间', en: 'time', kind: 'instant' },
] as const satisfies readonly FieldSpec[];

/** Own fields of the papers of the mediation itself and of what was agreed（调解过程和协议的文书）. */
export const COURSE_FIELDS = {
  F09: [
    { name: 'startedAt', zh: '时间', en: 'time', kind: 'instant', required: true },
    { name: 'place', zh: '地点', en: 'place', kind: 'line' },
    { name: 'participants', zh: '参加人', en: 'present', kind: 'lines' },
    { name: 'questioned', zh: '被调查人', en: 'person questioned', kind: 'line', required: true },
    { name: 'record', zh: '调查记录', en: 'record', kind: 'text', required: true },
    { name: 'inquirer', zh: '调查人', en: 'inquirer', kind: 'line' },
    { name: 'recorder', zh: '记录人', en: 'recorder', kind: 'line' },
  ],
  F10: [
    { name: 'submittedOn', zh: '提交日期', en: 'day handed in', kind: 'date' },
    { name: 'receiver', zh: '接收人', en: 'received by', kind: 'line' },
  ],
  F14: [
    { name: 'paidOn', zh: '付款日期', en: 'day of payment', kind: 'date', required: true },
    { name: 'amountFen', zh: '金额', en: 'amount', kind: 'money', required: true },
    {
      name: 'way',
      zh: '付款方式',
      en: 'way of payment',
      kind: 'choice',
      choices: [
        { value: 'receipt', zh: '收条', en: 'receipt' },
        { value: 'transfer', zh: '转账凭证', en: 'transfer slip' },
      ],
    },
    { name: 'payerAccount', zh: '付款账户', en: "payer's account", kind: 'line' },
    { name: 'payeeAccount', zh: '收款账户', en: "payee's account", kind: 'line' },
    { name: 'slipNumber', zh: '流水号', en: 'slip number', kind: 'line' },
    { name: 'paidAt', zh: '交易时间', en: 'time of the transfer', kind: 'instant' },
  ],
  F15: [
    { name: 'visitedAt', zh: '回访时间', en: 'time of the visit', kind: 'instant', required: true },
    { name: 'visited', zh: '被回访当事人', en: 'person visited', kind: 'line' },
    { name: 'visitor', zh: '回访人', en: 'visitor', kind: 'line' },
    {
      name: 'mode',
      zh: '回访类型',
      en: 'kind of visit',
      kind: 'choice',
      choices: [
        { value: 'on-site', zh: '上门回访', en: 'visit' },
        { value: 'telephone', zh: '电话回访', en: 'telephone' },
        { value: 'online', zh: '在线回访', en: 'online' },
      ],
    },
    { name: 'situation', zh: '回访情况', en: 'situation', kind: 'text', required: true },
    { name: 'performed', zh: '是否履行完毕', en: 'fully performed', kind: 'yes-no' },
    {
      name: 'notByInstitution',
      zh: '未履行是否因非金融机构原因',
      en: 'not performed for a reason outside the institution',
      kind: 'yes-no',
    },
  ],
  F22B: [
    { name: 'reasons', zh: '不予受理的理由', en: 'reasons', kind: 'choices', choices: REFUSAL_BOXES },
    { name: 'otherReason', zh: '其他理由', en: 'other reason', kind: 'text' },
    { name: 'issuedOn', zh: '通知日期', en: 'day of the notice', kind: 'date' },
  ],
  F23: [
    {
      name: 'reasons',
      zh: '撤回理由',
      en: 'reasons',
      kind: 'choices',
      choices: [
        { value: 'settled', zh: '双方已和解并履行完毕', en: 'settled and performed' },
        { value: 'evidence', zh: '需另行组织证据', en: 'evidence still to be gathered' },
        { value: 'personal', zh: '个人原因', en: 'personal reasons' },
        { value: 'other', zh: '其他', en: 'other' },
      ],
    },
    { name: 'otherReason', zh: '其他理由', en: 'other reason', kind: 'text' },
    { name: 'withdrawnOn', zh: '撤回日期', en: 'day of withdrawal', kind: 'date' },
  ],
  F24: [
    { name: 'confirmedOn', zh: '确认日期', en: 'day of confirmation', kind: 'date' },
    { name: 'facts', zh: '无争议事实（结案信息中未填时填写）', en: 'undisputed facts', kind: 'lines' },
  ],
  F25: [
    { name: 'opinion', zh: '调解意见', en: 'opinion', kind: 'text', required: true },
    { name: 'basis', zh: '依据', en: 'grounds', kind: 'text' },
    { name: 'consumer', zh: '消费者一方（当事人）', en: 'the consumer (party key)', kind: 'line' },
    { name: 'objectionDays', zh: '异议期限（日）', en: 'days to object', kind: 'count' },
    { name: 'servedOn', zh: '送达日期', en: 'day of service', kind: 'date' },
    {
      name: 'answer',
      zh: '回执',
      en: 'answer',
      kind: 'choice',
      choices: [
        { value: 'accepted', zh: '接受', en: 'accepted' },
        { value: 'refused', zh: '不接受', en: 'not accepted' },
      ],
    },
    { name: 'answerReason', zh: '不接受的理由', en: 'reason for refusing', kind: 'text' },
    { name: 'answeredOn', zh: '答复日期', en: 'day of the answer', kind: 'date' },
  ],
  F32: [
    {
      name: 'replacesRecord',
      zh: '各方同意以录音录像代替笔录',
      en: 'the recording replaces the record',
      kind: 'yes-no',
    },
    { name: 'signedOn', zh: '签署日期', en: 'day of signing', kind: 'date' },
  ],
  F33: [
    {
      name: 'matter',
      zh: '事项',
      en: 'matter',
      kind: 'choice',
      required: true,
      choices: [
        { value: 'acceptance', zh: '受理', en: 'acceptance' },
        { value: 'agreement', zh: '协议', en: 'agreement' },
        { value: 'seal', zh: '用印', en: 'seal' },
        { value: 'extension', zh: '延期', en: 'extension' },
        { value: 'ending', zh: '终止', en: 'ending' },
        { value: 'archiving', zh: '归档', en: 'archiving' },
        { value: 'viewing', zh: '查看录像', en: 'viewing a recording' },
      ],
    },
    { name: 'applicant', zh: '申请人', en: 'asked by', kind: 'line' },
    { name: 'askedAt', zh: '申请时间', en: 'asked at', kind: 'instant' },
    { name: 'content', zh: '申请内容', en: 'what is asked', kind: 'text' },
    {
      name: 'chain',
      zh: '意见',
      en: 'opinions',
      kind: 'rows',
      columns: APPROVAL_COLUMNS,
    },
  ],
} as const satisfies Partial<Record<string, readonly FieldSpec[]>>;
