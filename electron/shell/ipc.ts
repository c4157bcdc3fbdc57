import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { answerSchema, type Answer } from '../contract/method';
import { contract, type MethodName } from '../contract/contract';
import type { Handlers } from '../contract/answers';
import { AccessError } from '../core/access/access-error';
import { StoreError } from '../core/store/store-error';
import { ORIGIN } from './app-protocol';
import { logFault } from './log';
import { gate } from './method-needs';
import type { AccessDesk } from '../core/room/access-desk';

/**
 * The only door between window and main process.
 * Promises: only the main frame of a page of our own origin is answered; a request that breaks its schema is refused
 * with words and reaches no handler; what needs a right is refused to who has it not, before it reaches a handler; an
 * answer that breaks its schema never leaves. Proved by test/e2e/isolation.spec.ts and test/unit/shell/method-needs.test.ts.
 */
export function answerWindow(handlers: Handlers, access: () => AccessDesk | null): void {
  for (const method of Object.keys(contract) as MethodName[]) {
    ipcMain.handle(method, async (event: IpcMainInvokeEvent, raw: unknown) => {
      if (!isTrusted(event)) throw new Error('forbidden sender');
      return answer(method, handlers, access(), raw);
    });
  }
}

function isTrusted({ senderFrame: frame }: IpcMainInvokeEvent): boolean {
  return frame !== null && frame.parent === null && frame.url.startsWith(`${ORIGIN}/`);
}

async function answer(
  method: MethodName,
  handlers: Handlers,
  access: AccessDesk | null,
  raw: unknown,
): Promise<Answer<unknown>> {
  const request = contract[method].request.safeParse(raw);
  if (!request.success) return refusal('bad-request', BAD_REQUEST, request.error.issues[0]?.path.map(String).join('.'));
  try {
    gate(method, access);
    const handler = handlers[method] as (request: unknown) => Promise<unknown>;
    return answerSchema(contract[method].response).parse(await handler(request.data));
  } catch (fault) {
    if (fault instanceof StoreError || fault instanceof AccessError) return { ok: false, problems: [fault.problem] };
    logFault(method, fault);
    return refusal('program-fault', PROGRAM_FAULT);
  }
}

type Words = readonly [zh: string, en: string];
const BAD_REQUEST: Words = [
  '填写的内容不合规则，没有保存。请检查标出的项目后再试。',
  'What was entered does not fit and was not saved. Check the marked item and try again.',
];
const PROGRAM_FAULT: Words = [
  '软件出现内部错误，这一步没有完成；之前保存的内容完好。请再试一次，仍不行请联系管理员。',
  'The program failed at this step; what was saved before is safe. Try again, then call the administrator.',
];

function refusal(code: string, [zh, en]: Words, field?: string): Answer<never> {
  return { ok: false, problems: [{ code, zh, en, ...(field ? { field } : {}) }] };
}
