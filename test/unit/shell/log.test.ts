import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { framesOf, keepFaults, keptFaults, logFault, noteFault } from '../../../electron/shell/log';

let folder = '';
let file = '';
let said: string[] = [];
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mediation-room-faults-'));
  file = path.join(folder, 'faults.log');
  keepFaults(file);
  said = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** All that was written, to the file and to the console. */
const written = (): string => fs.readFileSync(file, 'utf8') + said.join('\n');

it('a fault is kept with place, kind and lines of code, and not a word of its message', () => {
  logFault('cases.open', new TypeError('柯龙䶮 999999198802140019\n    at 19900000001 (secret.ts:1:2)'));
  const [line] = keptFaults(10);
  expect(line).toMatchObject({ where: 'cases.open', kind: 'TypeError' });
  expect(line?.frames.some((frame) => /^log[.]test[.]ts:\d+:\d+$/.test(frame))).toBe(true);
  for (const secret of ['柯龙䶮', '999999198802140019', '19900000001', os.tmpdir(), process.cwd()])
    expect(written()).not.toContain(secret);
});

it('what another process says of its fault is taken only as far as it looks like code', () => {
  noteFault('window <script>', '柯龙䶮Error', ['index-a1b2.js:1:2', '住址 泉州市']);
  expect(keptFaults(1)[0]).toMatchObject({ where: 'window script', kind: 'Error', frames: ['index-a1b2.js:1:2', ' '] });
});

it('a thrown text is told by its type', () => {
  logFault('sync', '柯龙䶮');
  expect(keptFaults(1)[0]).toMatchObject({ kind: 'string', frames: [] });
  expect(written()).not.toContain('柯龙䶮');
});

it('the code of the system stands beside the class', () => {
  logFault('save', Object.assign(new Error('x'), { code: 'ENOSPC' }));
  expect(keptFaults(1)[0]?.kind).toBe('Error ENOSPC');
});

it('the file stays small, and the newest faults are there', () => {
  for (let n = 0; n < 4000; n++) noteFault('many', `n${n}`, ['main.cjs:1:1']);
  expect(fs.statSync(file).size + fs.statSync(`${file}.before`).size).toBeLessThan(300 * 1024);
  expect(keptFaults(2).map(({ kind }) => kind)).toEqual(['n3998', 'n3999']);
});

it('a line that a crash cut short is passed over', () => {
  noteFault('one', 'A', []);
  fs.appendFileSync(file, '{"at":"2026');
  expect(keptFaults(5)).toHaveLength(1);
});

it('a disk that refuses makes no second fault', () => {
  keepFaults(path.join(folder, 'none', 'faults.log'));
  expect(() => noteFault('one', 'A', [])).not.toThrow();
  expect(keptFaults(5)).toEqual([]);
});

it('frames are found in the ways in which Node and Chromium write them', () => {
  expect(
    framesOf(
      [
        'Error: at night (x.ts:1:1)',
        '    at open (/home/某/app/out/main/main.cjs:10:5)',
        '    at async Promise.all (index 0)',
        '    at C:\\Users\\某\\app\\main.cjs:3:4',
        '    at app://bundle/assets/index-B2.js:7:8',
      ].join('\n'),
    ),
  ).toEqual(['main.cjs:10:5', 'main.cjs:3:4', 'index-B2.js:7:8']);
});
