import type { AttachmentRole } from '../case/vocabulary';
import type { FormId } from '../forms/form-ids';

/** One row of the order inside a dossier（卷内目录）: its name, the forms that belong there, and what comes with them. */
export interface OrderRow {
  readonly zh: string;
  readonly en: string;
  /** `always` required, or only when the case has such papers（按需）. */
  readonly need: 'always' | 'if-any';
  readonly forms: readonly FormId[];
  /** Scans that follow the papers of the row. */
  readonly scans: readonly AttachmentRole[];
}

const row = (
  zh: string,
  en: string,
  need: OrderRow['need'],
  forms: readonly FormId[],
  scans: readonly AttachmentRole[] = [],
): OrderRow => ({ zh, en, need, forms, scans });

/** The result of the mediation: an agreement, or the papers of its failure. */
const RESULT: readonly FormId[] = ['F12', 'F13', 'F25', 'F23', 'F24', 'F21A', 'F21B'];
const COURT: readonly FormId[] = ['F16A', 'F16B', 'F19', 'F27', 'T01', 'E01', 'E02'];

/**
 * The wider local order of 13 rows (domain.md 1.2); papers that it does not name stand with those that they belong to, which
 * is our choice. The cover and the contents come before, the back cover is row 13.
 */
const THIRTEEN: readonly OrderRow[] = [
  row('人民调解申请书或受理登记表', 'Application or register form', 'always', ['F03', 'F04', 'F29', 'F22A', 'F22B']),
  row('人民调解当事人权利义务告知书', 'Notice of rights and duties', 'always', ['F05', 'F31', 'F32', 'F30']),
  row('当事人身份证明', 'Identity documents', 'always', ['F06', 'F08'], ['identity']),
  row('授权委托书', 'Power of attorney', 'if-any', ['F07']),
  row('人民调解调查记录', 'Inquiry record', 'if-any', ['F09']),
  row('人民调解证据材料', 'Evidence', 'if-any', ['F10'], ['evidence']),
  row('人民调解记录', 'Mediation record', 'always', ['F28', 'F20', 'F11']),
  row('人民调解协议书（或终止材料）', 'Agreement (or papers of ending)', 'always', RESULT),
  row('履行凭证', 'Proof of performance', 'if-any', ['F14'], ['slip']),
  row('人民调解回访记录', 'Follow-up record', 'if-any', ['F15']),
  row('司法确认及移送有关材料', 'Judicial confirmation and transfer', 'if-any', COURT, ['other']),
  row('卷宗情况说明', 'Note on the dossier', 'if-any', ['F26', 'F33', 'F17']),
  row('封底', 'Back cover', 'always', ['F18']),
];

/** The national order of 9 rows (domain.md 1.2). */
const NINE: readonly OrderRow[] = [
  row('人民调解申请书或受理登记表', 'Application or register form', 'always', [
    'F03',
    'F04',
    'F29',
    'F22A',
    'F22B',
    'F05',
    'F31',
    'F32',
    'F30',
  ]),
  row('人民调解调查记录', 'Inquiry record', 'if-any', ['F09']),
  row('人民调解证据材料', 'Evidence', 'always', ['F06', 'F08', 'F07', 'F10'], ['identity', 'evidence']),
  row('人民调解记录', 'Mediation record', 'always', ['F28', 'F20', 'F11']),
  row('人民调解协议书（或终止材料）', 'Agreement (or papers of ending)', 'always', RESULT),
  row('人民调解回访记录', 'Follow-up record', 'if-any', ['F14', 'F15'], ['slip']),
  row('司法确认及移送有关材料', 'Judicial confirmation and transfer', 'if-any', COURT, ['other']),
  row('卷宗情况说明', 'Note on the dossier', 'always', ['F26', 'F33', 'F17']),
  row('封底', 'Back cover', 'always', ['F18']),
];

/** Which order a committee binds in: a setting (domain.md 9.1). */
export const DOSSIER_ORDERS = { thirteen: THIRTEEN, nine: NINE } as const;
export type DossierOrder = keyof typeof DOSSIER_ORDERS;
