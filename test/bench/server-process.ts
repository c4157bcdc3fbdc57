import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createInterface, type Interface } from 'node:readline';
import type { Order } from './serve';

/** A server in a process of its own, as the bench sees it. */
export class ServerProcess {
  private readonly waiting: ((line: string) => void)[] = [];

  private constructor(
    private readonly child: ChildProcess,
    lines: Interface,
    readonly port: number,
  ) {
    lines.on('line', (line) => this.waiting.shift()?.(line));
  }

  static async start(kind: string, place: string): Promise<ServerProcess> {
    const child = spawn(process.execPath, [...process.execArgv, process.argv[1] ?? '', 'serve', kind, place], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: child.stdout });
    const first = await new Promise<string>((resolve, reject) => {
      lines.once('line', resolve);
      child.once('exit', (code) => reject(new Error(`the server ${kind} ended with ${code}`)));
    });
    return new ServerProcess(child, lines, (JSON.parse(first) as { port: number }).port);
  }

  async order(order: Order): Promise<void> {
    const answer = new Promise<string>((resolve) => this.waiting.push(resolve));
    this.child.stdin?.write(`${JSON.stringify(order)}\n`);
    await answer;
  }

  /** Memory in MB and seconds of processor time so far; zeros where the system does not tell. */
  async usage(): Promise<{ readonly megabytes: number; readonly cpu: number }> {
    const [status, stat] = await Promise.all(
      ['status', 'stat'].map((name) => readFile(`/proc/${this.child.pid}/${name}`, 'utf8').catch(() => '')),
    );
    const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(status ?? '')?.[1] ?? 0);
    const fields = (stat ?? '').slice((stat ?? '').lastIndexOf(')') + 2).split(' ');
    return { megabytes: kilobytes / 1024, cpu: (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100 };
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGTERM');
    await ended;
  }
}
