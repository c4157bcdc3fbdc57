import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { durableAppend, durableWrite } from '../../../electron/core/store/durable-write';
import { failFrom, FaultyFiles } from '../../fixtures/faulty-files';
import { freshFolder, namesIn } from '../../fixtures/store';

const OLD = Buffer.from('old bytes');
const NEW = Buffer.from('new bytes, and more of them '.repeat(40));

async function target(): Promise<string> {
  const file = path.join(await freshFolder(), 'case.mrs');
  await fs.writeFile(file, OLD);
  return file;
}

describe('a durable write', () => {
  it('flushes the bytes before it renames, and the folder after', async () => {
    const file = await target();
    const files = new FaultyFiles();
    await durableWrite(files, file, NEW);
    expect(files.calls.map(({ name, path: at }) => `${name} ${path.basename(at)}`)).toEqual([
      'remove case.mrs.writing',
      'create case.mrs.writing',
      'write case.mrs.writing',
      'flush case.mrs.writing',
      'close case.mrs.writing',
      'rename case.mrs',
      `flushFolder ${path.basename(path.dirname(file))}`,
    ]);
    expect(await fs.readFile(file)).toEqual(NEW);
  });

  it('goes on until all bytes are written when the medium takes few at a time', async () => {
    const file = await target();
    const files = new FaultyFiles(undefined, 7);
    await durableWrite(files, file, NEW);
    expect(await fs.readFile(file)).toEqual(NEW);
    expect(files.calls.filter(({ name }) => name === 'write')).toHaveLength(Math.ceil(NEW.length / 7));
    await durableAppend(files, file, NEW);
    expect(await fs.readFile(file)).toEqual(Buffer.concat([NEW, NEW]));
  });

  it.each(['before', 'after'] as const)(
    'leaves the old bytes or the new ones, for a fault at any call (%s)',
    async (mode) => {
      for (let n = 1; n <= 7; n++) {
        for (const count of [1, Infinity]) {
          const file = await target();
          await expect(
            durableWrite(new FaultyFiles(failFrom(n, count, { mode, code: 'EIO' })), file, NEW),
          ).rejects.toThrow('EIO');
          const bytes = await fs.readFile(file);
          expect(bytes.equals(OLD) || bytes.equals(NEW)).toBe(true);
          // Before the rename nothing shows; and what can be removed is removed.
          if (n < 6) expect(bytes).toEqual(OLD);
          if (count === 1 && !(n === 2 && mode === 'after'))
            expect(await namesIn(path.dirname(file))).toEqual(['case.mrs']);
          await durableWrite(new FaultyFiles(), file, NEW);
          expect(await namesIn(path.dirname(file))).toEqual(['case.mrs']);
        }
      }
    },
  );

  it('reports a medium that takes no bytes as full, and one that says so', async () => {
    const file = await target();
    const full = new FaultyFiles(undefined, 0);
    await expect(durableWrite(full, file, NEW)).rejects.toMatchObject({ code: 'ENOSPC' });
    const late = new FaultyFiles(({ name }) => (name === 'flush' ? { mode: 'after', code: 'ENOSPC' } : null));
    await expect(durableWrite(late, file, NEW)).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(await fs.readFile(file)).toEqual(OLD);
    expect(await namesIn(path.dirname(file))).toEqual(['case.mrs']);
  });

  it.each(['EPERM', 'EACCES', 'EBUSY'])('waits for a virus scanner that holds the file twice (%s)', async (code) => {
    const file = await target();
    let refusals = 2;
    const files = new FaultyFiles(({ name }) =>
      name === 'rename' && refusals-- > 0 ? { mode: 'before', code } : null,
    );
    await durableWrite(files, file, NEW);
    expect(await fs.readFile(file)).toEqual(NEW);
    expect(files.calls.filter(({ name }) => name === 'rename')).toHaveLength(3);
  });

  it('gives up after about a second when the file stays held, and leaves nothing behind', async () => {
    const file = await target();
    const files = new FaultyFiles(({ name }) => (name === 'rename' ? { mode: 'before', code: 'EPERM' } : null));
    const start = performance.now();
    await expect(durableWrite(files, file, NEW)).rejects.toMatchObject({ code: 'EPERM' });
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(await fs.readFile(file)).toEqual(OLD);
    expect(await namesIn(path.dirname(file))).toEqual(['case.mrs']);
  });

  it('writes over what a power cut left under the temporary name', async () => {
    const file = await target();
    await fs.writeFile(`${file}.writing`, 'half');
    await durableWrite(new FaultyFiles(), file, NEW);
    expect(await fs.readFile(file)).toEqual(NEW);
    expect(await namesIn(path.dirname(file))).toEqual(['case.mrs']);
  });
});
