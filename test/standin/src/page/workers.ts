import type { Page } from './page';
import { interceptRequests } from './requests';

/**
 * A worker's requests are paused in a session of its own. Each worker waits until that session serves the app's
 * protocols, then runs; workers of workers likewise.
 */
export async function serveWorkers(page: Page, session: string): Promise<void> {
  page.on(
    'Target.attachedToTarget',
    (attached) => void admit(page, attached.sessionId).catch(() => undefined),
    session,
  );
  const settings = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true } as const;
  await page.commandOf(session, 'Target.setAutoAttach', settings);
}

async function admit(page: Page, session: string): Promise<void> {
  await Promise.allSettled([interceptRequests(page, session), serveWorkers(page, session)]);
  await page.commandOf(session, 'Runtime.runIfWaitingForDebugger', {});
}
