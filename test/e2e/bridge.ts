import type { Page } from '@playwright/test';
import type { Answer } from '../../electron/contract/method';
import type { MethodName, Request, Response } from '../../electron/contract/contract';

/** Calls a method of the bridge from inside the page, as its scripts would. */
export async function call<M extends MethodName>(
  page: Page,
  method: M,
  request: Request<M>,
): Promise<Answer<Response<M>>> {
  return page.evaluate(
    ([name, value]) => {
      const bridge = (window as unknown as { mediationRoom: Record<string, (request: unknown) => Promise<unknown>> })
        .mediationRoom;
      return bridge[name]?.(value);
    },
    [method, request] as const,
  ) as Promise<Answer<Response<M>>>;
}

/** Makes the sample room through the bridge, for specs that are about something else than first start. */
export async function makeSampleRoom(page: Page): Promise<void> {
  const made = await call(page, 'room.create', { room: '调解室三', operator: '谢怀舟', sample: true, blocks: [] });
  if (!made.ok) throw new Error(made.problems[0]?.en);
}
