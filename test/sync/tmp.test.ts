import { it } from 'vitest';
import { freshRoomFolders } from './support/lab';
import { SimHistory } from './support/sim-history';
import { TestCentre } from './support/test-centre';
import { openPglite } from '../../centre/db/pglite-db';
it('x', async () => {
  const db = await openPglite(null);
  const kinds = new Map<string, [number, number]>();
  let tx = 0,
    txTime = 0;
  const centre = await TestCentre.on({
    ...db,
    within: async (a, w) => {
      tx++;
      const t = performance.now();
      try {
        return await db.within(a, async (q) =>
          w({
            query: async (text, p) => {
              const t0 = performance.now();
              try {
                return await q.query(text, p);
              } finally {
                const k = text.replace(/\s+/g, ' ').slice(0, 60);
                const o = kinds.get(k) ?? [0, 0];
                kinds.set(k, [o[0] + 1, o[1] + performance.now() - t0]);
              }
            },
          }),
        );
      } finally {
        txTime += performance.now() - t;
      }
    },
  });
  const f = await freshRoomFolders(5);
  const run = async (from: number, n: number) => {
    for (let s = from; s < from + n; s++) {
      const h = new SimHistory(centre, s, { rooms: 3, steps: 18, folders: f.folders });
      await h.run();
    }
  };
  await run(100, 3);
  kinds.clear();
  tx = 0;
  txTime = 0;
  const u = process.cpuUsage();
  const t = performance.now();
  await run(200, 10);
  const c = process.cpuUsage(u);
  console.log('10 histories', performance.now() - t, 'cpu', (c.user + c.system) / 1e3, 'tx', tx, txTime);
  console.log(
    [...kinds]
      .sort((a, b) => b[1][1] - a[1][1])
      .slice(0, 40)
      .map(([k, [n, ms]]) => `${n} ${ms.toFixed(0)} ${(ms / n).toFixed(2)} ${k}`)
      .join('\n'),
  );
  await centre.close();
}, 300000);
