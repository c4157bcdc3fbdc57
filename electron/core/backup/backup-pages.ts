import { setImmediate as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Seal } from '../store/seal';
import { StoreError } from '../store/store-error';
import { BackupError, goOn, type Work } from './backup-error';
import { BACKUP_LIMITS, backupLine, pagePlace, type BackupLine, type BackupSource } from './backup-format';

/** A backup whose head is read and whose key is at hand. */
export interface Bundle {
  readonly source: BackupSource;
  readonly hash: string;
  /** Offset of the first page. */
  readonly begin: number;
  readonly seal: Seal;
}

/**
 * The lines of a backup, page by page, each page's seal checked before its lines are given; the window is answered in
 * between. Throws BackupError: `cut` when the file ends before its last page does, `damaged` for anything else that is
 * not as it was written, bytes behind the end included.
 */
export async function* backupPages(bundle: Bundle, work: Work): AsyncGenerator<readonly BackupLine[]> {
  const { source, hash, seal, begin } = bundle;
  let offset = begin;
  for (let page = 1, last = false; !last; page++) {
    goOn(work);
    const size = Buffer.from(await source.read(offset, 4));
    if (size.length < 4) throw new BackupError('cut', `page ${page}`);
    const length = size.readUInt32BE(0);
    if (length > BACKUP_LIMITS.sealed) throw new BackupError('damaged', `page ${page}`);
    const sealed = await source.read(offset + 4, length);
    if (sealed.length < length) throw new BackupError('cut', `page ${page}`);
    offset += 4 + length;
    last = (await source.read(offset, 1)).length === 0;
    const lines = await linesOf(seal, hash, page, last, sealed);
    work.tell?.(offset, source.size);
    yield lines;
    await pause();
  }
}

async function linesOf(
  seal: Seal,
  hash: string,
  page: number,
  last: boolean,
  sealed: Uint8Array,
): Promise<readonly BackupLine[]> {
  let packed: Uint8Array;
  try {
    packed = seal.open(pagePlace(hash, page, last), sealed);
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    // A page that is right, only not the last one, though nothing follows: the file was cut between two pages.
    const cut = last && opens(seal, pagePlace(hash, page, false), sealed);
    throw new BackupError(cut ? 'cut' : 'damaged', `page ${page}`, { cause });
  }
  try {
    const text = (await promisify(gunzip)(packed, { maxOutputLength: BACKUP_LIMITS.unpacked })).toString('utf8');
    return text.split('\n').slice(0, -1).flatMap(lineOf);
  } catch (cause) {
    throw new BackupError('damaged', `page ${page}`, { cause });
  }
}

function opens(seal: Seal, place: string, sealed: Uint8Array): boolean {
  try {
    seal.open(place, sealed);
    return true;
  } catch {
    return false;
  }
}

/** None for a line of a newer version. Throws a SyntaxError. */
function lineOf(text: string): readonly BackupLine[] {
  const parsed = backupLine.safeParse(JSON.parse(text));
  return parsed.success ? [parsed.data] : [];
}
