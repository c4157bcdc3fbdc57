import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Files } from '../../../electron/core/ports';
import { FileSink } from '../../../electron/core/store/file-sink';
import { nodeFiles } from '../../../electron/core/store/node-files';

let folder: string;
let target: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'file-sink-'));
  target = path.join(folder, 'all.pdf');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a file that is written piece by piece', () => {
  it('appears whole, and not before it is finished', async () => {
    await writeFile(target, 'old');
    const sink = await FileSink.open(nodeFiles, target);
    await sink.write(bytes('one '));
    await sink.write(bytes('two'));
    expect(await readFile(target, 'utf8')).toBe('old');
    await sink.finish();
    expect(await readFile(target, 'utf8')).toBe('one two');
    expect(await readdir(folder)).toEqual(['all.pdf']);
  });

  it('leaves nothing when it is given up, and what stood there stands', async () => {
    await writeFile(target, 'old');
    const sink = await FileSink.open(nodeFiles, target);
    await sink.write(bytes('half'));
    await sink.discard();
    expect(await readFile(target, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['all.pdf']);
  });

  it('writes on when the disk takes a part at a time, and says when it takes nothing', async () => {
    const slow: Files = {
      ...nodeFiles,
      create: async (name) => {
        const file = await nodeFiles.create(name);
        return { ...file, write: (data, offset) => file.write(data.subarray(0, offset + 3), offset) };
      },
    };
    const sink = await FileSink.open(slow, target);
    await sink.write(bytes('a longer text'));
    await sink.finish();
    expect(await readFile(target, 'utf8')).toBe('a longer text');
    const full: Files = {
      ...nodeFiles,
      create: async (name) => ({ ...(await nodeFiles.create(name)), write: () => Promise.resolve(0) }),
    };
    const refused = await FileSink.open(full, target);
    await expect(refused.write(bytes('x'))).rejects.toMatchObject({ code: 'ENOSPC' });
    await refused.discard();
    expect(await readdir(folder)).toEqual(['all.pdf']);
  });
});
