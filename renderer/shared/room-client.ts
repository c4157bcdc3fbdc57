import {
  contract,
  type BatchProgress,
  type Bridge,
  type MethodName,
  type Request,
  type Response,
} from '../../electron/contract/contract';
import { answerSchema, type Answer, type ProblemMessage } from '../../electron/contract/method';
import type { WorkProgress } from '../../electron/contract/safety';
import { mayGoOut } from './held-calls';

declare global {
  interface Window {
    /** Put there by the preload script; missing only where the page is opened outside the app. */
    readonly mediationRoom?: Bridge;
  }
}

const fault = (code: string, zh: string, en: string): { readonly ok: false; readonly problems: ProblemMessage[] } => ({
  ok: false,
  problems: [{ code, zh, en }],
});

const noProgram = () =>
  fault(
    'no-program',
    '窗口没有连上程序。已保存的内容不受影响；请关闭窗口后重新打开。',
    'The window has lost the program. What was saved is safe; close the window and open it again.',
  );

const programFault = () =>
  fault(
    'program-fault',
    '程序内部出错，这一步没有完成。已保存的内容不受影响；请再试一次，仍不行请重新打开程序。',
    'The program failed at this step. What was saved is safe; try again, then restart the program.',
  );

const gone = () =>
  fault(
    'signed-out',
    '没有人登录，这一步没有做。已保存的内容不受影响；请登录后再试。',
    'Nobody is signed in, so this step was not taken. What was saved is safe; sign in and try again.',
  );

const malformed = () =>
  fault(
    'answer-malformed',
    '程序的答复无法识别，这一步的结果未知。已保存的内容不受影响；请重新打开本页核对。',
    'The answer could not be understood, so the result of this step is unknown. What was saved is safe; open the page again and check.',
  );

/**
 * Calls the program. The answer is checked here once more against the contract; a call that rejects, or an answer that
 * does not fit, comes back as a problem in plain words, so this never throws. While the screen is locked a call of the
 * work below waits (see held-calls.ts).
 */
export async function call<M extends MethodName>(name: M, request: Request<M>): Promise<Answer<Response<M>>> {
  const bridge = window.mediationRoom;
  if (bridge === undefined) return noProgram();
  if (!(await mayGoOut(name))) return gone();
  const ask = bridge[name] as (request: Request<M>) => Promise<unknown>;
  let answer: unknown;
  try {
    answer = await ask(request);
  } catch {
    return programFault();
  }
  const checked = answerSchema(contract[name].response).safeParse(answer);
  if (!checked.success) return malformed();
  if (!checked.data.ok && checked.data.problems.some(({ code }) => code === 'signed-out')) {
    for (const tell of signedOutListeners) tell();
  }
  return checked.data as Answer<Response<M>>;
}

const signedOutListeners = new Set<() => void>();

/** Calls `listener` when the program refused a call because nobody is signed in; returns the function that ends it. */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener);
  return () => {
    signedOutListeners.delete(listener);
  };
}

/** Calls `listener` with the id of each case that changed; returns the function that ends it. */
export const onCaseChanged = (listener: (caseId: string) => void): (() => void) =>
  window.mediationRoom?.onCaseChanged(listener) ?? (() => undefined);

/** Calls `listener` when the state of sync changed; returns the function that ends it. */
export const onSyncChanged = (listener: () => void): (() => void) =>
  window.mediationRoom?.onSyncChanged(listener) ?? (() => undefined);

/** Calls `listener` as a batch goes on; returns the function that ends it. */
export const onBatchProgress = (listener: (progress: BatchProgress) => void): (() => void) =>
  window.mediationRoom?.onBatchProgress(listener) ?? (() => undefined);

/** Calls `listener` when somebody signed in or out, or the screen was locked; returns the function that ends it. */
export const onAccessChanged = (listener: () => void): (() => void) =>
  window.mediationRoom?.onAccessChanged(listener) ?? (() => undefined);

/** Calls `listener` when the screen is about to be locked; returns the function that ends it. */
export const onLockAsked = (listener: () => void): (() => void) =>
  window.mediationRoom?.onLockAsked(listener) ?? (() => undefined);

/** Calls `listener` as a backup, restore or check goes on; returns the function that ends it. */
export const onWorkProgress = (listener: (progress: WorkProgress) => void): (() => void) =>
  window.mediationRoom?.onWorkProgress(listener) ?? (() => undefined);
