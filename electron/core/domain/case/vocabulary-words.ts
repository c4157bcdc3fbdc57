import type {
  AgreementForm,
  Application,
  AttachmentRole,
  Authority,
  DocumentType,
  EndingReason,
  PartyKind,
  Regime,
  RepresentativeKind,
  SessionMode,
  SessionResult,
  Sex,
  Side,
  Source,
  Track,
  TransferStatus,
} from './vocabulary';

/** A thing in both languages of the product. */
export type Words = readonly [zh: string, en: string];
export type WordList<T extends string> = Readonly<Record<T, Words>>;

/** The closed word lists of the field as a person reads them (domain.md 0.4, 2.2, 4.2, 4.6). */
export const SOURCE_WORDS: WordList<Source> = {
  'party-application': ['当事人申请', 'application of a party'],
  'bank-application': ['银行申请', 'application of a bank'],
  'court-delegation': ['法院委派', 'court delegation'],
  'court-entrustment': ['法院委托', 'court entrustment'],
  'regulator-transfer': ['监管转办', 'transfer by the regulator'],
  'hotline-referral': ['12345、12378引导', 'hotline 12345, 12378'],
  'petition-transfer': ['信访、综治移送', 'petition or public-order office'],
  screening: ['排查发现', 'dispute screening'],
  other: ['其他', 'other'],
};
export const REGIME_WORDS: WordList<Regime> = {
  people: ['人民调解', "people's mediation"],
  'court-delegated': ['法院委派调解（纸质签署）', 'court-delegated mediation (signed on paper)'],
  online: ['在线调解', 'online mediation'],
};
export const SIDE_WORDS: WordList<Side> = {
  applicant: ['申请人', 'applicant'],
  respondent: ['被申请人', 'respondent'],
  'third-party': ['第三人', 'third party'],
};
export const PARTY_KIND_WORDS: WordList<PartyKind> = {
  person: ['自然人', 'person'],
  organisation: ['机构', 'organisation'],
};
export const SEX_WORDS: WordList<Sex> = { male: ['男', 'male'], female: ['女', 'female'] };
export const DOCUMENT_TYPE_WORDS: WordList<DocumentType> = {
  'resident-id': ['居民身份证', 'resident identity card'],
  passport: ['护照', 'passport'],
  'taiwan-permit': ['台湾居民来往大陆通行证', 'travel permit for Taiwan residents'],
  'hk-macao-permit': ['港澳居民来往内地通行证', 'travel permit for Hong Kong and Macao residents'],
  'foreign-permanent-resident': ['外国人永久居留身份证', 'permanent residence card of a foreigner'],
  'household-register': ['户口簿', 'household register'],
  'military-police-id': ['军警证件', 'military or police identity card'],
  'credit-code': ['统一社会信用代码证', 'unified social credit code'],
  other: ['其他证件', 'other document'],
};
export const REPRESENTATIVE_WORDS: WordList<RepresentativeKind> = {
  lawyer: ['律师', 'lawyer'],
  'legal-worker': ['法律工作者', 'legal worker'],
  employee: ['单位工作人员', 'employee'],
  'near-relative': ['近亲属', 'near relative'],
  citizen: ['公民', 'citizen'],
};
export const AUTHORITY_WORDS: WordList<Authority> = {
  'apply-or-end': ['申请或终止调解', 'apply for or end mediation'],
  evidence: ['提供证据', 'give evidence'],
  'choose-mediator': ['选择调解员', 'choose the mediator'],
  'admit-change-waive': ['承认、变更、放弃请求', 'admit, change or waive claims'],
  'attend-and-sign': ['参加调解并签署协议', 'attend and sign'],
  'receive-documents': ['代收文书', 'receive documents'],
  other: ['其他', 'other'],
};
export const SESSION_MODE_WORDS: WordList<SessionMode> = {
  'on-site': ['现场', 'on site'],
  remote: ['远程', 'remote'],
  telephone: ['电话', 'by telephone'],
};
export const SESSION_RESULT_WORDS: WordList<SessionResult> = {
  settled: ['调解成功', 'settled'],
  'not-settled': ['调解不成', 'not settled'],
  'to-be-continued': ['有待继续调解', 'to be continued'],
};
export const AGREEMENT_FORM_WORDS: WordList<AgreementForm> = {
  written: ['书面协议', 'written'],
  oral: ['口头协议', 'oral'],
};
export const APPLICATION_WORDS: WordList<Application> = {
  written: ['书面申请', 'in writing'],
  oral: ['口头申请', 'orally'],
  'own-motion': ['调委会主动调解', "on the committee's own motion"],
};
export const TRACK_WORDS: WordList<Track> = {
  small: ['小额快处', 'small amount, fast'],
  simple: ['简案', 'simple'],
  ordinary: ['普通', 'ordinary'],
  complex: ['疑难复杂', 'difficult or complex'],
};
export const ENDING_WORDS: WordList<EndingReason> = {
  settled: ['达成调解协议', 'an agreement was reached'],
  withdrawn: ['申请人撤回调解申请', 'the applicant withdrew the application'],
  refused: ['一方当事人明确表示不接受调解', 'a party clearly refused mediation'],
  'period-over': ['期限届满无法达成调解协议', 'the period is over without an agreement'],
  'too-far-apart': ['双方分歧较大且难以达成调解协议', 'the parties are too far apart for an agreement'],
  'bad-faith': [
    '当事人可能存在恶意串通、损害公共利益或者第三人合法权益的情况',
    'possible collusion or harm to public or third-party interests',
  ],
  'concealment-or-delay': [
    '当事人隐瞒重要事实、提供虚假情况、故意拖延时间',
    'a party hid facts, gave false ones or delayed on purpose',
  ],
  'respondent-unreachable': ['被申请人无法联系', 'the respondent cannot be reached'],
  'refused-to-sign': ['一方当事人不同意签署调解协议', 'a party does not agree to sign the agreement'],
  other: ['其他', 'other'],
};
export const ATTACHMENT_ROLE_WORDS: WordList<AttachmentRole> = {
  evidence: ['证据', 'evidence'],
  identity: ['身份证件', 'identity document'],
  'signed-scan': ['签署后的扫描件', 'signed paper, scanned'],
  slip: ['履行凭证', 'payment slip'],
  other: ['其他材料', 'other paper'],
  character: ['外字影像', 'picture of a character'],
};
export const TRANSFER_STATUS_WORDS: WordList<TransferStatus> = {
  'to-send': ['待发送', 'to send'],
  sent: ['已发送', 'sent'],
  received: ['已接收', 'received'],
  'to-correct': ['退回补正', 'returned for correction'],
  'not-accepted': ['不予受理', 'not accepted'],
};
