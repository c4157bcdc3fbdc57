import {
  AGREEMENT_FORM_WORDS,
  APPLICATION_WORDS,
  ATTACHMENT_ROLE_WORDS,
  ENDING_WORDS,
  PARTY_KIND_WORDS,
  REGIME_WORDS,
  SESSION_MODE_WORDS,
  SESSION_RESULT_WORDS,
  SEX_WORDS,
  SIDE_WORDS,
  SOURCE_WORDS,
  TRACK_WORDS,
  TRANSFER_STATUS_WORDS,
  type WordList,
  type Words,
} from './vocabulary-words';

/** How the value of a field is put into words; a list of words for the closed lists. */
export type ValueKind =
  | 'text'
  | 'money'
  | 'date'
  | 'instant'
  | 'yes-no'
  | 'lines'
  | 'names'
  | 'clauses'
  | 'payments'
  | 'document'
  | 'person'
  | 'agents'
  | 'party'
  | 'answers'
  | 'confirmation'
  | WordList<string>;

export interface FieldName {
  readonly words: Words;
  readonly kind: ValueKind;
}

const named = (zh: string, en: string, kind: ValueKind = 'text'): FieldName => ({ words: [zh, en], kind });
const removed = named('是否移除', 'removed or kept', { true: ['移除', 'removed'], false: ['保留', 'kept'] });

/** The fields of a case（案件要素）as people name them, for the journal, conflicts and refusals: record → field. */
export const FIELD_TABLE: Readonly<Record<string, Readonly<Record<string, FieldName>>>> = {
  case: {
    source: named('案件来源', 'source', SOURCE_WORDS),
    courtNumber: named('法院案号', 'court number'),
    receivedAt: named('收案时间', 'time of receipt', 'instant'),
    disputeType: named('纠纷类型', 'dispute type'),
    regime: named('调解方式', 'regime', REGIME_WORDS),
    amountFen: named('争议金额', 'amount', 'money'),
    contractNumber: named('合同编号', 'contract number'),
    application: named('申请方式', 'way of application', APPLICATION_WORDS),
    acceptedOn: named('受理日期', 'day of acceptance', 'date'),
    court: named('委派（委托）法院', 'delegating court'),
    track: named('办理轨道', 'track', TRACK_WORDS),
    intakeId: named('移交编号', 'id of the hand-over'),
    intakeHash: named('移交内容校验值', 'hash of the hand-over'),
    claims: named('申请事项', 'claims', 'clauses'),
    facts: named('纠纷事实', 'facts'),
    triage: named('分流要素', 'triage answers', 'answers'),
    mediators: named('调解员', 'mediators', 'names'),
    recorder: named('记录人', 'recorder'),
    sample: named('示例数据', 'sample data', 'yes-no'),
  },
  party: {
    side: named('诉讼地位', 'side', SIDE_WORDS),
    kind: named('当事人类型', 'kind of party', PARTY_KIND_WORDS),
    name: named('姓名或名称', 'name'),
    shortName: named('简称', 'short name'),
    namePinyin: named('姓名拼音', 'name in pinyin'),
    sex: named('性别', 'sex', SEX_WORDS),
    nation: named('民族', 'ethnic group'),
    birthDate: named('出生日期', 'date of birth', 'date'),
    document: named('证件', 'identity document', 'document'),
    creditCode: named('统一社会信用代码', 'credit code'),
    occupation: named('职业或职务', 'occupation'),
    phone: named('联系电话', 'telephone'),
    address: named('住址', 'address'),
    legalRepresentative: named('法定代表人（负责人）', 'legal representative', 'person'),
    representatives: named('委托代理人', 'agents', 'agents'),
    removed,
  },
  session: {
    startedAt: named('调解时间', 'time of the session', 'instant'),
    mode: named('调解形式', 'manner of the session', SESSION_MODE_WORDS),
    place: named('调解地点', 'place'),
    participants: named('参加人', 'people invited', 'names'),
    present: named('到场当事人', 'parties present', 'names'),
    recorded: named('录音录像', 'sound or picture recorded', 'yes-no'),
    record: named('调解记录', 'record'),
    result: named('调解结果', 'result', SESSION_RESULT_WORDS),
    removed,
  },
  agreement: {
    form: named('协议形式', 'form of agreement', AGREEMENT_FORM_WORDS),
    agreedOn: named('达成日期', 'day agreed', 'date'),
    disputedMatters: named('争议事项', 'disputed matters'),
    clauses: named('协议条款', 'clauses', 'clauses'),
    payments: named('履行计划', 'schedule', 'payments'),
    performance: named('履行方式', 'manner of performance'),
    confirmation: named('司法确认', 'judicial confirmation', 'confirmation'),
  },
  ending: {
    reason: named('结案原因', 'reason of the ending', ENDING_WORDS),
    on: named('结案日期', 'day of the ending', 'date'),
    focus: named('争议焦点', 'matter in dispute'),
    steps: named('调解经过', 'steps taken', 'lines'),
    undisputedFacts: named('无争议事实', 'undisputed facts', 'lines'),
  },
  evidence: {
    by: named('提交人', 'handed in by', 'party'),
    name: named('证据名称', 'name of the evidence'),
    source: named('证据来源', 'source of the evidence'),
    proves: named('证明对象', 'what it proves'),
    pages: named('页数', 'pages'),
    copies: named('份数', 'copies'),
    original: named('原件或复印件', 'original or copy', { true: ['原件', 'original'], false: ['复印件', 'copy'] }),
    removed,
  },
  attachment: {
    role: named('附件种类', 'kind of attachment', ATTACHMENT_ROLE_WORDS),
    of: named('附件所属', 'what it belongs to', 'party'),
    name: named('附件名称', 'name of the attachment'),
    type: named('文件格式', 'type of file', {
      'application/pdf': ['PDF', 'PDF'],
      'image/jpeg': ['JPG', 'JPG'],
      'image/png': ['PNG', 'PNG'],
    }),
    sha256: named('文件校验值', 'hash of the file'),
    bytes: named('文件大小（字节）', 'size in bytes'),
    pages: named('页数', 'pages'),
    removed,
  },
  archive: {
    on: named('归档日期', 'day of archiving', 'date'),
    by: named('归档人', 'archived by'),
    missing: named('缺少的材料', 'what was missing', 'names'),
    reason: named('归档理由', 'reason for archiving'),
  },
  transfer: {
    status: named('移送状态', 'state of the transfer', TRANSFER_STATUS_WORDS),
    answeredOn: named('法院答复日期', "day of the court's answer", 'date'),
    answerNumber: named('法院答复文号', "number of the court's answer"),
    answerReason: named('法院答复理由', "reason of the court's answer"),
    receiver: named('接收人', 'receiver'),
  },
};

/** 分流要素 (domain.md 4.2). */
export const TRIAGE_WORDS: Readonly<Record<string, Words>> = {
  moneyOnly: ['仅涉及金钱给付', 'money only'],
  factsClear: ['事实清楚', 'facts clear'],
  relationClear: ['权利义务关系明确', 'relation clear'],
  disputeSmall: ['争议不大', 'little in dispute'],
  reachable: ['能够联系当事人', 'parties can be reached'],
  appraisalNeeded: ['需要鉴定', 'appraisal needed'],
  foreignElement: ['有涉外因素', 'foreign element'],
};
