import type { Series } from '../numbers/series';
import type { FormId } from './form-ids';

/** What a form is made for: the case, one party, one session, one instalment, or one record of its own. */
export type FormSubject = 'case' | 'party' | 'session' | 'payment' | 'record';

/** Parts of a case that a form prints; a change in one of them makes an issued paper out of date. */
export type ShownPart =
  | 'number'
  | 'receipt'
  | 'claims'
  | 'facts'
  | 'mediators'
  | 'session'
  | 'agreement'
  | 'ending'
  | 'evidence'
  | 'attachment'
  | 'signature';

/** Where the journal keeps each part. */
const PATHS: Readonly<Record<ShownPart, string>> = {
  number: 'number$',
  receipt: 'case\\.(source|courtNumber|court|receivedAt|acceptedOn)$',
  claims: 'case\\.(claims|amountFen|contractNumber)$',
  facts: 'case\\.facts$',
  mediators: 'case\\.(mediators|recorder)$',
  session: 'session\\.',
  // The regime decides when an agreement takes effect.
  agreement: '(agreement\\.|case\\.regime$)',
  ending: 'ending\\.',
  evidence: 'evidence\\.',
  attachment: 'attachment\\.',
  signature: 'signature\\.',
};
const ALL = Object.keys(PATHS) as readonly ShownPart[];

/** What is fixed about a form（文书）apart from its layout (domain.md 1.5). */
export interface FormFacts {
  readonly zh: string;
  readonly en: string;
  readonly per: FormSubject;
  /** Whose official numbers it takes, when it has one of its own; F12 and F13 carry the agreement's number. */
  readonly series?: Series;
  /** Beside the parties, the type of dispute and the paper's own data, which every form may print. */
  readonly shows: readonly ShownPart[];
}

const facts = (
  zh: string,
  en: string,
  per: FormSubject,
  shows: readonly ShownPart[] = [],
  series?: Series,
): FormFacts => ({ zh, en, per, shows, ...(series ? { series } : {}) });

export const FORMS: Readonly<Record<FormId, FormFacts>> = {
  F01: facts('卷宗封面', 'Dossier cover', 'case', [
    'number',
    'receipt',
    'mediators',
    'session',
    'agreement',
    'ending',
    'signature',
  ]),
  F02: facts('卷内目录', 'Contents of the dossier', 'case'),
  F03: facts('人民调解申请书', 'Application for mediation', 'case', ['claims', 'facts']),
  F04: facts('人民调解受理登记表', 'Acceptance register form', 'case', ['claims', 'facts', 'receipt']),
  F05: facts('人民调解当事人权利义务告知书', 'Notice of rights and duties', 'party', ['mediators']),
  F06: facts('当事人身份证明', 'Identity documents', 'party', ['attachment']),
  F07: facts('授权委托书', 'Power of attorney', 'party'),
  F08: facts('法定代表人（负责人）身份证明书', 'Proof of legal representative', 'party'),
  F09: facts('人民调解调查记录', 'Inquiry record', 'record', ['mediators']),
  F10: facts('证据材料清单', 'Evidence list', 'party', ['evidence', 'attachment']),
  F11: facts('人民调解记录', 'Mediation record', 'session', ['session', 'mediators']),
  F12: facts('人民调解协议书', 'Mediation agreement', 'case', ['agreement', 'facts', 'mediators', 'number']),
  F13: facts('人民调解口头协议登记表', 'Oral-agreement register form', 'case', [
    'agreement',
    'facts',
    'mediators',
    'number',
  ]),
  F14: facts('履行凭证', 'Proof of performance', 'payment', ['agreement', 'number', 'attachment']),
  F15: facts('人民调解回访记录', 'Follow-up record', 'record', ['number']),
  F16A: facts('司法确认申请书（调委会格式）', 'Application for judicial confirmation (committee)', 'case', [
    'agreement',
    'facts',
    'number',
    'signature',
  ]),
  F16B: facts('司法确认申请书（法院格式）', 'Application for judicial confirmation (court)', 'case', [
    'agreement',
    'facts',
    'number',
    'signature',
  ]),
  F17: facts('卷宗情况说明', 'Note on the dossier', 'case'),
  F18: facts('封底', 'Back cover', 'case'),
  F19: facts('送达地址确认书', 'Confirmation of the service address', 'party', ['receipt']),
  F20: facts('送达回证', 'Proof of service', 'record', ['receipt', 'number']),
  F21A: facts('终止调解通知书', 'Notice of ending', 'party', ['ending', 'receipt', 'mediators'], 'letter'),
  F21B: facts('诉前案件终止调解情况表', 'Report of ending to the court', 'case', [
    'ending',
    'receipt',
    'mediators',
    'claims',
    'facts',
  ]),
  F22A: facts('受理通知书', 'Notice of acceptance', 'party', ['receipt', 'claims'], 'accepted'),
  F22B: facts('不予受理通知书', 'Notice of non-acceptance', 'party', ['receipt', 'claims'], 'not-accepted'),
  F23: facts('撤回调解申请书', 'Withdrawal of the application', 'case', ['receipt', 'claims']),
  F24: facts('无争议事实确认书', 'Record of undisputed facts', 'case', ['ending', 'receipt', 'mediators']),
  F25: facts('调解意见书', "Mediator's proposal", 'case', ['claims', 'facts', 'mediators']),
  F26: facts('人民调解结案报告表', 'Closing report', 'case', [
    'number',
    'receipt',
    'facts',
    'mediators',
    'session',
    'agreement',
    'ending',
    'signature',
  ]),
  F27: facts('移送函', 'Letter of transfer', 'case', ALL, 'letter'),
  F28: facts('调解通知书', 'Notice of session', 'record', ['mediators']),
  F29: facts('委派（委托）调解材料接收确认', 'Receipt of a court delegation', 'case', ['receipt', 'claims']),
  F30: facts('调解员披露与回避声明', "Mediator's disclosure", 'case', ['mediators']),
  F31: facts('个人信息处理告知同意书', 'Consent to the processing of personal data', 'party'),
  F32: facts('录音录像告知同意书', 'Consent to recording', 'case', ['session', 'mediators']),
  F33: facts('调解审批表', 'Approval form', 'record'),
  E01: facts('民事起诉状（信用卡纠纷）', 'Complaint (credit card)', 'case', [
    'claims',
    'facts',
    'receipt',
    'ending',
    'evidence',
  ]),
  E02: facts('民事起诉状（金融借款合同纠纷）', 'Complaint (loan contract)', 'case', [
    'claims',
    'facts',
    'receipt',
    'ending',
    'evidence',
  ]),
  T01: facts('移送材料清单', 'List of what is handed over', 'case', ALL),
};

/** The bound dossier（卷宗）as a document: issued and frozen like a form, though it is made of many. */
export const DOSSIER = 'dossier';

/** Register paths of the journal that a paper prints; a later change of one of them makes the paper out of date. */
export function printedPaths(form: FormId | typeof DOSSIER, of: string): RegExp {
  if (form === DOSSIER) return /^(case|party|session|agreement|ending|evidence|attachment|paper|numbers?|signature)\b/;
  const parts = FORMS[form].shows.map((part) => PATHS[part]);
  const own = [`numbers\\.${form}\\.${of}$`, `paper\\.${form}\\.${of}\\.`];
  return new RegExp(`^(${['party\\.', 'case\\.disputeType$', ...parts, ...own].join('|')})`);
}
