import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHead } from '../../../electron/core/backup/backup-format';
import { openWithKey, openWithSeal } from '../../../electron/core/backup/open-backup';
import { readBackup } from '../../../electron/core/backup/read-backup';
import { writeBackup } from '../../../electron/core/backup/write-backup';
import { sealFor } from '../../../electron/core/store/seal';
import { keyOpener } from '../../../electron/core/store/store-header';
import { draft, journalFile, KEY } from '../../fixtures/store';
import { back, backupFaultOf, bytesSource, desk, opened, openIn, LARGE, PDF } from './support';

describe('a backup', () => {
  it('holds every entry and every file of the store, and says whose it is and how it opens', async () => {
    const at = await desk(LARGE);
    await at.store.keys.put({ ...keyOpener(randomBytes(32)), way: 'os' });
    const made = await back(at);
    expect(made).toMatchObject({ subjects: 3, entries: 7, files: 2, absent: 0, leftOut: [], cases: 2, seq: 7 });
    expect(made.bytes).toBe(at.files.bytes(path.join(at.stick, 'a.mrb')).length);
    const bundle = await opened(at);
    expect(bundle.head).toMatchObject({ station: at.store.station, former: [], room: '调解室三', cases: 2 });
    expect(bundle.head.wraps.map(({ way }) => way)).toEqual(['key-file']);
    const journals = new Map<string, readonly unknown[]>();
    const files: Uint8Array[] = [];
    await readBackup(
      bundle,
      {
        journal: (subject, entries) => Promise.resolve(void journals.set(subject, entries)),
        file: (_sha256, bytes) => Promise.resolve(void files.push(bytes)),
      },
      {},
    );
    for (const subject of at.store.subjects()) expect(journals.get(subject)).toEqual(await at.store.read(subject));
    expect(files.map((bytes, n) => Buffer.from(bytes).equals([PDF, LARGE][n] ?? Buffer.of()))).toEqual([true, true]);
    await at.store.close();
  });

  it('tells of one moment: what the room writes meanwhile, and what stands on it, is not in it', async () => {
    const at = await desk();
    const chunks: Uint8Array[] = [];
    const writing: Promise<unknown>[] = [];
    const order = { backup: 'b', room: '', at: 0, restored: {} };
    const sink = { write: (bytes: Uint8Array) => Promise.resolve(void chunks.push(bytes)) };
    const end = await writeBackup(at.store, order, sink, {
      tell: () => {
        if (writing.length === 0) writing.push(at.store.commit([draft('case-b', '后来'), draft('case-new', '后来')]));
      },
    });
    await Promise.all(writing);
    expect(end).toMatchObject({ entries: 7, seq: 7 });
    const bundle = await openWithSeal(bytesSource(Buffer.concat(chunks)), at.store.look.backup);
    expect(await readBackup(bundle, {}, {})).toMatchObject({ entries: 7 });
    expect(at.store.chain.seq).toBe(9);
    await at.store.close();
  });

  it('goes on past a damaged journal and a damaged file, and names them', async () => {
    const at = await desk();
    const file = journalFile(at.folder, 'case-b');
    at.files.put(file, Buffer.concat([at.files.bytes(file).subarray(0, -1), Buffer.of(0)]));
    const blob = at.files.names().find((name) => name.includes(`${path.sep}blobs${path.sep}`)) ?? '';
    at.files.put(blob, Buffer.from('rubbish'));
    const made = await back(at);
    expect(made.leftOut.map(({ fault }) => fault)).toContain('damaged');
    expect(made.leftOut.map(({ about }) => about)).toContain('case-b');
    expect(made.subjects).toBe(2);
    expect(at.files.names()).toContain(file); // looking moves nothing
    await at.store.close();
  });

  it('opens by the key of its store, and by no other', async () => {
    const at = await desk();
    await back(at);
    const source = await openIn(at.files)(path.join(at.stick, 'a.mrb'));
    const bundle = await openWithKey(source, keyOpener(KEY));
    expect(sealFor(bundle.dataKey, 'backup').open('x', at.store.look.backup.seal('x', PDF))).toEqual(PDF);
    for (const opener of [keyOpener(randomBytes(32)), { ...keyOpener(KEY), way: 'password' }])
      expect(await backupFaultOf(openWithKey(source, opener))).toBe('wrong-key');
    expect(await backupFaultOf(openWithSeal(source, sealFor(randomBytes(32), 'backup')))).toBe('wrong-key');
    await at.store.close();
  });

  it('stops when it is asked to, in the middle of writing or reading back, and leaves nothing', async () => {
    const at = await desk(LARGE);
    for (const when of [1, 600, 1200]) {
      const stop = new AbortController();
      const tell = (done: number): void => {
        if (done >= when) stop.abort();
      };
      expect(await backupFaultOf(back(at, 'b.mrb', { signal: stop.signal, tell }))).toBe('stopped');
      expect(await at.files.list(at.stick)).toEqual([]);
    }
    await at.store.close();
  });

  it('names what is no backup, one of a newer version, and one of which only the beginning is there', async () => {
    const at = await desk();
    await back(at);
    const bytes = Buffer.from(at.files.bytes(path.join(at.stick, 'a.mrb')));
    const fault = (changed: Uint8Array) => backupFaultOf(readHead(bytesSource(changed)));
    expect(await fault(Buffer.from('PK a zip file'))).toBe('not-a-backup');
    expect(await fault(Buffer.from(bytes.toString('latin1').replace('backup 1 ', 'backup 2 '), 'latin1'))).toBe(
      'newer-version',
    );
    for (const length of [0, 5, 60, 200]) expect(await fault(bytes.subarray(0, length))).toBe('cut');
    await at.store.close();
  });
});
