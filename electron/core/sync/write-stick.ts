import { fileRefs, type FileRef } from '../domain/case/file-refs';
import type { Entry } from '../domain/journal/entry';
import { stampMillis } from '../domain/journal/hybrid-clock';
import { isCaseSubject } from '../domain/journal/subject-kinds';
import type { Checkpoint } from '../domain/wire/exchange';
import { StickPacker, type StickSink } from '../crypto/stick-packer';
import type { SyncStore } from './sync-store';

/** What goes on a stick（写给谁、写什么）. */
export interface StickOrder {
  /** A random name for this stick. */
  readonly stick: string;
  /** Public X25519 key of the reader: the centre's, or another workstation's. */
  readonly reader: string;
  readonly contents:
    | {
        readonly for: 'centre';
        /** The centre's counter of our chain: what is above goes. */
        readonly above: number;
        /** Files of entries that the centre has already, still to be sent. */
        readonly files?: readonly FileRef[];
        /** How far this room has read the centre's feed. */
        readonly checkpoint?: Checkpoint | null;
      }
    | {
        readonly for: 'room';
        /** Cases changed since then, milliseconds since 1970, each whole, with the files named since; all when null. */
        readonly since: number | null;
      };
}

export interface StickWritten {
  readonly entries: number;
  readonly files: number;
  /** Files that entries speak of and whose bytes are not here (they come from elsewhere), or damaged. */
  readonly absent: number;
}

type Source = Pick<SyncStore, 'station' | 'sign' | 'ownSince' | 'subjects' | 'read' | 'blobs'>;

const RANKS = { document: 0, scan: 1, recording: 2 } as const;

/**
 * Writes the exchange for a recipient（写 U 盘）. Journals and files are read one at a time. Rejects with the store's or the
 * sink's error; what the sink got then is no whole stick.
 */
export async function writeStick(store: Source, order: StickOrder, sink: StickSink): Promise<StickWritten> {
  const writer = { station: store.station, sign: (text: string) => store.sign(text) };
  const packer = new StickPacker(order.stick, order.reader, writer, sink);
  const { contents } = order;
  const files = new Map<string, FileRef>();
  const note = (refs: readonly FileRef[]): void => {
    for (const ref of refs) if (!files.has(ref.sha256)) files.set(ref.sha256, ref);
  };
  let entries = 0;
  const add = async (entry: Entry): Promise<void> => {
    await packer.entry(entry);
    entries += 1;
  };
  if (contents.for === 'centre') {
    if (contents.checkpoint) await packer.line({ checkpoint: contents.checkpoint });
    for (const entry of await ownAbove(store, contents.above)) {
      await add(entry);
      note(fileRefs(entry));
    }
    note(contents.files ?? []);
  } else {
    for (const subject of store.subjects().filter(isCaseSubject)) {
      const journal = await readable(store, subject);
      const { since } = contents;
      const fresh = journal.filter(({ at }) => since === null || stampMillis(at) >= since);
      if (fresh.length === 0) continue;
      for (const entry of journal) await add(entry);
      note(fresh.flatMap(fileRefs));
    }
  }
  const put = await addFiles(store, packer, [...files.values()]);
  await packer.finish();
  return { entries, files: put, absent: files.size - put };
}

/** Own entries above a counter, in the order of the chain. */
async function ownAbove(store: Source, above: number): Promise<readonly Entry[]> {
  const own: Entry[] = [];
  for (const subject of store.ownSince(above)) {
    for (const entry of await readable(store, subject))
      if (entry.station === store.station && entry.seq > above) own.push(entry);
  }
  return own.sort((a, b) => a.seq - b.seq);
}

/** A damaged journal is left out: what it held comes back by repair, or from a backup. */
async function readable(store: Source, subject: string): Promise<readonly Entry[]> {
  try {
    return await store.read(subject);
  } catch (fault) {
    if (isDamage(fault)) return [];
    throw fault;
  }
}

/** Documents, then scans, then recordings. Resolves to how many were there. */
async function addFiles(store: Source, packer: StickPacker, files: readonly FileRef[]): Promise<number> {
  let put = 0;
  for (const { sha256 } of [...files].sort((a, b) => RANKS[a.rank] - RANKS[b.rank] || a.bytes - b.bytes)) {
    if (!(await store.blobs.has(sha256))) continue;
    try {
      await packer.file(await store.blobs.get(sha256));
      put += 1;
    } catch (fault) {
      if (!isDamage(fault)) throw fault;
    }
  }
  return put;
}

/** A named fault of one file of the store, as its StoreError tells it. */
function isDamage(fault: unknown): boolean {
  const named = fault instanceof Error && fault.name === 'StoreError' && 'fault' in fault ? String(fault.fault) : '';
  return ['damaged', 'missing', 'wrong-place', 'older-copy'].includes(named);
}
