import { rightsOf, type Right, type Role } from './rights';

/** Who acts（操作人）: the account that stands in entries, and what it may do. */
export interface Actor {
  /** The name of the account, unique on a workstation; the same name in two rooms is the same person. */
  readonly name: string;
  readonly roles: readonly Role[];
  /** Of a part-time mediator: the institution's credit code and name, which bound what he sees. */
  readonly institution: { readonly name: string; readonly creditCode: string | null } | null;
  /** Whether identity numbers, telephones and accounts are shown masked until asked for. False for the holder of a key file. */
  readonly masked: boolean;
}

/** What the room itself writes, when nobody asked for it（系统）: blocks and rules from the centre, burnt numbers of other rooms. */
export const SYSTEM = '系统';

/** What of a case decides who sees it; taken from its summary. */
export interface CaseSight {
  readonly mediators: readonly string[];
  /** Names of the parties as entered. */
  readonly names: readonly string[];
  /** Identity numbers and credit codes of the parties. */
  readonly documents: readonly string[];
}

export const may = (actor: Actor, right: Right): boolean => rightsOf(actor.roles).includes(right);

/** Roles whose holder sees every case of the workstation. */
const ALL_CASES: readonly Role[] = ['chair', 'mediator', 'clerk', 'auditor'];

/**
 * Whether this person sees this case（可见范围）: all with a role of the committee; an institution's part-time mediator
 * those in which the institution is a party; an invited mediator those in which he is named. A case with no party yet is
 * seen by the part-time mediators too, because it may be the one that they are entering.
 */
export function sees(actor: Actor, sight: CaseSight): boolean {
  if (!may(actor, 'case.read')) return false;
  if (actor.roles.some((role) => ALL_CASES.includes(role))) return true;
  if (sight.mediators.includes(actor.name)) return true;
  const { institution } = actor;
  if (!actor.roles.includes('part-time-mediator') || institution === null) return false;
  if (sight.names.length === 0) return true;
  return (
    sight.names.includes(institution.name) ||
    (institution.creditCode !== null && sight.documents.includes(institution.creditCode))
  );
}
