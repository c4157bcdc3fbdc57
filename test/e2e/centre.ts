import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { root } from './host';

const program = path.join(root, 'out/centre/centre.cjs');

/** The built centre as a process of its own, embedded, on a free port of this machine. */
export class Centre {
  private constructor(
    private readonly child: ChildProcess,
    readonly data: string,
    readonly url: string,
  ) {}

  /** Starts one on a fresh folder, or again on the folder and port of one that was stopped. */
  static async start(data = fs.mkdtempSync(path.join(os.tmpdir(), 'mediation-centre-')), port = 0): Promise<Centre> {
    const child = spawn(
      process.execPath,
      [program, 'serve', '--port', String(port), '--data', data, '--json', '--log', 'silent'],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const url = await new Promise<string>((resolve, reject) => {
      child.once('exit', () => reject(new Error('the centre ended before it listened')));
      createInterface({ input: child.stdout }).once('line', (line) => {
        resolve((JSON.parse(line) as { listening: string }).listening);
      });
    });
    return new Centre(child, data, url);
  }

  /** `centre admin WORDS`: what it printed as JSON. */
  admin(...words: readonly string[]): unknown {
    const out = execFileSync(process.execPath, [program, 'admin', ...words, '--data', this.data, '--json']);
    return JSON.parse(out.toString('utf8')) as unknown;
  }

  get port(): number {
    return Number(new URL(this.url).port);
  }

  /** Ends the process; the folder stays until `remove`. */
  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => {
      this.child.once('exit', () => resolve());
    });
    this.child.kill('SIGTERM');
    await ended;
  }

  async remove(): Promise<void> {
    await this.stop();
    fs.rmSync(this.data, { recursive: true, force: true });
  }
}
