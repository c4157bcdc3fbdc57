import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { BackupSource } from '../../../electron/core/backup/backup-format';
import type { OpenedSource } from '../../../electron/core/backup/backup-disk';
import { makeBackup, type BackupMade } from '../../../electron/core/backup/make-backup';
import { BackupError, type BackupFault, type Work } from '../../../electron/core/backup/backup-error';
import { openWithSeal, type OpenedBackup } from '../../../electron/core/backup/open-backup';
import { JournalStore, type StoreOptions } from '../../../electron/core/store/journal-store';
import { fitsSummary, summarise } from '../../../electron/core/room/subjects';
import type { Files } from '../../../electron/core/ports';
import { emptyTree, MemoryFiles } from '../../fixtures/memory-files';
import { draft, freshFolder, optionsFor } from '../../fixtures/store';

/** A file system in memory that moves whole folders, too. */
export class MovingFiles extends MemoryFiles {
  override readonly rename = async (from: string, to: string): Promise<void> => {
    const inside = [...this.nodes.keys()].filter((name) => name === from || name.startsWith(from + path.sep));
    if (inside.length === 0) throw Object.assign(new Error(`ENOENT: ${from}`), { code: 'ENOENT' });
    if (inside.length === 1) this.nodes.delete(to);
    for (const name of inside) {
      const node = this.nodes.get(name);
      this.nodes.delete(name);
      if (node) this.nodes.set(to + name.slice(from.length), node);
    }
    await Promise.resolve();
  };
}

export const bytesSource = (bytes: Uint8Array): BackupSource => ({
  size: bytes.length,
  read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
});

/** Opens backups in memory. */
export const openIn =
  (files: Files) =>
  async (file: string): Promise<OpenedSource> => ({
    ...bytesSource(await files.read(file)),
    close: () => Promise.resolve(),
  });

export const BLOCK = { series: 'agreement', year: 2026, first: 401, last: 410 } as const;
export const REGISTER = 'numbers-agreement-2026-401';
export const PDF = Buffer.from('%PDF-1.7 a final paper');
export const SCAN = Buffer.alloc(3_000, 'a scan ');
/** Makes a backup of several pages. */
export const LARGE = Buffer.alloc(800_000, 'a scan of four parts ');

/** Options of a room's store. */
export const roomOptions = (folder: string, files: Files): StoreOptions => ({
  ...optionsFor(folder, files),
  summarise,
  fits: fitsSummary,
});

/** A store in memory with two cases, a register with one number taken, and two kept files. */
export interface Desk {
  readonly files: MovingFiles;
  readonly folder: string;
  readonly store: JournalStore;
  /** Where backups go. */
  readonly stick: string;
}

/** A real empty folder below `base` stands for the lock of the store; all else is in memory. */
export async function desk(scan = SCAN, given?: string): Promise<Desk> {
  const base = given ?? (await freshFolder());
  const folder = path.join(base, 'store');
  await fs.mkdir(folder);
  const stick = path.join(base, 'stick');
  const files = new MovingFiles(new Map([...emptyTree(folder), ...emptyTree(stick)]));
  const store = await JournalStore.create(roomOptions(folder, files));
  await fill(store, scan);
  return { files, folder, store, stick };
}

export async function fill(store: JournalStore, large = SCAN): Promise<void> {
  const [pdf, scan] = [await store.blobs.put(PDF), await store.blobs.put(large)];
  await store.commit([
    { subject: REGISTER, kind: 'block-leased', data: { block: BLOCK }, account: 'chen' },
    draft('case-a', '欠款'),
    draft('case-b', '分期'),
    {
      subject: 'case-a',
      kind: 'document-issued',
      data: { form: 'F12', sha256: pdf, bytes: PDF.length },
      account: 'chen',
    },
    {
      subject: 'case-b',
      kind: 'attachment-set',
      data: { attachment: 's', set: { sha256: scan, bytes: large.length } },
      account: 'chen',
    },
  ]);
  await take(store, 401, 'case-a');
}

/** Takes a number for a case, in the register and in the case. */
export const take = (store: JournalStore, seq: number, caseId: string) =>
  store.commit([
    { subject: REGISTER, kind: 'number-taken', data: { seq, case: caseId }, account: 'chen' },
    {
      subject: caseId,
      kind: 'number-given',
      data: { number: { series: 'agreement', year: 2026, seq, text: `（2026）泉银人调字第00${seq}号` } },
      account: 'chen',
    },
  ]);

let count = 0;

/** Makes a backup of the desk's store. */
export function back({ files, store, stick }: Desk, name = 'a.mrb', work: Work = {}): Promise<BackupMade> {
  const order = { backup: `backup-${(count += 1)}`, room: '调解室三', at: Date.UTC(2026, 10, 24, 1), restored: {} };
  return makeBackup(store, order, path.join(stick, name), { files, open: openIn(files) }, work);
}

/** Opens a backup of the desk by its own seal. */
export async function opened({ files, store, stick }: Desk, name = 'a.mrb'): Promise<OpenedBackup> {
  return openWithSeal(bytesSource(await files.read(path.join(stick, name))), store.look.backup);
}

/** Path → SHA-256 of all files in memory, for a comparison. */
export function prints(files: MemoryFiles): Readonly<Record<string, string>> {
  const hash = (name: string) => createHash('sha256').update(files.bytes(name)).digest('hex');
  return Object.fromEntries(files.names().map((name) => [name, hash(name)]));
}

/** All entries of a store by subject, for a comparison. */
export async function contents(store: JournalStore): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (const subject of [...store.subjects()].sort())
    found.set(subject, (await store.read(subject)).map(({ id }) => id).sort());
  return found;
}

/** The fault that work ends with; fails when it ends well. */
export async function backupFaultOf(work: Promise<unknown>): Promise<BackupFault> {
  const fault: unknown = await work.then(
    () => new Error('it ended well'),
    (error: unknown) => error,
  );
  if (!(fault instanceof BackupError)) throw fault;
  return fault.fault;
}
