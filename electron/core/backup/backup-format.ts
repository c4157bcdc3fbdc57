import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { StickSource } from '../crypto/stick-pages';
import { BackupError } from './backup-error';

/**
 * A backup（备份）is one file, `.mrb`:
 *
 *     mediation-room-backup VERSION BYTES SHA256 \n   HEAD-AS-JSON   (SIZE PAGE)...
 *
 * HEAD is readable and says whose it is and how it opens; SHA256 (hex) is of its bytes. SIZE: four bytes. PAGE: gzip of JSON
 * lines, sealed under the store's data key at the place `SHA256-NUMBER` (`-last` behind the last one), so that no page
 * can be moved, left out, doubled, cut off or taken from another backup. Lines: entries by subject, files in parts, sums
 * of both, and the end.
 */
export const BACKUP_MAGIC = 'mediation-room-backup';
export const BACKUP_VERSION = 1;
/** The ending of its name. */
export const BACKUP_ENDING = '.mrb';

/** Bytes. */
export const BACKUP_LIMITS = {
  /** The first line; the head behind it. */
  first: 256,
  head: 4 * 1024 * 1024,
  /** Lines of a page before packing: where a new page begins, and the most that is unpacked. */
  page: 512 * 1024,
  unpacked: 128 * 1024 * 1024,
  sealed: 128 * 1024 * 1024,
  /** A part of a file. */
  part: 256 * 1024,
} as const;

const key = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export const backupHead = z.looseObject({
  /** A random name of this backup. */
  backup: z.string().min(1).max(100),
  /** The workstation that made it, and the keys that it had before. */
  station: key,
  former: z.array(key),
  /** 调解室三 */
  room: z.string().max(200),
  /** The moment it tells of, milliseconds since 1970 by the wall clock. */
  at: z.number().int(),
  cases: z.number().int().min(0),
  /** Of stores that came from a backup themselves: how far the chains of earlier workstations are whole. */
  restored: z.record(z.string(), z.number().int()).optional(),
  /** The data key, wrapped: what opens the store by password, recovery key or key file opens the backup. */
  wraps: z.array(z.looseObject({ way: z.string(), account: z.string().optional(), wrapped: z.string() })),
  /** Something sealed under the data key, base64: tells a wrong key from a damaged page. */
  token: z.string(),
});
export type BackupHead = z.infer<typeof backupHead>;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const partLine = z.object({
  sha256,
  /** Of the whole file. */
  bytes: z.number().int().min(0),
  /** Where this part begins; parts come in order. */
  at: z.number().int().min(0),
  /** base64 */
  data: z.string(),
});
export type BackupPart = z.infer<typeof partLine>;

const endLine = z.looseObject({
  subjects: z.number().int().min(0),
  entries: z.number().int().min(0),
  files: z.number().int().min(0),
  /** The chain of the workstation at that moment. */
  seq: z.number().int().min(0),
  /** Journals and files that were damaged and are not in it, with the fault. */
  leftOut: z.array(z.object({ about: z.string(), fault: z.string() })),
  /** Files that entries speak of and whose bytes had not come from elsewhere yet. */
  absent: z.number().int().min(0),
});
export type BackupEnd = z.infer<typeof endLine>;

/** One line of a page. Lines of a newer version that are none of these are passed by. */
export const backupLine = z.union([
  z.object({ entry: z.looseObject({ id: z.string(), subject: z.string() }) }),
  z.object({ part: partLine }),
  /** `ids`: SHA-256 of the entries' ids, in their order, hex. */
  z.object({ sum: z.object({ subject: z.string(), entries: z.number().int().min(0), ids: sha256 }) }),
  z.object({ kept: z.object({ sha256, bytes: z.number().int().min(0) }) }),
  z.object({ end: endLine }),
]);
export type BackupLine = z.infer<typeof backupLine>;

/** Where a backup is read from, with its size in bytes. */
export interface BackupSource extends StickSource {
  readonly size: number;
}

const headHash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The place of a page under its seal. */
export const pagePlace = (hash: string, page: number, last: boolean): string => `${hash}-${page}${last ? '-last' : ''}`;

export function headBytes(head: BackupHead): { readonly bytes: Uint8Array; readonly hash: string } {
  const json = Buffer.from(JSON.stringify(head), 'utf8');
  const hash = headHash(json);
  const first = `${BACKUP_MAGIC} ${BACKUP_VERSION} ${json.length} ${hash}\n`;
  return { bytes: Buffer.concat([Buffer.from(first, 'utf8'), json]), hash };
}

/** The readable head, the SHA-256 of it, and where the pages begin. Throws BackupError. */
export async function readHead(
  source: BackupSource,
): Promise<{ readonly head: BackupHead; readonly hash: string; readonly begin: number }> {
  const start = Buffer.from(await source.read(0, BACKUP_LIMITS.first));
  if (start.length === 0) throw new BackupError('cut', 'head');
  const magic = Buffer.from(`${BACKUP_MAGIC} `, 'latin1');
  if (!start.subarray(0, magic.length).equals(magic.subarray(0, start.length)))
    throw new BackupError('not-a-backup', 'head');
  const end = start.indexOf('\n');
  if (end < 0) throw new BackupError(start.length < BACKUP_LIMITS.first ? 'cut' : 'damaged', 'head');
  const [, version, size, hash] =
    /^\S+ (\d{1,4}) (\d{1,7}) ([0-9a-f]{64})$/.exec(start.toString('latin1', 0, end)) ?? [];
  if (version === undefined) throw new BackupError('damaged', 'head');
  if (Number(version) > BACKUP_VERSION) throw new BackupError('newer-version', 'head');
  const bytes = Number(size);
  if (hash === undefined || bytes > BACKUP_LIMITS.head) throw new BackupError('damaged', 'head');
  const json = Buffer.from(await source.read(end + 1, bytes));
  if (json.length < bytes) throw new BackupError('cut', 'head');
  if (headHash(json) !== hash) throw new BackupError('damaged', 'head');
  const head = backupHead.safeParse(JSON.parse(json.toString('utf8')));
  if (!head.success) throw new BackupError('damaged', 'head');
  return { head: head.data, hash, begin: end + 1 + bytes };
}
