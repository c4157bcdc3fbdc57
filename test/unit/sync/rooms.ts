import fs from 'node:fs/promises';
import { onTestFinished } from 'vitest';
import type { AddressInfo } from 'node:net';
import type { Entry } from '../../../electron/core/domain/journal/entry';
import type { Http, HttpAnswer, HttpRequest } from '../../../electron/core/ports';
import type { NumbersPort } from '../../../electron/core/sync/leases';
import { nodeHttp } from '../../../electron/core/sync/node-http';
import type { RulesPort } from '../../../electron/core/sync/rules';
import { SyncEngine, type EngineParts } from '../../../electron/core/sync/sync-engine';
import { JournalStore } from '../../../electron/core/store/journal-store';
import { testCentre, type TestCentre } from '../../fixtures/centre';
import { MORNING } from '../../fixtures/entries';
import { draft, freshFolder, optionsFor } from '../../fixtures/store';

/** A centre that listens on this machine; its address. */
export async function listeningCentre(): Promise<{ readonly centre: TestCentre; readonly url: string }> {
  const centre = await testCentre();
  await centre.service.listen({ port: 0, host: '127.0.0.1' });
  const { port } = centre.service.server.address() as AddressInfo;
  return { centre, url: `http://127.0.0.1:${port}` };
}

type Rule = (request: HttpRequest, go: () => Promise<HttpAnswer>) => Promise<HttpAnswer>;

/** A real line that a test may break: `rule` sees each request before it goes. */
export class Line implements Http {
  readonly seen: string[] = [];
  rule: Rule | null = null;
  private readonly real = nodeHttp();

  readonly send = (request: HttpRequest): Promise<HttpAnswer> => {
    this.seen.push(`${request.method} ${new URL(request.url).pathname}`);
    const go = (): Promise<HttpAnswer> => this.real.send(request);
    return this.rule ? this.rule(request, go) : go();
  };

  /** Sends without the rule. */
  resend(request: HttpRequest): Promise<HttpAnswer> {
    return this.real.send(request);
  }

  /** How often this was asked. */
  count(start: string): number {
    return this.seen.filter((line) => line.startsWith(start)).length;
  }

  close(): void {
    this.real.close();
  }
}

/** Waits that a test lets pass. */
export class ManualTimers {
  readonly waiting: { readonly work: () => void; readonly milliseconds: number }[] = [];

  readonly set = (work: () => void, milliseconds: number): (() => void) => {
    const timer = { work, milliseconds };
    this.waiting.push(timer);
    return () => {
      const at = this.waiting.indexOf(timer);
      if (at >= 0) this.waiting.splice(at, 1);
    };
  };

  fire(): void {
    for (const { work } of this.waiting.splice(0)) work();
  }
}

export const noNumbers: NumbersPort = { needs: () => [], enter: () => Promise.resolve() };
export const noRules: RulesPort = { version: () => 0, accept: () => Promise.resolve() };

export interface TestRoom {
  readonly folder: string;
  readonly store: JournalStore;
  readonly line: Line;
  readonly timers: ManualTimers;
  readonly clock: { time: number };
  engine: SyncEngine;
  /** Ids of all entries of these subjects, sorted. */
  readonly ids: (...subjects: string[]) => Promise<readonly string[]>;
  readonly write: (subject: string, ...texts: string[]) => Promise<readonly Entry[]>;
  /** Another engine on the same store: what a restart finds. */
  readonly reopen: (more?: Partial<EngineParts>) => Promise<SyncEngine>;
}

/** A room with a real store in a folder of its own, before it knows any centre. */
export async function newRoom(more: Partial<EngineParts> = {}, from?: string): Promise<TestRoom> {
  const folder = await freshFolder();
  if (from !== undefined) await fs.cp(from, folder, { recursive: true });
  const store = await (from === undefined
    ? JournalStore.create(optionsFor(folder))
    : JournalStore.open(optionsFor(folder)));
  const line = new Line();
  const timers = new ManualTimers();
  const clock = { time: MORNING };
  const open = (other: Partial<EngineParts> = {}): Promise<SyncEngine> =>
    SyncEngine.open({
      store,
      http: line,
      clock: { now: () => clock.time },
      timers,
      random: () => 0.5,
      numbers: noNumbers,
      rules: noRules,
      waitSeconds: 20,
      ...more,
      ...other,
    });
  const room: TestRoom = {
    folder,
    store,
    line,
    timers,
    clock,
    engine: await open(),
    ids: async (...subjects) => {
      const all = await Promise.all(subjects.map((subject) => store.read(subject)));
      return all
        .flat()
        .map(({ id }) => id)
        .sort();
    },
    write: (subject, ...texts) => store.commit(texts.map((text) => draft(subject, text))),
    reopen: async (other) => (room.engine = await open(other)),
  };
  onTestFinished(async () => {
    await room.engine.stop();
    line.close();
    await store.close();
  });
  return room;
}

export const ASK = { room: '调解室三', organisation: '泉州市银行业保险业人民调解委员会' };

/** Puts the administrator's admission there. */
export async function admit(centre: TestCentre, { store }: TestRoom): Promise<void> {
  await centre.db.within({ as: 'admin' }, ({ query }) =>
    query('insert into station_event (station, event, box, room, organisation) values ($1, $2, $3, $4, $5)', [
      store.station,
      'admitted',
      store.box,
      ASK.room,
      centre.committee,
    ]),
  );
}

/** A room that was admitted and has had its first round. */
export async function admittedRoom({
  centre,
  url,
}: {
  readonly centre: TestCentre;
  readonly url: string;
}): Promise<TestRoom> {
  const room = await newRoom();
  await admit(centre, room);
  const outcome = await room.engine.enrol({ ...ASK, url });
  if (!outcome.ok) throw new Error(`not enrolled: ${JSON.stringify(outcome.fault)}`);
  return room;
}

/** A room that is enrolled with a small centre. */
export async function roomAt(
  centre: { readonly url: string },
  more: Partial<EngineParts> = {},
  from?: string,
): Promise<TestRoom> {
  const room = await newRoom(more, from);
  const outcome = await room.engine.enrol({ ...ASK, url: centre.url });
  if (!outcome.ok) throw new Error(`not enrolled: ${JSON.stringify(outcome.fault)}`);
  return room;
}

/** Ids, sorted. */
export const ids = (entries: readonly Entry[]): readonly string[] => entries.map(({ id }) => id).sort();

/** An answer of anybody's. */
export const answer = (status: number, body: string, headers: Readonly<Record<string, string>> = {}): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: Buffer.from(body),
});

/** Waits until it holds; fails after 10 seconds. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 10_000;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error('it did not come to hold');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
