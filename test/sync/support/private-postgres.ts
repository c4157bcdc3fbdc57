import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, readFile, rm } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const DEBIAN = '/usr/lib/postgresql';
const DATABASE = 'centre';

/** Programs of PostgreSQL 15, or the next newer one that Debian's package put there. Throws with words when there is none. */
function programs(): string {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map(Number) : [];
  const fit = versions.filter((version) => version >= 15).sort((a, b) => a - b);
  const found = fit.map((version) => path.join(DEBIAN, String(version), 'bin')).find((bin) => existsSync(bin));
  if (found === undefined) {
    throw new Error(
      `PostgreSQL 15 is missing under ${DEBIAN}: apt-get install postgresql-15 (node build/ensure-tools.mjs)`,
    );
  }
  return found;
}

/** PostgreSQL refuses to run as root: then as the user that Debian's package made, else as nobody. */
async function whoRuns(): Promise<{ readonly uid?: number; readonly gid?: number }> {
  if (process.getuid?.() !== 0) return {};
  for (const user of ['postgres', 'nobody']) {
    const ids = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, user]))).catch(() => null);
    if (ids) return { uid: Number(ids[0]?.stdout), gid: Number(ids[1]?.stdout) };
  }
  throw new Error('there is no user that could run PostgreSQL');
}

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Whether a process still runs; one that ended and was not yet collected counts as gone. */
async function runs(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  return stat !== null && !stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
}

/** A PostgreSQL of the test's own（私有数据库）: fresh cluster in a temporary folder, own port, only on this machine. */
export class PrivatePostgres {
  private server: ChildProcess | null = null;

  private constructor(
    private readonly bin: string,
    private readonly folder: string,
    private readonly port: number,
    private readonly user: { readonly uid?: number; readonly gid?: number },
    private readonly fsync: boolean,
  ) {}

  /** `fsync`: durable as in earnest; left out where only processes fail and never the machine. */
  static async start({ fsync = false }: { readonly fsync?: boolean } = {}): Promise<PrivatePostgres> {
    const bin = programs();
    const user = await whoRuns();
    const folder = await mkdtemp(path.join(os.tmpdir(), 'mediation-room-pg-'));
    if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid);
    const postgres = new PrivatePostgres(bin, folder, await freePort(), user, fsync);
    const rules = ['--auth=trust', '--username=centre', '--encoding=UTF8', '--locale=C', '--no-sync'];
    await run(path.join(bin, 'initdb'), ['-D', path.join(folder, 'data'), ...rules], { ...user, cwd: folder });
    await postgres.restart();
    await postgres.createDatabase(DATABASE);
    return postgres;
  }

  urlOf(database: string): string {
    return `postgres://centre@127.0.0.1:${this.port}/${database}`;
  }

  get url(): string {
    return this.urlOf(DATABASE);
  }

  /** A further empty database; resolves to its address. */
  async createDatabase(name: string): Promise<string> {
    const target = ['-h', '127.0.0.1', '-p', String(this.port), '-U', 'centre'];
    await run(path.join(this.bin, 'createdb'), [...target, name], { ...this.user, cwd: this.folder });
    return this.urlOf(name);
  }

  /** Starts the server on the cluster as it stands; resolves when it answers. */
  async restart(): Promise<void> {
    const settings = {
      listen_addresses: '127.0.0.1',
      port: String(this.port),
      unix_socket_directories: this.folder,
      fsync: this.fsync ? 'on' : 'off',
      max_connections: '60',
    };
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const args = ['-D', path.join(this.folder, 'data'), ...flags];
    const server = spawn(path.join(this.bin, 'postgres'), args, { ...this.user, cwd: this.folder });
    let words = '';
    server.stderr.on('data', (piece) => (words += String(piece)));
    this.server = server;
    const target = ['-h', '127.0.0.1', '-p', String(this.port), '-U', 'centre', '-d', 'postgres'];
    for (let attempt = 0; attempt < 200; attempt++) {
      if (server.exitCode !== null) break;
      const ready = await run(path.join(this.bin, 'pg_isready'), target, this.user).catch(() => null);
      if (ready) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`PostgreSQL does not start:\n${words}`);
  }

  /** kill -9 of the server and all its processes: what a power cut or the kernel's memory killer does. */
  async kill(): Promise<void> {
    const pid = this.server?.pid;
    if (pid === undefined) return;
    const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
    const all = [pid, ...children.split(' ').filter(Boolean).map(Number)];
    for (const one of all) {
      try {
        process.kill(one, 'SIGKILL');
      } catch {
        // It ended by itself meanwhile.
      }
    }
    while ((await Promise.all(all.map(runs))).includes(true)) await new Promise((resolve) => setTimeout(resolve, 10));
    this.server = null;
  }

  async remove(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }
}
