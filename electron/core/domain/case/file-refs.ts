import type { Entry } from '../journal/entry';

/** Bytes that an entry speaks of and that travel beside it（附件字节）. */
export interface FileRef {
  /** SHA-256 of the whole file, hex. */
  readonly sha256: string;
  readonly bytes: number;
  /** Order on the wire: entries go first, then documents, scans, recordings (docs/decisions/sync.md). */
  readonly rank: 'document' | 'scan' | 'recording';
}

const SHA256 = /^[0-9a-f]{64}$/;

/** The files of an entry: an issued document, an attachment. Reads what any version wrote; what does not fit names none. */
export function fileRefs({ kind, data }: Pick<Entry, 'kind' | 'data'>): readonly FileRef[] {
  if (kind === 'document-issued') return refOf(data, 'document');
  if (kind === 'attachment-set') {
    const set = data['set'];
    return typeof set === 'object' && set !== null ? refOf(set as Record<string, unknown>, 'scan') : [];
  }
  if (kind === 'recording-made') return refOf(data, 'recording');
  return [];
}

function refOf(record: Readonly<Record<string, unknown>>, rank: FileRef['rank']): readonly FileRef[] {
  const { sha256, bytes } = record;
  if (typeof sha256 !== 'string' || !SHA256.test(sha256)) return [];
  if (typeof bytes !== 'number' || !Number.isSafeInteger(bytes) || bytes < 1) return [];
  return [{ sha256, bytes, rank }];
}
