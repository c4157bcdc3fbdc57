/**
 * The closed word lists of the field (domain.md 0.4, 2.2, 3.3 and the hand-over format). String unions, so that an
 * unknown word is a type error here and a named refusal at the edges.
 */

/** Where a case comes from（案件来源）. */
export const SOURCES = [
  'party-application',
  'bank-application',
  'court-delegation',
  'court-entrustment',
  'regulator-transfer',
  'hotline-referral',
  'petition-transfer',
  'screening',
  'other',
] as const;
export type Source = (typeof SOURCES)[number];

/** Which rule decides the day of effect（生效规则）: people's mediation, court-delegated on paper, or online. */
export const REGIMES = ['people', 'court-delegated', 'online'] as const;
export type Regime = (typeof REGIMES)[number];

/** A party's side（申请人、被申请人、第三人）. */
export const SIDES = ['applicant', 'respondent', 'third-party'] as const;
export type Side = (typeof SIDES)[number];

/** 自然人 or 法人及社会组织. */
export const PARTY_KINDS = ['person', 'organisation'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

export const SEXES = ['male', 'female'] as const;
export type Sex = (typeof SEXES)[number];

/** 证件类型 (domain.md 1.4). */
export const DOCUMENT_TYPES = [
  'resident-id',
  'passport',
  'taiwan-permit',
  'hk-macao-permit',
  'foreign-permanent-resident',
  'household-register',
  'military-police-id',
  'credit-code',
  'other',
] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

/** 代理人类型 (domain.md 1.4). */
export const REPRESENTATIVE_KINDS = ['lawyer', 'legal-worker', 'employee', 'near-relative', 'citizen'] as const;
export type RepresentativeKind = (typeof REPRESENTATIVE_KINDS)[number];

/** 委托权限, the boxes of F07 in their order (domain.md F07). */
export const AUTHORITIES = [
  'apply-or-end',
  'evidence',
  'choose-mediator',
  'admit-change-waive',
  'attend-and-sign',
  'receive-documents',
  'other',
] as const;
export type Authority = (typeof AUTHORITIES)[number];

/** 现场、远程、电话. */
export const SESSION_MODES = ['on-site', 'remote', 'telephone'] as const;
export type SessionMode = (typeof SESSION_MODES)[number];

/** F11 调解结果: 调解成功、调解不成、有待继续调解. */
export const SESSION_RESULTS = ['settled', 'not-settled', 'to-be-continued'] as const;
export type SessionResult = (typeof SESSION_RESULTS)[number];

/** 书面协议（F12）or 口头协议（F13）. */
export const AGREEMENT_FORMS = ['written', 'oral'] as const;
export type AgreementForm = (typeof AGREEMENT_FORMS)[number];

/** Why a case ended (domain.md F21b and the hand-over format). */
export const ENDING_REASONS = [
  'settled',
  'withdrawn',
  'refused',
  'period-over',
  'too-far-apart',
  'bad-faith',
  'concealment-or-delay',
  'respondent-unreachable',
  'refused-to-sign',
  'other',
] as const;
export type EndingReason = (typeof ENDING_REASONS)[number];

/** Where a case stands, in order（登记、受理、调解、协议、签署、履行、归档）. */
export const STAGES = ['registered', 'accepted', 'mediation', 'agreement', 'signing', 'performance', 'closed'] as const;
export type Stage = (typeof STAGES)[number];

/** How a case was applied for（申请方式）: in writing（F03）, orally, or on the committee's own motion（F04）. */
export const APPLICATIONS = ['written', 'oral', 'own-motion'] as const;
export type Application = (typeof APPLICATIONS)[number];

/** 小额快处、简、普通、疑难复杂 (domain.md 4.2). */
export const TRACKS = ['small', 'simple', 'ordinary', 'complex'] as const;
export type Track = (typeof TRACKS)[number];

/**
 * What a scan is: evidence, an identity paper, a signed paper scanned back, a payment slip, another paper for the court, or
 * the picture of a character that no font has（外字影像）.
 */
export const ATTACHMENT_ROLES = ['evidence', 'identity', 'signed-scan', 'slip', 'other', 'character'] as const;
export type AttachmentRole = (typeof ATTACHMENT_ROLES)[number];

/** 移送类型: judicial confirmation（司法确认）or filing（立案）. */
export const TRANSFER_TYPES = ['confirmation', 'filing'] as const;
export type TransferType = (typeof TRANSFER_TYPES)[number];

/** 待发送、已发送、已接收、退回补正、不予受理 (domain.md 4.6). */
export const TRANSFER_STATUSES = ['to-send', 'sent', 'received', 'to-correct', 'not-accepted'] as const;
export type TransferStatus = (typeof TRANSFER_STATUSES)[number];

/** What somebody can approve（审批事项）in the journal: the agreement as drafted. */
export const APPROVAL_MATTERS = ['agreement'] as const;
export type ApprovalMatter = (typeof APPROVAL_MATTERS)[number];
