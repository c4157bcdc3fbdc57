import { cp, mkdtemp, mkdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { CuttingProxy } from '../sync/support/cutting-proxy';
import { PrivatePostgres } from '../sync/support/private-postgres';
import { benchRoom, openStore } from './bench-room';
import { caseDrafts } from './corpus';
import { pouchIn } from './pouch';
import { median, Report } from './report';
import { ServerProcess } from './server-process';

export interface SyncBench {
  readonly cases: number;
  readonly runs: number;
  /** One contestant alone, to look at it more closely. */
  readonly only: string | null;
  readonly out: string | null;
}

/** One direction of one run. */
interface Passage {
  /** Entries a second. */
  readonly rate: number;
  /** Bytes on the wire, both directions. */
  readonly bytes: number;
}
interface Run {
  readonly push: Passage;
  readonly pull: Passage;
}
type Contestant = 'ours-pglite' | 'ours-postgres' | 'pouch';

/** Entries of all cases in a room's store, once; each run takes a copy. Resolves to how many entries there are. */
async function fill(folder: string, cases: number): Promise<number> {
  const store = await openStore(folder, true);
  let entries = 0;
  for (let number = 0; number < cases; number++) entries += (await store.commit(caseDrafts(number))).length;
  await store.close();
  return entries;
}

async function timed(proxy: CuttingProxy, entries: number, work: () => Promise<void>): Promise<Passage> {
  const before = proxy.bytes.up + proxy.bytes.down;
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  return { rate: entries / seconds, bytes: proxy.bytes.up + proxy.bytes.down - before };
}

/** Pushes from the filled store to an empty centre and pulls into an empty store; everything durable on both sides. */
async function ours(kind: Contestant, place: string, filled: string, folder: string, entries: number): Promise<Run> {
  const server = await ServerProcess.start(kind, place);
  const proxy = await CuttingProxy.start({ host: '127.0.0.1', port: server.port });
  const url = `http://127.0.0.1:${proxy.port}`;
  await server.order({ do: 'organisation', id: 'bench', kind: 'committee' });
  const stores = [path.join(folder, 'writer'), path.join(folder, 'reader')] as const;
  await cp(filled, stores[0], { recursive: true });
  const writer = await benchRoom(await openStore(stores[0], false));
  const reader = await benchRoom(await openStore(stores[1], true));
  for (const { engine, store } of [writer, reader]) {
    await engine.enrol({ url, room: '调解室', organisation: 'bench' });
    await server.order({ do: 'admit', station: store.station, organisation: 'bench' });
  }
  // Sent, when the centre has acknowledged the last one; the round then reads its own entries back, which is not counted.
  let bytes = 0;
  const start = performance.now();
  let sent = 0;
  writer.engine.onChange((facts) => {
    if (sent > 0 || facts.sent.entries < entries) return;
    sent = performance.now();
    bytes = proxy.bytes.up + proxy.bytes.down;
  });
  await expectWell(writer.engine.once());
  const push = { rate: entries / ((sent - start) / 1000), bytes };
  const pull = await timed(proxy, entries, () => expectWell(reader.engine.once()));
  if ([...reader.store.summaries()].length !== entries / 10) throw new Error('the reader has not all');
  await writer.close();
  await reader.close();
  await proxy.close();
  await server.stop();
  return { push, pull };
}

async function expectWell(round: Promise<{ readonly fault: unknown; readonly remaining: number }>): Promise<void> {
  const { fault, remaining } = await round;
  if (fault !== null || remaining > 0) throw new Error(`the round did not end well: ${JSON.stringify(fault)}`);
}

/** The same entries, one document each, by PouchDB's own replication to its own server and from there. */
async function pouch(filled: string, folder: string, entries: number): Promise<Run> {
  const server = await ServerProcess.start('pouch', path.join(folder, 'server'));
  const proxy = await CuttingProxy.start({ host: '127.0.0.1', port: server.port });
  const client = path.join(folder, 'client');
  await mkdir(client, { recursive: true });
  const Pouch = pouchIn(client);
  const [writer, reader] = [new Pouch('writer'), new Pouch('reader')];
  const store = await openStore(filled, false);
  for (const subject of store.subjects()) {
    await writer.bulkDocs((await store.read(subject)).map((entry) => ({ _id: `e${entry.id}`, ...entry })));
  }
  await store.close();
  const remote = new Pouch(`http://127.0.0.1:${proxy.port}/centre`);
  const options = { batch_size: 500, batches_limit: 10 };
  const push = await timed(proxy, entries, async () => {
    await writer.replicate.to(remote, options);
  });
  const pull = await timed(proxy, entries, async () => {
    await reader.replicate.from(remote, options);
  });
  if ((await reader.info()).doc_count !== entries) throw new Error('the reader has not all');
  await writer.close();
  await reader.close();
  await proxy.close();
  await server.stop();
  return { push, pull };
}

/** Entries out and in: ours on PGlite and PostgreSQL, and PouchDB, turn by turn in one run（同步对比测试）. */
export async function benchSync({ cases, runs, only, out }: SyncBench): Promise<void> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'mediation-room-bench-'));
  const postgres = process.platform === 'linux' ? await PrivatePostgres.start({ fsync: true }) : null;
  const report = new Report('sync', out);
  try {
    const filled = path.join(root, 'filled');
    const entries = await fill(filled, cases);
    const results = new Map<Contestant, Run[]>();
    for (let run = 0; run < runs; run++) {
      for (const kind of ['pouch', 'ours-pglite', ...(postgres ? (['ours-postgres'] as const) : [])] as const) {
        if (only !== null && only !== kind) continue;
        const folder = path.join(root, `${kind}-${run}`);
        await mkdir(folder);
        const place =
          kind === 'ours-postgres' ? await postgres?.createDatabase(`run_${run}`) : path.join(folder, 'database');
        const result =
          kind === 'pouch'
            ? await pouch(filled, folder, entries)
            : await ours(kind, place ?? '', filled, folder, entries);
        results.set(kind, [...(results.get(kind) ?? []), result]);
        report.line({ bench: 'sync', kind, run, cases, entries, ...result });
        await rm(folder, { recursive: true, force: true });
      }
    }
    table(report, cases, entries, results);
  } finally {
    await postgres?.remove();
    await rm(root, { recursive: true, force: true });
  }
  await report.end();
}

function table(report: Report, cases: number, entries: number, results: ReadonlyMap<Contestant, readonly Run[]>): void {
  const mid = (kind: Contestant, of: (run: Run) => number): number => median((results.get(kind) ?? []).map(of));
  const rows = [...results.keys()].map((kind) => {
    const push = mid(kind, (run) => run.push.rate);
    const pull = mid(kind, (run) => run.pull.rate);
    return [
      kind,
      Math.round(push).toString(),
      ratio(
        push,
        mid('pouch', (run) => run.push.rate),
      ),
      Math.round(pull).toString(),
      ratio(
        pull,
        mid('pouch', (run) => run.pull.rate),
      ),
      (mid(kind, (run) => run.push.bytes) / entries).toFixed(0),
      (mid(kind, (run) => run.pull.bytes) / entries).toFixed(0),
    ];
  });
  report.words(`${cases} cases, ${entries} entries; medians`);
  report.table(['', 'push/s', 'ratio', 'pull/s', 'ratio', 'bytes out/entry', 'bytes in/entry'], rows);
}

const ratio = (rate: number, peer: number): string => (peer === 0 ? '–' : `${(rate / peer).toFixed(1)} ×`);
