import type { DocumentType, RepresentativeKind, Sex, Side } from '../../domain/case/vocabulary';

/** Words of the forms for the closed lists of the domain. */
export const SIDE_NAMES: Readonly<Record<Side, string>> = {
  applicant: '申请人',
  respondent: '被申请人',
  'third-party': '第三人',
};

export const SEX_NAMES: Readonly<Record<Sex, string>> = { male: '男', female: '女' };

/** Names of identity papers（证件类型）(domain.md 1.4). */
export const DOCUMENT_TYPE_NAMES: Readonly<Record<DocumentType, string>> = {
  'resident-id': '居民身份证',
  passport: '护照',
  'taiwan-permit': '台湾居民来往大陆通行证',
  'hk-macao-permit': '港澳居民来往内地通行证',
  'foreign-permanent-resident': '外国人永久居留身份证',
  'household-register': '户口簿',
  'military-police-id': '军警证件',
  'credit-code': '统一社会信用代码证',
  other: '其他',
};

/** Label of the number of an identity paper（证件号码）. */
export const DOCUMENT_NUMBER_LABELS: Readonly<Record<DocumentType, string>> = {
  'resident-id': '身份证号',
  passport: '护照号码',
  'taiwan-permit': '台湾居民来往大陆通行证号',
  'hk-macao-permit': '港澳居民来往内地通行证号',
  'foreign-permanent-resident': '外国人永久居留证号',
  'household-register': '户口簿号',
  'military-police-id': '军警证件号',
  'credit-code': '统一社会信用代码',
  other: '证件号码',
};

export const REPRESENTATIVE_KIND_NAMES: Readonly<Record<RepresentativeKind, string>> = {
  lawyer: '律师',
  'legal-worker': '法律工作者',
  employee: '单位工作人员',
  'near-relative': '近亲属',
  citizen: '公民',
};

/** Names of fields as a person knows them, for messages; by the last part of the path in the case. */
export const FIELD_NAMES: Readonly<Record<string, string>> = {
  name: '姓名或名称',
  side: '申请人或被申请人',
  kind: '当事人类型',
  sex: '性别',
  nation: '民族',
  birthDate: '出生日期',
  document: '证件',
  creditCode: '统一社会信用代码',
  occupation: '职业或职务',
  phone: '联系方式',
  address: '住址',
  legalRepresentative: '法定代表人',
  representatives: '委托代理人',
  facts: '纠纷主要事实',
  mediators: '人民调解员',
  recorder: '记录人',
  number: '编号',
  form: '协议形式',
  agreedOn: '达成协议日期',
  disputedMatters: '争议事项',
  clauses: '协议条款',
  payments: '履行计划',
  performance: '履行方式、时限',
  confirmation: '是否申请司法确认',
};
