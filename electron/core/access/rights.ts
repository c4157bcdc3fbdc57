/**
 * Roles and rights（角色与权限）: the one table of who may do what on this workstation (domain.md 8.0 to 8.6).
 * A person may have several roles and then has the rights of all of them.
 */
export const ROLES = [
  /** 管理员: accounts, keys, backup, settings; no case by this role. */
  'administrator',
  /** 负责人（审批人） */
  'chair',
  /** 专职调解员 */
  'mediator',
  /** 兼职调解员, of an institution: its own institution's cases only. */
  'part-time-mediator',
  /** 特邀调解员: cases in which he is named as mediator only. */
  'invited-mediator',
  /** 书记员（记录人） */
  'clerk',
  /** 审计人员: reads, never writes. */
  'auditor',
] as const;
export type Role = (typeof ROLES)[number];

export const RIGHTS = [
  'case.read',
  /** Facts, parties, sessions, drafts of agreement and papers, signatures, scans. */
  'case.write',
  /** Endings, transfers to the court, bookings of clashes. */
  'case.decide',
  'case.approve',
  'case.archive',
  /** Final papers and printing. */
  'paper.issue',
  'number.take',
  'number.void',
  /** Number blocks entered by hand, and released after a restore. */
  'number.lease',
  'intake.import',
  'data.unmask',
  /** Saving papers, packages and lists outside the store. */
  'data.export',
  'data.purge',
  'log.read',
  'account.manage',
  'key.manage',
  'backup.make',
  'backup.restore',
  'store.verify',
  'sync.manage',
  'sync.stick',
  'room.settings',
] as const;
export type Right = (typeof RIGHTS)[number];

const MEDIATING = [
  'case.read',
  'case.write',
  'case.decide',
  'paper.issue',
  'number.take',
  'data.unmask',
] as const satisfies readonly Right[];

export const RIGHTS_OF: Readonly<Record<Role, readonly Right[]>> = {
  administrator: [
    'number.lease',
    'intake.import',
    'data.purge',
    'log.read',
    'account.manage',
    'key.manage',
    'backup.make',
    'backup.restore',
    'store.verify',
    'sync.manage',
    'sync.stick',
    'room.settings',
  ],
  chair: [
    ...MEDIATING,
    'case.approve',
    'case.archive',
    'number.void',
    'intake.import',
    'data.export',
    'data.purge',
    'log.read',
    'backup.make',
    'store.verify',
    'sync.stick',
  ],
  mediator: [
    ...MEDIATING,
    'case.archive',
    'number.void',
    'number.lease',
    'intake.import',
    'data.export',
    'backup.make',
    'store.verify',
    'sync.stick',
  ],
  'part-time-mediator': [...MEDIATING, 'intake.import', 'data.export', 'sync.stick'],
  'invited-mediator': MEDIATING,
  clerk: ['case.read', 'case.write', 'paper.issue', 'number.take', 'intake.import', 'data.unmask'],
  auditor: ['case.read', 'log.read', 'store.verify'],
};

/** The rights of someone with these roles, in the order of the table. */
export function rightsOf(roles: readonly Role[]): readonly Right[] {
  const all = new Set<Right>(roles.flatMap((role) => RIGHTS_OF[role]));
  return RIGHTS.filter((right) => all.has(right));
}

/** What each kind of entry needs of whoever writes it. A kind that is not here may be written by the room itself only. */
export const RIGHT_OF_KIND: Readonly<Record<string, Right>> = {
  'case-set': 'case.write',
  'party-set': 'case.write',
  'session-set': 'case.write',
  'agreement-set': 'case.write',
  'signature-set': 'case.write',
  'paper-set': 'case.write',
  'evidence-set': 'case.write',
  'attachment-set': 'case.write',
  'ending-set': 'case.decide',
  'transfer-made': 'case.decide',
  'transfer-answer-set': 'case.decide',
  'approval-set': 'case.approve',
  'archive-set': 'case.archive',
  'document-issued': 'paper.issue',
  'document-sent': 'paper.issue',
  'document-printed': 'paper.issue',
  'number-given': 'number.take',
  'number-taken': 'number.take',
  'number-voided': 'number.void',
  'block-leased': 'number.lease',
  'block-released': 'number.lease',
  'room-set': 'room.settings',
  'account-set': 'account.manage',
};
