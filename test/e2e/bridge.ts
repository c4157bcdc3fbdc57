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

/** Of every account that specs make; the founder of the sample room is 谢怀舟. */
export const PASSWORD = 'Tonghua-Lu 27 hao';

/** Makes the sample room through the bridge, for specs that are about something else than first start; its founder is signed in. */
export async function makeSampleRoom(page: Page, room = '调解室三', operator = '谢怀舟'): Promise<void> {
  const made = await call(page, 'room.create', { room, operator, password: PASSWORD, sample: true, blocks: [] });
  if (!made.ok) throw new Error(made.problems[0]?.en);
}

/** Signs in through the bridge after a restart; what the window shows follows by itself. */
export async function signIn(page: Page, name = '谢怀舟', password = PASSWORD): Promise<void> {
  const status = await call(page, 'room.status', {}); // opens the room where the window has not asked yet
  if (!status.ok || status.value.state !== 'open') throw new Error('the room is not open');
  const inside = await call(page, 'access.signIn', { name, password });
  if (!inside.ok) throw new Error(inside.problems[0]?.en);
}
