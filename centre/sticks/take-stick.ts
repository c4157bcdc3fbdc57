import { createHash } from 'node:crypto';
import type { StickReader } from '../../electron/core/crypto/stick-seal';
import { checkStick, stickPages, type StickSource } from '../../electron/core/crypto/stick-pages';
import { headOf } from '../../electron/core/crypto/stick-seal';
import type { Entry } from '../../electron/core/domain/journal/entry';
import { LIMITS } from '../../electron/core/domain/wire/limits';
import { STICK_LIMITS, type StickPart } from '../../electron/core/domain/wire/stick';
import type { CentreContext } from '../context';
import { takeEntries } from '../entries/arrival';
import type { Station } from '../files/file-facts';
import { Pieces } from '../files/pieces';
import type { Caller } from '../routes/route';
import { stationState } from '../sessions/station-state';

/** What came of a workstation's stick（读入 U 盘）. */
export interface StickTaken {
  /** Key of the workstation that wrote it. */
  readonly station: string;
  /** Entries by what became of them. */
  readonly taken: number;
  readonly known: number;
  readonly held: number;
  readonly refused: number;
  /** Files that are whole now and spoken of on the stick. */
  readonly files: number;
  /** Its chain as the centre has it now. */
  readonly chain: number;
  /** How far it had read the feed: an answer may be written from there (`writeStickFor`). 0 when it does not say. */
  readonly read: number;
}

/**
 * Takes what a workstation wrote to a stick for the centre, as if it had sent it: the same checks, the same answers.
 *
 * Promises: a stick that is not whole, not for this centre, or not by an admitted workstation is a StickError and changes
 * nothing; reading it twice changes nothing; a file is kept only where an entry that its writer may read speaks of it, and
 * given to others only when its bytes have its hash.
 * Throws StickError; DbAway (read it again); the source's own error.
 * Proved by test/unit/sync/stick-centre.slow.test.ts.
 */
export async function takeStick(context: CentreContext, source: StickSource): Promise<StickTaken> {
  const { head } = headOf(await source.read(0, STICK_LIMITS.head));
  const found = await context.db.within({ as: 'service' }, (queries) => stationState(queries, head.writer));
  const { state, organisation } = found ?? { state: 'asked' as const, organisation: null };
  const gone = state === 'revoked' || state === 'forked';
  const standing = gone ? 'revoked' : organisation === null || state !== 'admitted' ? 'unknown' : 'known';
  const reader: StickReader = {
    box: context.keys.box,
    openBox: (sealed) => context.keys.openBox(sealed),
    standing: (writer) => (writer === head.writer ? standing : 'unknown'),
  };
  await checkStick(source, reader);
  if (organisation === null) throw new Error('a known workstation has an organisation');
  const { id, kind, committee } = organisation;
  return takeLines(context, source, reader, { station: head.writer, organisation: id, kind, committee });
}

async function takeLines(
  context: CentreContext,
  source: StickSource,
  reader: StickReader,
  caller: Caller,
): Promise<StickTaken> {
  const pieces = new Pieces(context.db);
  const station: Station = { as: 'station', station: caller.station, organisation: caller.organisation };
  const counts = { taken: 0, known: 0, held: 0, refused: 0 };
  const whole = new Set<string>();
  let [chain, read] = [0, 0];
  for await (const lines of stickPages(source, reader)) {
    const entries = lines.flatMap((line) => ('entry' in line ? [line.entry as Entry] : []));
    for (let at = 0; at < entries.length; at += LIMITS.entries) {
      const answer = await takeEntries(context, caller, entries.slice(at, at + LIMITS.entries));
      for (const { outcome } of answer.answers) counts[outcome] += 1;
      chain = answer.chain.seq;
    }
    for (const line of lines) {
      if ('checkpoint' in line) read = line.checkpoint.seq;
      if ('file' in line && (await takePart(pieces, station, line.file))) whole.add(line.file.sha256);
    }
  }
  return { station: caller.station, ...counts, files: whole.size, chain, read };
}

/** True when the file is whole after this part. What is not wanted, or not of the length that entries say, is passed by. */
async function takePart(pieces: Pieces, station: Station, { sha256, at, data }: StickPart): Promise<boolean> {
  const bytes = Buffer.from(data, 'base64');
  if (at % LIMITS.chunkBytes !== 0) return false;
  const before = await pieces.state(station, sha256);
  if (!before || before.whole) return before?.whole ?? false;
  for (let start = 0; start < bytes.length; start += LIMITS.chunkBytes) {
    const index = (at + start) / LIMITS.chunkBytes;
    if (!before.missing.includes(index)) continue;
    const piece = bytes.subarray(start, start + LIMITS.chunkBytes);
    await pieces.put(station, sha256, index, piece, createHash('sha256').update(piece).digest('hex'));
  }
  return (await pieces.state(station, sha256))?.whole ?? false;
}
