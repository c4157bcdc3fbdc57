import type { Problem } from '../domain/checks/problem';
import type { Right } from './rights';

/** Why the room did not let something happen（无权操作）. */
export type AccessFault = 'signed-out' | 'no-right' | 'not-your-case' | 'not-recorded' | 'own-password-first';

const WORDS: Readonly<Record<AccessFault, readonly [zh: string, en: string]>> = {
  'signed-out': [
    '没有人登录，或屏幕已锁定。请登录后再试；之前保存的内容完好。',
    'Nobody is signed in, or the screen is locked. Sign in and try again; what was saved before is safe.',
  ],
  'no-right': [
    '您的账户没有这项权限，没有作任何改动。需要时请让有权限的同事登录办理，或请管理员调整角色。',
    'Your account may not do this; nothing was changed. Let a colleague with the right sign in, or ask the administrator.',
  ],
  'not-your-case': [
    '这个案件不在您的办理范围内。需要时请让负责人把您加为本案调解员。',
    'This case is outside what your account sees. Ask the chair to name you as a mediator of the case.',
  ],
  'own-password-first': [
    '请先设置自己的密码，再继续工作。管理员给的密码只用于第一次登录。',
    'Choose a password of your own first. The one from the administrator is for signing in once only.',
  ],
  'not-recorded': [
    '查阅记录没有写成，因此没有显示。请检查磁盘后再试；之前保存的内容完好。',
    'The access could not be recorded, so it was not shown. Check the disk and try again; what was saved before is safe.',
  ],
};

/** A refusal of access control. Nothing was read, written or shown. */
export class AccessError extends Error {
  constructor(
    readonly fault: AccessFault,
    readonly right: Right | null = null,
    options?: ErrorOptions,
  ) {
    super(right === null ? fault : `${fault}: ${right}`, options);
    this.name = 'AccessError';
  }

  get problem(): Problem {
    const [zh, en] = WORDS[this.fault];
    return { code: this.fault, zh, en, ...(this.right === null ? {} : { detail: { right: this.right } }) };
  }
}
