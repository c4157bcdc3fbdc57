import { randomUUID } from 'node:crypto';
import { StickPacker, type StickSink } from '../../electron/core/crypto/stick-packer';
import { fileRefs, type FileRef } from '../../electron/core/domain/case/file-refs';
import { entrySchema } from '../../electron/core/domain/journal/entry';
import { STICK_LIMITS } from '../../electron/core/domain/wire/stick';
import { LIMITS } from '../../electron/core/domain/wire/limits';
import type { CentreContext } from '../context';
import { readFeed } from '../entries/feed';
import type { Station } from '../files/file-facts';
import { Pieces } from '../files/pieces';
import type { Caller } from '../routes/route';
import { stationState } from '../sessions/station-state';

export interface StickGiven {
  readonly station: string;
  readonly entries: number;
  readonly files: number;
  /** Files that entries speak of and that the centre does not have whole. */
  readonly absent: number;
  /** Place in the feed that it goes up to. */
  readonly upTo: number;
}

/** Why nothing was written for a workstation: it is not admitted, or the feed does not go as far as `after`. */
export class NoStick extends Error {
  constructor(readonly why: 'not-admitted' | 'no-such-place') {
    super(why);
    this.name = 'NoStick';
  }
}

const PARTS = STICK_LIMITS.part / LIMITS.chunkBytes;
const RANKS = { document: 0, scan: 1, recording: 2 } as const;

/**
 * Writes what a workstation may read（为工作站写 U 盘）, from a place in its organisation's feed on (0: from the start), and the
 * files of these entries: under the rights of that workstation at this moment. Sealed for it, signed by the centre.
 * Throws NoStick; DbAway; the sink's own error.
 * Proved by test/unit/sync/stick-centre.slow.test.ts.
 */
export async function writeStickFor(
  context: CentreContext,
  station: string,
  sink: StickSink,
  after = 0,
): Promise<StickGiven> {
  const state = await context.db.within({ as: 'service' }, (queries) => stationState(queries, station));
  if (state?.state !== 'admitted' || state.box === null || state.organisation === null)
    throw new NoStick('not-admitted');
  const { id, kind, committee } = state.organisation;
  const caller: Caller = { station, organisation: id, kind, committee };
  const packer = new StickPacker(randomUUID(), state.box, context.keys, sink);
  const files = new Map<string, FileRef>();
  let entries = 0;
  let place = await placeAt(context, caller, after);
  for (;;) {
    const page = await readFeed(context, caller, { ...place, limit: LIMITS.page, wait: 0 });
    for (const body of page.bodies) {
      const entry = entrySchema.parse(JSON.parse(body));
      await packer.entry(entry);
      entries += 1;
      for (const ref of fileRefs(entry)) if (!files.has(ref.sha256)) files.set(ref.sha256, ref);
    }
    const { checkpoint, head } = page.proof;
    place = { after: checkpoint.seq, link: checkpoint.link, epoch: checkpoint.epoch };
    if (checkpoint.seq >= head) break;
  }
  const put = await addFiles(new Pieces(context.db), { as: 'station', station, organisation: id }, packer, files);
  await packer.finish();
  return { station, entries, files: put, absent: files.size - put, upTo: place.after };
}

interface Place {
  readonly after: number;
  readonly link: string;
  readonly epoch: string;
}

async function placeAt({ db, epoch }: CentreContext, caller: Caller, after: number): Promise<Place> {
  if (after === 0) return { after, link: '', epoch: '' };
  const { station, organisation } = caller;
  const rows = await db.within({ as: 'station', station, organisation }, ({ query }) =>
    query('select feed_link($1) as link', [after]),
  );
  const link = rows[0]?.['link'];
  if (typeof link !== 'string') throw new NoStick('no-such-place');
  return { after, link, epoch: await epoch() };
}

/** Resolves to how many were there whole. One part is in memory at a time. */
async function addFiles(
  pieces: Pieces,
  station: Station,
  packer: StickPacker,
  files: ReadonlyMap<string, FileRef>,
): Promise<number> {
  let put = 0;
  const order = [...files.values()].sort((a, b) => RANKS[a.rank] - RANKS[b.rank] || a.bytes - b.bytes);
  for (const { sha256 } of order) {
    const there = await pieces.state(station, sha256);
    if (there?.whole !== true) continue;
    for (let first = 0; first < there.pieces; first += PARTS) {
      const part: Uint8Array[] = [];
      for (let index = first; index < Math.min(first + PARTS, there.pieces); index++)
        part.push((await pieces.get(station, sha256, index)) ?? new Uint8Array());
      await packer.part({ sha256, bytes: there.bytes, at: first * LIMITS.chunkBytes }, Buffer.concat(part));
    }
    put += 1;
  }
  return put;
}
