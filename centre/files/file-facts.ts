import type { FileAnswer } from '../../electron/core/domain/wire/files';
import { LIMITS } from '../../electron/core/domain/wire/limits';
import type { Actor, Queries } from '../db/db';

/** The workstation that asks, as the database sees it. */
export type Station = Extract<Actor, { as: 'station' }>;

/** A file as a workstation may see it（文件）. */
export interface FileFacts {
  readonly sha256: string;
  /** Of the whole file. */
  readonly bytes: number;
  readonly pieces: number;
  /** The organisation whose pieces make the file; null before it is whole. */
  readonly wholeAt: string | null;
  /** Indexes of this organisation's own pieces, ascending. */
  readonly kept: readonly number[];
}

export const piecesOf = (bytes: number): number => Math.ceil(bytes / LIMITS.chunkBytes);

/**
 * Rows of `w` that this workstation may use: sent by an organisation that has to do with a case which speaks of the file
 * and which the workstation may read. So nobody opens another's file by naming its hash in a case of his own.
 */
export const SENT_FOR_ME = `exists (
  select from file_ref r join membership m on m.subject = r.subject
  where r.sha256 = $1 and may_read(r.subject) and m.organisation = w.organisation)`;

/** Bytes of one piece: 1 MB, the last one what is left. */
export const pieceBytes = (bytes: number, index: number): number =>
  Math.min(LIMITS.chunkBytes, bytes - index * LIMITS.chunkBytes);

/**
 * What the centre knows of a file; null when no entry of a case that the workstation may read speaks of it.
 * Runs as the workstation, so that row-level security decides a second time.
 *
 * Entries may speak of one file with several lengths, as one of them may be wrong: before it is whole, what the
 * workstation that asks wrote itself counts first, then what came first.
 */
export async function fileFacts(queries: Queries, station: Station, sha256: string): Promise<FileFacts | null> {
  const claims = await queries.query(
    `select r.bytes from file_ref r join entry e on e.id = r.entry
     where r.sha256 = $1 and may_read(r.subject)
     order by (e.station = $2) desc, e.received_at, e.id limit 1`,
    [sha256, station.station],
  );
  if (!claims[0]) return null;
  const whole = await queries.query(
    `select w.organisation, w.bytes from file_whole w where w.sha256 = $1 and ${SENT_FOR_ME}
     order by (w.organisation = $2) desc, w.at limit 1`,
    [sha256, station.organisation],
  );
  const bytes = Number((whole[0] ?? claims[0])['bytes']);
  const kept = await queries.query(
    'select piece from file_piece where sha256 = $1 and organisation = $2 order by piece',
    [sha256, station.organisation],
  );
  return {
    sha256,
    bytes,
    pieces: piecesOf(bytes),
    wholeAt: whole[0] ? String(whole[0]['organisation']) : null,
    kept: kept.map((row) => Number(row['piece'])).filter((piece) => piece < piecesOf(bytes)),
  };
}

/** Whether all pieces of this organisation are there though nobody has declared the file whole yet. */
export const isComplete = (facts: FileFacts): boolean => facts.wholeAt === null && facts.kept.length === facts.pieces;

export function answerOf({ bytes, pieces, wholeAt, kept }: FileFacts): FileAnswer {
  const have = new Set(kept);
  const missing = Array.from({ length: pieces }, (_, index) => index).filter((index) => !have.has(index));
  return { bytes, pieces, missing: wholeAt === null ? missing : [], whole: wholeAt !== null };
}
