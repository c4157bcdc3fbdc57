import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Chromium's own mark on a profile folder: a link named SingletonLock to "<host>-<pid>". */
function holderOf(profile: string): number | undefined {
  try {
    const pid = Number(fs.readlinkSync(path.join(profile, 'SingletonLock')).replace(`${os.hostname()}-`, ''));
    return Number.isInteger(pid) && pid > 0 && runsOn(pid, profile) ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** True when the process is a browser on exactly this profile; a reused number is some other program. */
function runsOn(pid: number, profile: string): boolean {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(`--user-data-dir=${profile}`);
  } catch {
    return false;
  }
}

/**
 * Makes the profile folder ready. The browser of an earlier run that was killed may still be closing: a new one would
 * hand itself over to it and end, so it is waited for, and ended after three seconds.
 */
export async function prepareProfile(profile: string): Promise<void> {
  fs.mkdirSync(profile, { recursive: true, mode: 0o700 });
  const deadline = Date.now() + 3_000;
  for (let holder = holderOf(profile); holder !== undefined; holder = holderOf(profile)) {
    if (Date.now() > deadline) process.kill(holder, 'SIGKILL');
    await wait(50);
  }
}
