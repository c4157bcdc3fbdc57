import type { CaseState } from '../../shared/case-types';

type Approval = CaseState['approvals'][number];

/** How the approval of the agreement stands（审批）. */
export type ApprovalStanding =
  | { readonly state: 'none' }
  | { readonly state: 'approved'; readonly by: readonly Approval[] }
  /** Approved once, and changed after that. */
  | { readonly state: 'lapsed'; readonly last: Approval };

/** Valid approvals count, whoever gave them; without one, the latest that has lapsed is told. */
export function approvalState(approvals: readonly Approval[]): ApprovalStanding {
  const by = approvals.filter(({ valid }) => valid);
  if (by.length > 0) return { state: 'approved', by };
  const [last] = [...approvals].sort((a, b) => b.at.localeCompare(a.at));
  return last === undefined ? { state: 'none' } : { state: 'lapsed', last };
}
