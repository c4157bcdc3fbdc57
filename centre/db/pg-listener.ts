import pg from 'pg';

export interface Listening {
  readonly url: string;
  readonly channel: string;
  /** Milliseconds to wait for a connection. */
  readonly patience: number;
}

/**
 * Listens on a connection of its own and comes back after a break, waiting 0.2 s up to 5 s. After a break everything that was
 * ever heard of is told again: news may have passed meanwhile. Resolves to the function that ends it, once listening for
 * the first time; a server that is away at the start is waited for behind the caller's back.
 */
export async function listenOn(
  { url, channel, patience }: Listening,
  heard: (payload: string) => void,
): Promise<() => Promise<void>> {
  const known = new Set<string>();
  let ended = false;
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | undefined;

  const again = (pause: number): void => {
    client = null;
    if (!ended) retry = setTimeout(() => void connect(Math.min(pause * 2, 5000)), pause);
  };
  const connect = async (pause: number): Promise<void> => {
    const fresh = new pg.Client({ connectionString: url, connectionTimeoutMillis: patience, keepAlive: true });
    client = fresh;
    let dropped = false;
    const drop = (): void => {
      if (dropped) return;
      dropped = true;
      fresh.end().catch(() => undefined);
      again(pause);
    };
    fresh.on('error', drop);
    fresh.on('end', drop);
    fresh.on('notification', ({ payload }) => {
      if (payload === undefined) return;
      known.add(payload);
      heard(payload);
    });
    try {
      await fresh.connect();
      await fresh.query(`listen ${channel}`);
      for (const payload of known) heard(payload);
      pause = 200;
    } catch {
      drop();
    }
  };
  await connect(200);
  return async () => {
    ended = true;
    clearTimeout(retry);
    await client?.end().catch(() => undefined);
  };
}
