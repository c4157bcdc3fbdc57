import { createHash } from 'node:crypto';
import { fileRefs } from '../domain/case/file-refs';
import { entrySchema, type Entry } from '../domain/journal/entry';
import type { StickPart } from '../domain/wire/stick';
import type { StickReader } from '../crypto/stick-seal';
import { checkStick, stickPages, type StickSource } from '../crypto/stick-pages';
import type { SyncStore } from './sync-store';

/** What came of a stick（读入结果）. */
export interface StickRead {
  /** Key of who wrote it: a workstation, or the centre. */
  readonly from: string;
  readonly added: number;
  /** Entries that were here already. */
  readonly known: number;
  /**
   * Entries that were not taken: broken, of an unknown workstation, in another workstation's own journal, or in a case whose
   * file here is damaged.
   */
  readonly refused: number;
  /** Files that were not here before. */
  readonly files: number;
}

type Target = Pick<SyncStore, 'box' | 'openBox' | 'receive' | 'blobs'>;

/**
 * Reads a stick（读 U 盘）. `standing` says what is known of a key: the centre and admitted workstations are `known`, the own
 * station too, revoked and copied ones `revoked`.
 *
 * Promises: a stick that is not whole, not for this workstation or not by one that it knows is a StickError and changes
 * nothing, at whatever byte it was cut; reading it twice changes nothing; entries are checked as those of the centre are,
 * and a file is kept only under its hash and when an entry of the stick speaks of it. A fault of the disk midway leaves whole
 * subjects; reading again takes the rest.
 * Does not promise: small memory for a large file (the blob store keeps files whole).
 * Throws StickError; StoreError; the source's own error when the stick is pulled out.
 * Proved by test/unit/sync/stick.test.ts.
 */
export async function readStick(
  store: Target,
  source: StickSource,
  standing: StickReader['standing'],
): Promise<StickRead> {
  const reader: StickReader = { box: store.box, openBox: (sealed) => store.openBox(sealed), standing };
  const { writer: from } = await checkStick(source, reader);
  const spokenOf = new Set<string>();
  const joiner = new FileJoiner();
  let [added, refused, all, files] = [0, 0, 0, 0];
  for await (const lines of stickPages(source, reader)) {
    const entries = lines.flatMap((line) => ('entry' in line ? [line.entry] : []));
    const ours = entries.filter((entry) => byKnown(entry, standing));
    const received = await store.receive(ours);
    const aside = new Set(received.setAside);
    all += entries.length;
    added += received.added.length;
    refused += entries.length - ours.length + received.refused.length;
    for (const entry of ours.filter(isEntry)) {
      if (aside.has(entry.subject)) refused += 1;
      for (const { sha256 } of fileRefs(entry)) spokenOf.add(sha256);
    }
    for (const line of lines) {
      const whole = 'file' in line && spokenOf.has(line.file.sha256) ? joiner.add(line.file) : null;
      if (!whole || (await store.blobs.has(whole.sha256))) continue;
      await store.blobs.put(whole.bytes);
      files += 1;
    }
  }
  return { from, added, known: Math.max(0, all - added - refused), refused, files };
}

const isEntry = (value: unknown): value is Entry => entrySchema.safeParse(value).success;

/** Broken ones pass: the store says what is wrong with them. */
function byKnown(value: unknown, standing: StickReader['standing']): boolean {
  const station = typeof value === 'object' && value !== null && 'station' in value ? value.station : null;
  return typeof station !== 'string' || standing(station) !== 'unknown';
}

/** Puts the parts of one file after another together; a file whose parts do not make it is dropped. */
class FileJoiner {
  private parts: Uint8Array[] = [];
  private sha256 = '';
  private length = 0;

  /** The whole file with its last part, else null. */
  add({ sha256, bytes, at, data }: StickPart): { readonly sha256: string; readonly bytes: Uint8Array } | null {
    if (at === 0) {
      this.parts = [];
      this.sha256 = sha256;
      this.length = 0;
    }
    if (sha256 !== this.sha256 || at !== this.length) return null;
    const part = Buffer.from(data, 'base64');
    this.parts.push(part);
    this.length += part.length;
    if (this.length < bytes) return null;
    const whole = Buffer.concat(this.parts);
    this.parts = [];
    this.sha256 = '';
    return createHash('sha256').update(whole).digest('hex') === sha256 ? { sha256, bytes: whole } : null;
  }
}
