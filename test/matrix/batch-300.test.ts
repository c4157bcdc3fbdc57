import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runToFile } from '../../electron/core/room/batch-file';
import { nodeFiles } from '../../electron/core/store/node-files';
import { must, testRoom, type TestRoom } from '../fixtures/room';
import { SAMPLES } from '../fixtures/sample-room';
import { textOfPages } from '../unit/documents/support';

const CASES = 300;
const NAMES = ['柯龙䶮', '庄𬭊', '帕丽扎提·库尔班', '林𬎆'];

let at: TestRoom;
let folder: string;
beforeAll(async () => {
  at = await testRoom({ blocks: [{ series: 'agreement', year: 2024, first: 1001, last: 1400 }] });
  folder = await mkdtemp(path.join(os.tmpdir(), 'batch-300-'));
});
afterAll(async () => {
  await at.end();
  await rm(folder, { recursive: true, force: true });
});

/** One file of prepared cases, one a line, as a bank brings them for signing. */
async function preparedFile(): Promise<string> {
  const sample = JSON.parse(await readFile(path.join(SAMPLES, 'case-a.json'), 'utf8')) as {
    parties: { key: string; name: string }[];
  };
  return Array.from({ length: CASES }, (_, index) => {
    const parties = sample.parties.map((party) =>
      party.key === 'respondent' ? { ...party, name: `${NAMES[index % NAMES.length] ?? ''}${index + 1}` } : party,
    );
    return JSON.stringify({ ...sample, id: `batch-${index + 1}`, parties });
  }).join('\n');
}

const inUse = (): number => {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

it('300 prepared cases from one file become one PDF of their agreements, one case in memory at a time', async () => {
  const taken = await at.room.intake.take('银行批量.jsonl', await preparedFile(), true);
  expect(taken.map((each) => each.outcome)).toEqual(Array.from({ length: CASES }, () => 'imported'));

  const samples: number[] = [];
  const file = path.join(folder, 'agreements.pdf');
  const result = must(
    await runToFile(at.room, nodeFiles, file, {
      form: 'F12',
      signal: new AbortController().signal,
      onProgress: () => void samples.push(inUse()),
    }),
  );
  expect(result).toMatchObject({ made: CASES, skipped: [], cancelled: false, pages: CASES * 3 });

  // What is in use swings with the collector; it must not grow with the number of cases.
  const peak = (part: readonly number[]): number => Math.max(...part);
  const [early, late] = [peak(samples.slice(20, 120)), peak(samples.slice(200))];
  const { size } = await stat(file);
  expect(size).toBeGreaterThan(10_000_000);
  expect(late - early).toBeLessThan(Math.max(80_000_000, early * 0.5));

  const pages = textOfPages(await readFile(file));
  expect(pages).toHaveLength(CASES * 3);
  const numbers = new Set(pages.flatMap((page) => page.match(/（2024）泉银人调字第0\d{4}号/gu) ?? []));
  expect(numbers.size).toBe(CASES);
  for (const index of [0, 150, 299]) {
    const name = `${NAMES[index % NAMES.length] ?? ''}${index + 1}`;
    expect(pages.slice(index * 3, index * 3 + 300).length).toBeGreaterThan(0);
    expect(pages.some((page) => page.includes(name))).toBe(true);
  }
}, 300_000);
