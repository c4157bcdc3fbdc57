import fs from 'node:fs';
import path from 'node:path';

export interface SecondStart {
  readonly argv: string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
}

/** When a process started, in the kernel's ticks ('?' where the system does not say); undefined when it does not run. */
function startOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(') ') + 2).split(' ')[19];
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return code === 'ESRCH' ? undefined : '?';
  }
}

/**
 * One running app per user-data folder. Guarantee: a killed process leaves no lock behind, because the lock names the
 * holder's process id with its start time and is void when no such process runs. Not guaranteed: two starts within the
 * same millisecond that both find a dead holder are settled by the file system's exclusive link only.
 */
export class InstanceLock {
  #link = '';
  #watcher: fs.FSWatcher | undefined;

  /** True when the lock is ours now; otherwise the holder has been sent our command line and `additionalData`. */
  take(userData: string, additionalData: unknown, onSecond: (start: SecondStart) => void): boolean {
    if (this.#watcher) return true;
    fs.mkdirSync(userData, { recursive: true });
    const link = path.join(userData, 'Standin-Lock');
    const inbox = `${link}-inbox`;
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (this.#tryLink(link)) {
        this.#link = link;
        this.#listen(inbox, onSecond);
        return true;
      }
      if (isHeld(link)) {
        handOver(inbox, additionalData);
        return false;
      }
      fs.rmSync(link, { force: true });
    }
    return false;
  }

  release(): void {
    if (!this.#watcher) return;
    this.#watcher.close();
    this.#watcher = undefined;
    fs.rmSync(`${this.#link}-inbox`, { recursive: true, force: true });
    fs.rmSync(this.#link, { force: true });
  }

  #tryLink(link: string): boolean {
    try {
      fs.symlinkSync(`${process.pid} ${startOf(process.pid) ?? '?'}`, link);
      return true;
    } catch {
      return false;
    }
  }

  #listen(inbox: string, onSecond: (start: SecondStart) => void): void {
    fs.rmSync(inbox, { recursive: true, force: true });
    fs.mkdirSync(inbox);
    this.#watcher = fs.watch(inbox, () => {
      for (const name of fs.readdirSync(inbox).filter((file) => file.endsWith('.json'))) {
        const file = path.join(inbox, name);
        const start = JSON.parse(fs.readFileSync(file, 'utf8')) as SecondStart;
        fs.rmSync(file);
        onSecond(start);
      }
    });
    this.#watcher.unref();
  }
}

function isHeld(link: string): boolean {
  try {
    const [pid, start] = fs.readlinkSync(link).split(' ');
    return startOf(Number(pid)) === start;
  } catch {
    return false;
  }
}

/** Written under another name first, so that the holder never reads half a message. */
function handOver(inbox: string, additionalData: unknown): void {
  fs.mkdirSync(inbox, { recursive: true });
  const file = path.join(inbox, `${Date.now()}-${process.pid}`);
  const start: SecondStart = { argv: process.argv, workingDirectory: process.cwd(), additionalData };
  fs.writeFileSync(`${file}.partial`, JSON.stringify(start));
  fs.renameSync(`${file}.partial`, `${file}.json`);
}
