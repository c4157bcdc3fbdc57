import { spawn, execFile, type ChildProcess } from 'node:child_process';
import { access } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { z } from 'zod';
import { OUT } from './open-room';

const PROGRAM = path.join(OUT, 'centre', 'centre.cjs');
const firstLine = z.object({ listening: z.string() });

/** A centre that runs beside this command as a program of its own. */
export interface OwnCentre {
  readonly url: string;
  /** Runs `centre admin WORDS`; resolves to what it printed as JSON. */
  readonly admin: (...words: readonly string[]) => Promise<unknown>;
  readonly stop: () => Promise<void>;
}

/** Starts an embedded centre on a free port; null where the centre is not part of this installation (a room's package). */
export async function startCentre(data: string): Promise<OwnCentre | null> {
  const there = await access(PROGRAM).then(
    () => true,
    () => false,
  );
  if (!there) return null;
  const child = spawn(
    process.execPath,
    [PROGRAM, 'serve', '--port', '0', '--data', data, '--json', '--log', 'silent'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const url = await listening(child);
  return {
    url,
    admin: async (...words) => {
      const { stdout } = await promisify(execFile)(process.execPath, [
        PROGRAM,
        'admin',
        ...words,
        '--data',
        data,
        '--json',
      ]);
      return JSON.parse(stdout) as unknown;
    },
    stop: () => stopped(child),
  };
}

/** The address in its first line; what it says later goes nowhere, but is read, so that it never waits for a reader. */
function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('the centre ended before it listened')));
    createInterface({ input: child.stdout as Readable }).once('line', (line) => {
      resolve(firstLine.parse(JSON.parse(line)).listening);
    });
  });
}

function stopped(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
