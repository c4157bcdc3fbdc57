import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** `room backup`, `restore` and `verify` as an administrator runs them: real processes, real folders, exit codes. */
const root = path.resolve(import.meta.dirname, '../..');
const program = path.join(root, 'out/cli/room.cjs');

let work: string;
beforeAll(() => {
  const built = spawnSync(process.execPath, ['build/build.mjs', 'data', 'worker', 'cli'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(built.stderr);
  work = fs.mkdtempSync(path.join(os.tmpdir(), 'room-safety-'));
});
afterAll(() => fs.rmSync(work, { recursive: true, force: true }));

function room(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const ran = spawnSync(process.execPath, [program, ...args, '--json'], {
    cwd: work,
    encoding: 'utf8',
    timeout: 120_000,
    env: { ...process.env, ...env },
  });
  return { status: ran.status, err: ran.stderr, value: (ran.stdout ? JSON.parse(ran.stdout) : null) as unknown };
}

describe('the safety commands', () => {
  it('back a room up, find its damage, bring it back, and make it anew on another computer', () => {
    room(['init', '--store', 'store', '--room', '调解室三', '--sample']);
    expect(room(['backup', '--store', 'store', '-o', 'a.mrb'])).toMatchObject({
      status: 0,
      value: { cases: 7, leftOut: [], absent: 0 },
    });
    expect(room(['verify', '--store', 'store'])).toMatchObject({ status: 0, value: { cases: 7, faults: [] } });

    const names = fs.readdirSync(path.join(work, 'store/journals'), { recursive: true, encoding: 'utf8' });
    const victim = names.find((name) => path.basename(name).startsWith('case-')) ?? '';
    fs.writeFileSync(path.join(work, 'store/journals', victim), 'rubbish');
    const found = room(['verify', '--store', 'store']);
    expect(found.status).toBe(1);
    expect(found.err).toContain('[damaged]');
    expect(fs.existsSync(path.join(work, 'store/journals', victim))).toBe(true);

    expect(room(['restore', 'a.mrb', '--store', 'store'])).toMatchObject({
      status: 0,
      value: { made: false, refused: 0, heldBlocks: 0 },
    });
    expect(room(['verify', '--store', 'store'])).toMatchObject({ status: 0, value: { cases: 7, faults: [] } });

    // Another computer: without the old key file nothing opens, and nothing is made.
    expect(room(['restore', 'a.mrb', '--store', 'new'])).toMatchObject({ status: 1, value: null });
    expect(fs.existsSync(path.join(work, 'new'))).toBe(false);
    const key = { ROOM_KEY_FILE: path.join(work, 'store.key') };
    const made = room(['restore', 'a.mrb', '--store', 'new'], key);
    expect(made).toMatchObject({ status: 0, value: { made: true, refused: 0 } });
    expect((made.value as { heldBlocks: number }).heldBlocks).toBeGreaterThan(0);
    expect(made.err).toContain('号段');
    expect(room(['verify', '--store', 'new'], key)).toMatchObject({ status: 0, value: { cases: 7, faults: [] } });

    expect(room(['backup', '--store', 'store'])).toMatchObject({ status: 2, value: null });
    expect(room(['restore', '--store', 'store'])).toMatchObject({ status: 2, value: null });
  }, 300_000);
});
