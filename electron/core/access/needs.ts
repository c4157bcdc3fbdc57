import type { Right } from './rights';

/**
 * What a call of the window needs（调用所需权限）: a right; `anyone` signed in; `before-sign-in` is answered to nobody, too;
 * `unless-open` needs somebody signed in only where the room is open. Which call needs what is one table beside the door
 * (shell/method-needs.ts), because the core does not know the contract; AccessDesk.allow decides.
 */
export type Need = Right | 'anyone' | 'before-sign-in' | 'unless-open';
