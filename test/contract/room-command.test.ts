import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../unit/documents/support';

/** The built `room` command as an administrator runs it: real processes, real folders, exit codes. */
const root = path.resolve(import.meta.dirname, '../..');
const program = path.join(root, 'out/cli/room.cjs');

let work: string;
let store: string;
beforeAll(() => {
  const built = spawnSync(process.execPath, ['build/build.mjs', 'data', 'worker', 'cli', 'centre'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(built.stderr);
  work = fs.mkdtempSync(path.join(os.tmpdir(), 'room-command-'));
  store = path.join(work, 'store');
});
afterAll(() => fs.rmSync(work, { recursive: true, force: true }));

function room(...args: readonly string[]) {
  return spawnSync(process.execPath, [program, ...args], { cwd: work, encoding: 'utf8', timeout: 60_000 });
}

/** Every file of a folder with its bytes, to tell whether anything was touched. */
function everything(folder: string): Readonly<Record<string, string>> {
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => fs.statSync(path.join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, fs.readFileSync(path.join(folder, name)).toString('base64')]));
}

describe('the room command', () => {
  it('makes a store with its key file beside it, and not over an existing one', () => {
    const made = room('init', '--store', store, '--room', '调解室三', '--sample', '--json');
    expect(made.stderr).toContain('密钥文件');
    expect([made.status, JSON.parse(made.stdout)]).toMatchObject([0, { room: '调解室三', cases: 7 }]);
    expect(fs.statSync(`${store}.key`).mode & 0o077).toBe(0);
    const before = everything(work);
    const again = room('init', '--store', store, '--room', '调解室三', '--sample');
    expect([again.status, again.stdout]).toEqual([1, '']);
    expect(everything(work)).toEqual(before);
  });

  it('imports, and again changes nothing; refuses broken files with field and reason, exit 1, nothing kept', () => {
    const c2 = path.join(root, 'assets/samples/case-c2.json');
    expect(room('import', c2, '--store', store).stdout).toContain('imported');
    expect(room('import', c2, '--store', store).stdout).toContain('unchanged');
    const before = JSON.parse(room('list', '--store', store, '--json').stdout) as unknown;
    for (const [file, field, word] of [
      ['wrong-check-digit.json', 'document.number', '校验码'],
      ['sex-contradicts-number.json', 'sex', '性别'],
      ['schedule-differs-from-clause.json', 'prepared.agreement', ''],
      ['unknown-dispute-type.json', 'disputeType', '纠纷类型'],
      ['cut-short.txt', '(file)', 'JSON'],
    ] as const) {
      const refused = room('import', path.join(root, 'test/fixtures/intake', file), '--store', store);
      expect(refused.status, file).toBe(1);
      expect(refused.stderr, file).toContain(field);
      expect(refused.stderr, file).toContain(word);
    }
    expect(JSON.parse(room('list', '--store', store, '--json').stdout)).toEqual(before);
  });

  it('finds by a rare character, shows the case, and issues its agreement as PDF, the same bytes each time', () => {
    const found = JSON.parse(room('list', '--store', store, '--query', '𬎆', '--json').stdout) as { id: string }[];
    expect(found).toHaveLength(1);
    expect(room('show', '𬎆', '--store', store).stdout).toContain('effective: 2024-09-05');
    const [first, second] = [path.join(work, '1.pdf'), path.join(work, '2.pdf')];
    expect(room('render', '𬎆', 'F12', '--store', store, '-o', first).status).toBe(0);
    expect(room('render', found[0]?.id ?? '', 'F12', '--store', store, '-o', second).status).toBe(0);
    expect(fs.readFileSync(first).equals(fs.readFileSync(second))).toBe(true);
    expect(textOf(fs.readFileSync(first))).toContain('户名更正为“林𬎆”');
  });

  it('says on wrong use what is wrong, exit 2, and touches nothing', () => {
    const before = everything(store);
    for (const args of [
      [],
      ['burn'],
      ['list'],
      ['list', '--store', store, '--limit', 'x'],
      ['show', '--store', store],
      ['show', '刺桐湾', '--store', store],
      ['render', '𬎆', 'F99', '--store', store, '-o', 'x.pdf'],
      ['import', 'none.json', '--store', store],
      ['init', '--store', `${store}2`, '--room', '一', '--org', '某会', '--abbreviation', '某', '--block', '401-450'],
    ]) {
      const wrong = room(...args);
      expect([wrong.status, wrong.stdout], args.join(' ')).toEqual([2, '']);
      expect(wrong.stderr.length, args.join(' ')).toBeGreaterThan(10);
    }
    expect(everything(store)).toEqual(before);
    expect(fs.existsSync(`${store}2`)).toBe(false);
  });

  it('refuses a wrong or missing key, a folder that is no store, and a store in use: named, exit 1, nothing touched', async () => {
    const before = everything(store);
    const other = path.join(work, 'other.key');
    fs.writeFileSync(other, `mediation-room key 1\n${Buffer.alloc(32, 9).toString('base64url')}\n`);
    const withKey = (key: string) =>
      spawnSync(process.execPath, [program, 'list', '--store', store], {
        env: { ...process.env, ROOM_KEY_FILE: key },
        encoding: 'utf8',
      });
    expect([withKey(other).status, withKey(other).stderr]).toEqual([1, expect.stringContaining('[wrong-key]')]);
    expect([withKey(`${other}.none`).status, withKey(`${other}.none`).stderr]).toEqual([
      1,
      expect.stringContaining('[wrong-key]'),
    ]);
    const none = spawnSync(process.execPath, [program, 'list', '--store', work], {
      env: { ...process.env, ROOM_KEY_FILE: `${store}.key` },
      encoding: 'utf8',
    });
    expect([none.status, none.stderr]).toEqual([1, expect.stringContaining('[not-a-store]')]);
    // A process that is long at its work holds the store; a second one is refused while it does.
    const many = path.join(work, 'many.jsonl');
    const record = JSON.parse(fs.readFileSync(path.join(root, 'assets/samples/case-c.json'), 'utf8')) as object;
    const lines = Array.from({ length: 500 }, (_, n) => JSON.stringify({ ...record, id: `many-${n}` }));
    fs.writeFileSync(many, lines.join('\n'));
    const journals = (): number => fs.readdirSync(path.join(store, 'journals'), { recursive: true }).length;
    const already = journals();
    const holder = spawn(process.execPath, [program, 'import', many, '--store', store], { stdio: 'ignore' });
    const ended = new Promise((resolve) => holder.on('exit', resolve));
    // Looking does not take the lock, as a second command would.
    await expect.poll(journals, { timeout: 30_000, interval: 20 }).toBeGreaterThan(already + 5);
    const second = room('list', '--store', store);
    expect([second.status, second.stdout, second.stderr]).toEqual([1, '', expect.stringContaining('[store-in-use]')]);
    expect(await ended).toBe(0);
    expect(JSON.parse(room('list', '--store', store, '--limit', '2000', '--json').stdout)).toHaveLength(508);
    expect(Object.keys(before).every((name) => fs.existsSync(path.join(store, name)))).toBe(true);
  });

  it('renders any form, one of several by its key, and says what is missing of a dossier', () => {
    const papers = path.join(work, 'papers');
    expect(room('init', '--store', papers, '--room', '调解室三', '--sample').status).toBe(0);
    const out = (name: string): string => path.join(work, name);
    const notice = room('render', '𬎆', 'F05:applicant', '--store', papers, '-o', out('f05.pdf'));
    expect([notice.status, textOf(fs.readFileSync(out('f05.pdf'))).includes('权利义务告知书')]).toEqual([0, true]);
    const both = room('render', '𬎆', 'F05', '--store', papers, '-o', out('both.pdf'), '--json');
    expect(JSON.parse(both.stdout)).toMatchObject({ pages: 4 });
    const dossier = room('render', '𬎆', 'dossier', '--store', papers, '-o', out('dossier.pdf'));
    expect([dossier.status, fs.existsSync(out('dossier.pdf'))]).toEqual([1, false]);
    expect(dossier.stderr).toContain('还没有定稿');
    expect(room('render', '𬎆', 'F99', '--store', papers, '-o', out('no.pdf')).status).toBe(2);
    const all = room('render-all', 'F05', '--store', papers, '-o', out('all.pdf'), '--json');
    expect(JSON.parse(all.stdout)).toMatchObject({ made: 14, cancelled: false, skipped: [] });
    expect(fs.readdirSync(work).filter((name) => name.endsWith('.writing'))).toEqual([]);
  });

  it('demonstrates the main job down to a bound dossier and a second room that has all of it by way of a centre', () => {
    const out = path.join(work, 'demo');
    const told = spawnSync(process.execPath, [program, 'demo', '--out', out], { encoding: 'utf8', timeout: 200_000 });
    expect([told.status, told.stderr]).toEqual([0, '']);
    expect(told.stdout).toContain('调解室五 has 7 of 7 cases the same, 29 documents readable');
    expect(fs.readdirSync(out).sort()).toEqual([
      'case-a-F12.pdf',
      'case-b-F12.pdf',
      'case-d-F12.pdf',
      'case-d-dossier.pdf',
      'case-e-F12.pdf',
      'case-f-F12.pdf',
    ]);
    expect(textOf(fs.readFileSync(path.join(out, 'case-d-dossier.pdf')))).toContain('卷内目录');
  }, 220_000);
});
