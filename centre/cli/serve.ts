import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Db } from '../db/db';
import { FolderTaken } from '../db/folder-lock';
import { migrate } from '../db/migrate';
import { openPostgres } from '../db/pg-db';
import { openPglite } from '../db/pglite-db';
import { readCentreKeys } from '../keys';
import { serviceLog } from '../operation/log';
import { createService } from '../service';
import { adminToken, tokenOfEnvironment, writeAdminWay } from './admin-files';
import type { Options } from './arguments';
import { CommandRefused, say, type Exit } from './output';
import { serveOptions, type ServeOptions } from './serve-options';

/** Milliseconds that requests under way get to end after the signal. */
const GRACE = 10_000;

/**
 * `centre serve`（运行中心）: runs until SIGTERM or SIGINT.
 *
 * Promises: the first line on standard output names the address once requests are answered there; on the signal parked
 * requests are answered, those under way end, the database is closed, exit 0; a second signal ends it at once. What was
 * answered as taken is there after any end, also a kill.
 * Proved by test/contract/centre-serve.slow.test.ts.
 */
export async function serve(options: Options): Promise<Exit> {
  const told = serveOptions(options);
  const stop = stopSignal();
  const db = await openDb(told);
  try {
    await migrate(db);
    const token = told.folder === null ? tokenOfEnvironment(process.env) : adminToken(told.folder);
    const service = await createService({
      db,
      clock: { now: () => Date.now() },
      log: told.log === 'silent' ? false : serviceLog(told.log, (line) => process.stderr.write(line)),
      adminToken: token,
      trustProxy: told.trustProxy,
      metricsFromAnywhere: told.metricsFromAnywhere,
      ...(told.tls ? { tls: told.tls } : {}),
    });
    await listen(service, told);
    const url = addressOf(service, told);
    if (told.folder !== null) writeAdminWay(told.folder, url, told.tls?.cert ?? null);
    if (token === null) {
      say.message(
        '没有管理令牌（CENTRE_ADMIN_TOKEN_FILE 或 --data），此进程不提供管理 / no token: no administration here',
      );
    }
    await announce(db, url, told.json);
    await stop;
    await closeWithin(service, GRACE);
  } finally {
    await db.close();
  }
  return 0;
}

/** Resolves at the first signal; the second one ends the process. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        if (asked) process.exit(1);
        asked = true;
        resolve();
      });
    }
  });
}

async function openDb({ postgres, folder }: ServeOptions): Promise<Db> {
  if (postgres !== null) return openPostgres(postgres);
  try {
    // Cases are in it: for the service's own user.
    if (folder !== null) mkdirSync(folder, { recursive: true, mode: 0o700 });
    return await openPglite(folder);
  } catch (fault) {
    if (!(fault instanceof FolderTaken)) throw fault;
    throw new CommandRefused(`另一个中心正在使用“${folder ?? ''}”`, fault.message, { cause: fault });
  }
}

async function listen(service: FastifyInstance, { host, port }: ServeOptions): Promise<void> {
  try {
    await service.listen({ host, port });
  } catch (cause) {
    await service.close();
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    throw new CommandRefused(
      `无法在 ${host}:${port} 上提供服务（${code}）`,
      `Cannot listen on ${host}:${port} (${code})`,
      {
        cause,
      },
    );
  }
}

/** Where the service listens, with the port that was chosen; for this machine where it listens on all addresses. */
function addressOf(service: FastifyInstance, { tls }: ServeOptions): string {
  const { address, port, family } = service.server.address() as AddressInfo;
  const everywhere = address === '0.0.0.0' || address === '::';
  const host = everywhere ? '127.0.0.1' : family === 'IPv6' ? `[${address}]` : address;
  return `${tls === null ? 'http' : 'https'}://${host}:${port}`;
}

async function announce(db: Db, url: string, json: boolean): Promise<void> {
  const { station } = await readCentreKeys(db);
  if (json) process.stdout.write(`${JSON.stringify({ listening: url, centre: station })}\n`);
  else say.result(`中心已就绪 listening ${url}\n中心公钥 centre key ${station}`);
}

async function closeWithin(service: FastifyInstance, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      service.server.closeAllConnections();
      resolve();
    }, ms);
  });
  await Promise.race([service.close(), late]);
  clearTimeout(timer);
}
