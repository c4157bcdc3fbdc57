import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { BACKEND, type PrinterKind, printerDescription } from './outlet';

/**
 * A CUPS daemon of a test's own: configuration, spool, cache, socket and devices in one temporary folder, run by whoever runs
 * the tests. It touches neither the system's queues nor any port, and nothing of it is left after `remove`.
 */

const run = promisify(execFile);
const PATIENCE_MS = 10_000;

const firstOf = (places: readonly string[]): string => {
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error(`none of ${places.join(', ')}: run \`node build/ensure-tools.mjs\``);
  return found;
};

const filesConf = (root: string): string => `ServerRoot ${root}/etc
RequestRoot ${root}/spool
CacheDir ${root}/cache
StateDir ${root}/state
TempDir ${root}/spool/tmp
ServerBin ${root}/bin
AccessLog ${root}/log/access
ErrorLog ${root}/log/error
PageLog ${root}/log/page
`;

/** Whoever reaches the socket may do everything: its folder is the tests' own. */
const daemonConf = (root: string, more: string): string => `LogLevel info
Listen ${root}/sock
Browsing No
WebInterface No
DefaultAuthType None
JobRetryInterval 1
${more}
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  SubscriptionPrivateAccess all
  SubscriptionPrivateValues none
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
`;

/** What CUPS does with a job whose device failed. */
type ErrorPolicy = 'abort-job' | 'retry-job' | 'stop-printer';

/** A queue to add; an A4 printer with small margins that retries, unless told. */
interface QueueOptions {
  readonly description?: string;
  readonly onError?: ErrorPolicy;
  readonly kind?: PrinterKind;
  /** Further options of lpadmin, for example `number-up-default=2`. */
  readonly defaults?: readonly string[];
}

export class PrivateCups {
  /** The environment in which CUPS's commands talk to this daemon. */
  readonly env: Readonly<Record<string, string | undefined>>;
  #daemon: ChildProcess | undefined;
  readonly #killAtExit = (): void => void this.#daemon?.kill('SIGKILL');

  private constructor(readonly root: string) {
    const programs = `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`;
    this.env = { ...process.env, PATH: programs, CUPS_SERVER: `${root}/sock`, HOME: root, TMPDIR: `${root}/tmp` };
    process.once('exit', this.#killAtExit);
  }

  /** Starts a daemon without any queue; `more` are further lines of cupsd.conf. */
  static async start(more = ''): Promise<PrivateCups> {
    const cups = new PrivateCups(await mkdtemp(path.join(tmpdir(), 'cups-')));
    try {
      await cups.#write(more);
      await cups.resume();
      return cups;
    } catch (fault) {
      await cups.remove();
      throw fault;
    }
  }

  async #write(more: string): Promise<void> {
    const { root } = this;
    // When root runs it, filters run as an unprivileged account, which must get through to the spool.
    await chmod(root, 0o711);
    for (const folder of ['etc/ppd', 'spool/tmp', 'cache', 'state', 'log', 'bin/backend', 'devices', 'tmp'])
      await mkdir(path.join(root, folder), { recursive: true });
    await chmod(path.join(root, 'devices'), 0o700);
    const system = firstOf(['/usr/lib/cups', '/usr/libexec/cups']);
    for (const part of ['filter', 'daemon']) await symlink(path.join(system, part), path.join(root, 'bin', part));
    const backend = path.join(root, 'bin/backend/outlet');
    await writeFile(backend, BACKEND);
    // For its owner only: CUPS then runs it as that owner, so that it may write to the devices' folder.
    await chmod(backend, 0o700);
    await writeFile(path.join(root, 'etc/cups-files.conf'), filesConf(root));
    await writeFile(path.join(root, 'etc/cupsd.conf'), daemonConf(root, more));
  }

  /** Starts the daemon again after `halt`, with the jobs and queues that it had. */
  async resume(): Promise<void> {
    const program = firstOf(['/usr/sbin/cupsd', '/usr/local/sbin/cupsd']);
    const files = ['-c', `${this.root}/etc/cupsd.conf`, '-s', `${this.root}/etc/cups-files.conf`];
    // A fault of the configuration is told by this only.
    await run(program, ['-t', ...files]);
    const daemon = spawn(program, ['-f', ...files], { env: this.env, stdio: 'ignore' });
    this.#daemon = daemon;
    const end = Date.now() + PATIENCE_MS;
    while (Date.now() < end && daemon.exitCode === null) {
      if ((await this.admin('lpstat', '-r')).includes('is running')) return;
      await pause(20);
    }
    throw new Error(`cupsd did not start: ${await readFile(`${this.root}/log/error`, 'utf8').catch(() => 'no log')}`);
  }

  /** Stops the daemon; spool and queues stay. */
  async halt(): Promise<void> {
    const daemon = this.#daemon;
    this.#daemon = undefined;
    if (daemon === undefined || daemon.exitCode !== null || daemon.signalCode !== null) return;
    const ended = once(daemon, 'exit');
    daemon.kill('SIGTERM');
    const late = setTimeout(() => daemon.kill('SIGKILL'), PATIENCE_MS / 2);
    await ended;
    clearTimeout(late);
  }

  /** Stops the daemon and removes all that it had. */
  async remove(): Promise<void> {
    await this.halt();
    process.off('exit', this.#killAtExit);
    await rm(this.root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  /** Runs one of CUPS's commands for administrators on this daemon; gives what it printed. */
  async admin(command: string, ...args: readonly string[]): Promise<string> {
    const { stdout } = await run(command, [...args], { env: { ...this.env, LC_ALL: 'C' } });
    return stdout;
  }

  /** Adds a queue with a device of its own, switched on and accepting. */
  async addQueue(name: string, options: QueueOptions = {}): Promise<void> {
    const { description = name, onError = 'retry-job', kind = { standardSize: 'A4', margin: 12 } } = options;
    const ppd = path.join(this.root, `${name}.ppd`);
    await writeFile(ppd, printerDescription(kind));
    await mkdir(this.#device(name));
    const settings = [`printer-error-policy=${onError}`, ...(options.defaults ?? [])].flatMap((each) => ['-o', each]);
    const device = `outlet:${this.#device(name)}`;
    await this.admin('lpadmin', '-p', name, '-D', description, '-v', device, '-P', ppd, '-E', ...settings);
  }

  /** Makes a queue's device misbehave, or behave again. */
  async setFault(name: string, fault: 'fails' | 'stops' | 'media-jam' | 'media-empty' | 'none'): Promise<void> {
    const file = path.join(this.#device(name), 'fault');
    if (fault === 'none') await rm(file, { force: true });
    else await writeFile(file, fault);
  }

  /** What came out at a queue's device for a job: the PDF, the title and the options that the device was given. */
  async paper(job: {
    readonly printer: string;
    readonly id: string;
  }): Promise<{ pdf: Buffer; title: string; options: string }> {
    const base = path.join(this.#device(job.printer), job.id.slice(job.printer.length + 1));
    const [title = '', options = ''] = (await readFile(`${base}.order`, 'utf8')).split('\n');
    return { pdf: await readFile(`${base}.pdf`), title, options };
  }

  #device(name: string): string {
    return path.join(this.root, 'devices', name);
  }
}
