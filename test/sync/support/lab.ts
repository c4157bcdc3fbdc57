import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { nodeHttp, type NodeHttp } from '../../../electron/core/sync/node-http';
import { draft } from '../../fixtures/store';
import { ScriptedServer } from './scripted-server';
import { SimRoom } from './sim-room';
import { TestCentre } from './test-centre';

/** One centre behind a server with a script, and rooms that reach it over real HTTP（故障试验台）. */
export class Lab {
  private readonly rooms: SimRoom[] = [];
  private readonly lines: NodeHttp[] = [];
  private count = 0;

  private constructor(
    readonly centre: TestCentre,
    readonly server: ScriptedServer,
    private readonly folder: string,
  ) {}

  static async open(): Promise<Lab> {
    const centre = await TestCentre.embedded();
    const server = await ScriptedServer.start(centre.app);
    return new Lab(centre, server, await mkdtemp(path.join(os.tmpdir(), 'mediation-room-lab-')));
  }

  /** An empty centre without rooms, and a server that passes everything on. */
  async clear(): Promise<void> {
    for (const room of this.rooms.splice(0)) await room.close();
    for (const line of this.lines.splice(0)) line.close();
    await this.centre.wipe();
    await this.centre.committee('here');
    await this.centre.committee('strangers');
    this.server.app = this.centre.app;
    this.server.script = () => 'pass';
    this.server.asked.length = 0;
  }

  /** A room that is admitted already. */
  async room(options: { organisation?: string; url?: string; ca?: string; silence?: number } = {}): Promise<SimRoom> {
    const room = await this.newRoom(options);
    expect(await room.enrol()).toBeNull();
    await this.centre.admit(room.station, options.organisation ?? 'here');
    return room;
  }

  /** A room that nobody heard of. */
  async newRoom(options: { url?: string; ca?: string; silence?: number } = {}): Promise<SimRoom> {
    const number = (this.count += 1);
    const folder = path.join(this.folder, `room-${number}`);
    mkdirSync(folder);
    const http = nodeHttp(options.ca === undefined ? {} : { ca: options.ca });
    const { url = this.server.url, silence = 5_000 } = options;
    const clock = { now: () => this.centre.now };
    const words = ['lab', process.pid, performance.now(), number];
    const room = await SimRoom.create({ name: `调解室${number}`, folder, words, clock, http, url, silence });
    this.lines.push(http);
    this.rooms.push(room);
    return room;
  }

  /** The service was started anew, or is another one. */
  async restart(): Promise<void> {
    this.server.app = await this.centre.restart();
  }

  /** Ids of the entries at the centre, sorted. */
  async atCentre(): Promise<readonly string[]> {
    return (await this.centre.rows('select id from entry order by id')).map(({ id }) => String(id));
  }

  async close(): Promise<void> {
    await this.clear();
    await this.server.close();
    await this.centre.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Commits one entry each for so many cases. */
export async function write(room: SimRoom, count: number, subject = 'case-a'): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) {
    const made = await room.commit([draft(`${subject}-${n % 3}`, `第${n}条`)]);
    ids.push(...(made ?? []).map(({ id }) => id));
  }
  return ids;
}

/** Rounds of all until nobody has anything more; every room ends up to date, and all hold what the centre holds. */
export async function expectConverged(lab: Lab, rooms: readonly SimRoom[]): Promise<void> {
  for (let pass = 0; pass < 3; pass++) for (const room of rooms) expect(await room.round()).toBeNull();
  const there = await lab.atCentre();
  for (const room of rooms) {
    expect(room.status.state).toBe('up-to-date');
    expect((await room.caseIds()).slice().sort()).toEqual(there);
  }
}

export interface RoomFolders {
  readonly folders: readonly string[];
  readonly remove: () => Promise<void>;
}

/** Real folders for rooms whose disks are in memory: their locks need them. */
export async function freshRoomFolders(count: number): Promise<RoomFolders> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mediation-room-sim-'));
  const folders = Array.from({ length: count }, (_, index) => path.join(folder, `room-${index}`));
  for (const one of folders) mkdirSync(one);
  return { folders, remove: () => rm(folder, { recursive: true, force: true }) };
}
