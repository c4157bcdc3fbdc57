/** The product tree（纠纷类型, domain.md 3.3） as the window needs it: codes and names, no rules. */
export { DISPUTE_TYPES, disputeTypeName } from '../core/domain/checks/dispute-type';
