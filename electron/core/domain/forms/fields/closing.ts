import type { FieldSpec } from '../field-spec';
import { ENDING_BOXES } from './reasons';

/** Own fields of the papers that end, hand over and bind a case（终结、移送和立卷的文书）. */
export const CLOSING_FIELDS = {
  F01: [
    { name: 'filer', zh: '立卷人', en: 'filed by', kind: 'line' },
    { name: 'filedOn', zh: '立卷日期', en: 'day of filing', kind: 'date' },
    {
      name: 'retention',
      zh: '保管期限',
      en: 'retention',
      kind: 'choice',
      choices: [
        { value: 'short', zh: '短期', en: 'short' },
        { value: 'long', zh: '长期', en: 'long' },
        { value: 'permanent', zh: '永久', en: 'permanent' },
      ],
    },
    { name: 'remark', zh: '备注', en: 'remark', kind: 'text' },
  ],
  F17: [
    { name: 'text', zh: '卷宗情况说明', en: 'note on the dossier', kind: 'text' },
    { name: 'filer', zh: '立卷人', en: 'filed by', kind: 'line' },
    { name: 'filedOn', zh: '立卷时间', en: 'day of filing', kind: 'date' },
    { name: 'inspector', zh: '检查人', en: 'inspected by', kind: 'line' },
    { name: 'inspectedOn', zh: '检查时间', en: 'day of inspection', kind: 'date' },
  ],
  F18: [
    { name: 'binder', zh: '装订人', en: 'bound by', kind: 'line' },
    { name: 'boundOn', zh: '装订日期', en: 'day of binding', kind: 'date' },
  ],
  F20: [
    { name: 'documents', zh: '送达文书名称及件数', en: 'documents served', kind: 'lines' },
    { name: 'recipient', zh: '受送达人（当事人）', en: 'recipient (party key)', kind: 'line' },
    { name: 'address', zh: '送达地址', en: 'address', kind: 'line' },
    {
      name: 'method',
      zh: '送达方式',
      en: 'way of service',
      kind: 'choice',
      choices: [
        { value: 'direct', zh: '直接送达', en: 'in person' },
        { value: 'left', zh: '留置送达', en: 'left at the address' },
        { value: 'mail', zh: '邮寄送达', en: 'by post' },
        { value: 'electronic', zh: '电子送达', en: 'electronic' },
        { value: 'notice', zh: '公告送达', en: 'public notice' },
      ],
    },
    { name: 'receivedOn', zh: '收到日期', en: 'day received', kind: 'date' },
    { name: 'receiver', zh: '代收人', en: 'received on behalf by', kind: 'line' },
    { name: 'receiverReason', zh: '代收理由', en: 'reason', kind: 'line' },
    { name: 'refusal', zh: '拒收事由和日期', en: 'refusal and its day', kind: 'text' },
    { name: 'witness', zh: '见证人', en: 'witness', kind: 'line' },
    { name: 'server', zh: '送达人', en: 'served by', kind: 'line' },
    { name: 'system', zh: '电子送达系统和地址', en: 'system and address of electronic service', kind: 'line' },
    { name: 'arrivedAt', zh: '到达对方系统的时间', en: 'arrival in the receiver’s system', kind: 'instant' },
    { name: 'remark', zh: '备注', en: 'remark', kind: 'text' },
  ],
  F21A: [
    {
      name: 'result',
      zh: '终止的情况（不填时按终止原因写）',
      en: 'how it ended, if not as the reason says',
      kind: 'text',
    },
    { name: 'issuedOn', zh: '通知日期', en: 'day of the notice', kind: 'date' },
  ],
  F21B: [
    { name: 'reasons', zh: '终止的原因', en: 'reasons', kind: 'choices', choices: ENDING_BOXES },
    { name: 'otherReason', zh: '其他原因', en: 'other reason', kind: 'text' },
    {
      name: 'focus',
      zh: '争议焦点（结案信息中未填时填写）',
      en: 'matter in dispute, if not entered with the ending',
      kind: 'text',
    },
    {
      name: 'suggestion',
      zh: '繁简分流建议',
      en: 'proposed track',
      kind: 'choice',
      choices: [
        { value: 'simple', zh: '简案', en: 'simple' },
        { value: 'complex', zh: '繁案', en: 'complex' },
      ],
    },
    { name: 'suggestionReason', zh: '建议的理由', en: 'reason for the proposal', kind: 'text' },
    { name: 'costActs', zh: '增加对方成本行为', en: "acts that raised the other side's costs", kind: 'text' },
    { name: 'hints', zh: '提示法院的事项', en: 'what the court should know', kind: 'text' },
    { name: 'remark', zh: '备注', en: 'remark', kind: 'text' },
    { name: 'reportedOn', zh: '填报日期', en: 'day of the report', kind: 'date' },
  ],
  F26: [
    { name: 'filledOn', zh: '填表时间', en: 'day filled in', kind: 'date' },
    { name: 'handler', zh: '承办人', en: 'handled by', kind: 'line' },
    { name: 'result', zh: '处理结果', en: 'result', kind: 'text' },
    { name: 'chairOpinion', zh: '负责人意见', en: "chair's opinion", kind: 'text' },
  ],
  F27: [
    { name: 'court', zh: '主送法院', en: 'court', kind: 'line' },
    { name: 'contact', zh: '联系人及电话', en: 'contact', kind: 'line' },
    { name: 'issuedOn', zh: '发函日期', en: 'day of the letter', kind: 'date' },
  ],
} as const satisfies Partial<Record<string, readonly FieldSpec[]>>;
