import { readdir, readFile, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runToFile } from '../../../electron/core/room/batch-file';
import { nodeFiles } from '../../../electron/core/store/node-files';
import { codes, must, testRoom, type TestRoom } from '../../fixtures/room';
import { smallAgreement, smallCase } from '../../fixtures/writes';
import { textOfPages } from '../documents/support';

let at: TestRoom;
let folder: string;
beforeEach(async () => {
  at = await testRoom();
  folder = await mkdtemp(path.join(os.tmpdir(), 'batch-'));
});
afterEach(async () => {
  await at.end();
  await rm(folder, { recursive: true, force: true });
});

const TODAY = { from: '2024-04-25', to: '2024-04-25' } as const;
const never = new AbortController().signal;
const silent = (): void => undefined;

describe('one PDF over many cases', () => {
  it('holds each agreement as issued in its case, numbered, and names what could not be made', async () => {
    const made: string[] = [];
    for (const name of ['柯龙䶮', '庄𬭊', '林𬎆'])
      made.push(must(await at.room.cases.create([...smallCase(name), smallAgreement])).id);
    const bad = must(await at.room.cases.create([...smallCase('林𰻞'), smallAgreement])).id;
    must(await at.room.cases.create(smallCase('未起草')));
    const told: (readonly [number, number])[] = [];
    const file = path.join(folder, 'all.pdf');
    const run = {
      form: 'F12' as const,
      signal: never,
      onProgress: (done: number, total: number): void => void told.push([done, total]),
    };
    const result = must(await runToFile(at.room, nodeFiles, file, run));
    expect(result).toMatchObject({ file, made: 3, cancelled: false });
    expect(result.skipped.map(({ id, problems }) => [id, problems[0]?.code])).toEqual([[bad, 'missing-glyph']]);
    expect(told.at(-1)).toEqual([5, 5]);
    const log = await at.room.privacy.log({ ...TODAY, account: null, caseId: null, offset: 0, limit: 10 });
    const out = log.rows.filter(({ kind }) => kind === 'exported');
    expect(out.map(({ caseId }) => caseId).sort()).toEqual([...made].sort());
    expect(out[0]?.zh).toBe('取出到数据库之外：批量制作 人民调解协议书');
    const pages = textOfPages(await readFile(file));
    expect(pages).toHaveLength(result.pages);
    for (const id of made) {
      const { state } = must(await at.room.cases.open(id));
      expect(state.documents).toHaveLength(1);
      expect(pages.some((page) => page.includes(state.number?.text ?? '-'))).toBe(true);
    }
    const again = must(await runToFile(at.room, nodeFiles, file, run));
    expect(again.made).toBe(3);
    for (const id of made) expect(must(await at.room.cases.open(id)).state.documents).toHaveLength(1);
  });

  it('stopped half-way leaves no file, and the cases that were done keep their issue', async () => {
    for (const name of ['甲', '乙', '丙', '丁']) must(await at.room.cases.create([...smallCase(name), smallAgreement]));
    const stop = new AbortController();
    const result = must(
      await runToFile(at.room, nodeFiles, path.join(folder, 'all.pdf'), {
        form: 'F12',
        signal: stop.signal,
        onProgress: (done) => {
          if (done === 2) stop.abort();
        },
      }),
    );
    expect(result).toMatchObject({ file: null, cancelled: true });
    expect(await readdir(folder)).toEqual([]);
    expect(result.made).toBeGreaterThan(0);
    expect(result.made).toBeLessThan(4);
  });

  it('of a form that no case has is refused in words and leaves no file', async () => {
    must(await at.room.cases.create(smallCase()));
    const file = path.join(folder, 'none.pdf');
    const refused = await runToFile(at.room, nodeFiles, file, { form: 'F12', signal: never, onProgress: silent });
    expect(codes(refused)).toEqual(['no-case-has-it']);
    expect(await readdir(folder)).toEqual([]);
  });
});
