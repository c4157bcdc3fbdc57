import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { it } from 'vitest';
import { verifyStore } from '../../../electron/core/verify/verify-store';
import { proveBackup } from '../../../electron/core/backup/prove-backup';
import { summarise } from '../../../electron/core/room/subjects';
import { back, bytesSource, desk, opened } from '../backup/support';

it('bench', async () => {
  const at = await desk();
  const rows = (n: number) =>
    Array.from({ length: 20 }, (_, k) => ({
      subject: `case-n${n}`,
      kind: 'case-set',
      account: 'chen',
      data: { set: { facts: `事实${k}，`.repeat(20), claims: ['一', '二'] } },
    }));
  for (let n = 0; n < 2000; n += 50) await at.store.commit(Array.from({ length: 50 }, (_, k) => rows(n + k)).flat());
  const measure = async (name: string, work: () => Promise<unknown>) => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const before = process.cpuUsage();
    const t = performance.now();
    const mem = process.memoryUsage().rss;
    const value = await work();
    const cpu = process.cpuUsage(before);
    delay.disable();
    console.log(
      name,
      'wall',
      Math.round(performance.now() - t),
      'cpu',
      Math.round((cpu.user + cpu.system) / 1000),
      'p99',
      delay.percentile(99) / 1e6,
      'max hold',
      delay.max / 1e6,
      'rss+',
      Math.round((process.memoryUsage().rss - mem) / 1e6),
      JSON.stringify(value).slice(0, 150),
    );
  };
  await measure('backup', () => back(at));
  await measure('verify', () => verifyStore(at.store, { summarise, known: () => false }));
  const bundle = await opened(at);
  await measure('proof', () => proveBackup(at.store, bundle, summarise, {}));
  console.log('bytes', at.files.bytes(path.join(at.stick, 'a.mrb')).length, typeof bytesSource);
  await at.store.close();
}, 600_000);
