import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { centreCommand, startCentre, type CentreProcess } from '../fixtures/centre-process';

/** `room enrol`, `room sync` and `room stick` against `room centre`, all as processes of their own. */
const root = path.resolve(import.meta.dirname, '../..');
const program = path.join(root, 'out/cli/room.cjs');

let work: string;
let data: string;
let centre: CentreProcess;

function room(...args: readonly string[]) {
  return spawnSync(process.execPath, [program, ...args], { cwd: work, encoding: 'utf8', timeout: 120_000 });
}
const json = (text: string): unknown => JSON.parse(text) as unknown;
const admin = (...words: readonly string[]): unknown => {
  const told = centreCommand('admin', ...words, '--data', data, '--json');
  expect([told.status, told.stderr]).toEqual([0, '']);
  return json(told.stdout);
};

beforeAll(async () => {
  const built = spawnSync(process.execPath, ['build/build.mjs', 'data', 'worker', 'cli', 'centre'], { cwd: root });
  if (built.status !== 0) throw new Error(built.stderr.toString());
  work = fs.mkdtempSync(path.join(os.tmpdir(), 'room-sync-'));
  data = path.join(work, 'centre');
  centre = await startCentre('--data', data);
  admin('organisation', 'add', 'committee', '示例调委会', '--kind', 'committee');
}, 200_000);
afterAll(async () => {
  await centre.end('SIGTERM');
  fs.rmSync(work, { recursive: true, force: true });
});

describe('the room command and a centre', { timeout: 200_000 }, () => {
  it('enrols by code, syncs all there is, and says so in counts', () => {
    const three = path.join(work, 'three');
    expect(room('init', '--store', three, '--room', '调解室三', '--sample').status).toBe(0);
    const before = room('sync', '--store', three, '--once');
    expect([before.status, before.stderr]).toMatchObject([1, expect.stringContaining('enrol')]);
    const asked = json(room('enrol', centre.listening, '--store', three, '--json').stdout) as { code: string };
    expect(asked).toMatchObject({ state: 'asked' });
    const waiting = room('sync', '--store', three, '--once', '--json');
    expect([waiting.status, json(waiting.stdout)]).toMatchObject([1, { fault: 'waiting-for-admission', sent: 0 }]);
    admin('admit', asked.code, '--organisation', 'committee');
    const first = json(room('sync', '--store', three, '--once', '--json').stdout) as { sent: number };
    expect(first).toMatchObject({ refused: 0, remaining: 0, filesRemaining: 0, status: 'up-to-date' });
    expect(first.sent).toBeGreaterThan(100);
    expect(json(room('sync', '--store', three, '--once', '--json').stdout)).toMatchObject({ sent: 0, received: 0 });
  });

  it('waits for admission with --wait, takes all in, and exchanges by a stick', async () => {
    const [three, five] = [path.join(work, 'three'), path.join(work, 'five')];
    expect(room('init', '--store', five, '--room', '调解室五', '--org', '示例', '--abbreviation', '泉银').status).toBe(
      0,
    );
    const child = spawn(process.execPath, [program, 'enrol', centre.listening, '--store', five, '--wait'], {
      cwd: work,
    });
    const said = await new Promise<string>((resolve) => {
      let text = '';
      child.stdout.setEncoding('utf8').on('data', (more: string) => {
        text += more;
        if (/asked/.test(text)) resolve(text);
      });
    });
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(said)?.[0] ?? '';
    const exit = new Promise<number | null>((resolve) => {
      child.once('exit', resolve);
    });
    admin('admit', code, '--organisation', 'committee');
    expect(await exit).toBe(0);
    expect(json(room('sync', '--store', five, '--once', '--json').stdout)).toMatchObject({ status: 'up-to-date' });
    const rows = (store: string) => json(room('list', '--store', store, '--json').stdout);
    expect(rows(five)).toEqual(rows(three));

    const { station } = json(room('enrol', centre.listening, '--store', five, '--json').stdout) as { station: string };
    expect(room('sync', '--store', three, '--once').status).toBe(0);
    const file = path.join(work, 'stick.mrx');
    const written = room('stick', 'write', '--to', station, '--store', three, '-o', file, '--json');
    expect([written.status, written.stderr]).toEqual([0, '']);
    expect(json(room('stick', 'read', file, '--store', five, '--json').stdout)).toMatchObject({
      from: '调解室三',
      added: 0,
      refused: 0,
    });
    const wrong = room('stick', 'read', file, '--store', three);
    expect([wrong.status, wrong.stderr]).toMatchObject([1, expect.stringContaining('not-for-us')]);
    expect(room('stick', 'write', '--store', three).status).toBe(2);
  });

  it('tells a revoked workstation so, at once', () => {
    const three = path.join(work, 'three');
    const { station } = json(room('enrol', centre.listening, '--store', three, '--json').stdout) as { station: string };
    admin('revoke', station);
    const told = room('sync', '--store', three, '--once', '--json');
    expect([told.status, json(told.stdout)]).toMatchObject([1, { fault: 'revoked' }]);
    expect(told.stderr).toContain('停用');
  });

  it('names an address that is no centre, and one that is not encrypted', () => {
    const five = path.join(work, 'five');
    expect(room('enrol', 'http://10.0.0.1:8420', '--store', five).stderr).toContain('not-encrypted');
    expect(room('enrol', 'http://127.0.0.1:1', '--store', five).stderr).toContain('[refused]');
    expect(room('enrol', '--store', five).status).toBe(2);
  });
});
