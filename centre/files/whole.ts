import { createHash } from 'node:crypto';
import type { Db, Queries } from '../db/db';
import { fromColumn } from './piece-column';
import { pieceBytes, type FileFacts, type Station } from './file-facts';

/** What the pieces of a file turned out to be. */
export type Verdict = 'whole' | 'dropped' | 'incomplete';

/**
 * Declares files whole（整件核对）.
 *
 * Promises: a file is declared whole only when the bytes of its pieces, in order, have its hash and length, and only the
 * very pieces that were hashed; pieces that do not make the file are dropped, so that they can be sent again. One piece
 * is in memory at a time, however large the file, and the database is free for others between two pieces. Who asks for
 * a file that is being checked waits for that check.
 * Proved by test/unit/centre/files.test.ts.
 */
export class WholeCheck {
  private readonly running = new Map<string, Promise<Verdict>>();

  constructor(private readonly db: Db) {}

  run(station: Station, facts: FileFacts): Promise<Verdict> {
    const name = `${facts.sha256}/${station.organisation}`;
    const before = this.running.get(name);
    if (before) return before;
    const check = this.check(station, facts).finally(() => this.running.delete(name));
    this.running.set(name, check);
    return check;
  }

  private async check(station: Station, facts: FileFacts): Promise<Verdict> {
    const hash = createHash('sha256');
    const writings: string[] = [];
    let fits = true;
    for (let index = 0; index < facts.pieces; index += 1) {
      const piece = await this.db.within(station, (queries) => pieceRow(queries, station, facts.sha256, index));
      if (!piece) return 'incomplete';
      hash.update(piece.data);
      writings.push(piece.writing);
      fits &&= piece.data.length === pieceBytes(facts.bytes, index);
    }
    const made = fits && hash.digest('hex') === facts.sha256;
    return this.db.within(station, async (queries) => {
      await queries.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
        `file/${facts.sha256}/${station.organisation}`,
      ]);
      const now = await queries.query(
        'select number::text as writing from file_piece where sha256 = $1 and organisation = $2 and piece < $3 order by piece',
        [facts.sha256, station.organisation, facts.pieces],
      );
      if (now.map((row) => row['writing']).join() !== writings.join()) return 'incomplete';
      if (made) await declareWhole(queries, station, facts);
      else await dropPieces(queries, station, facts.sha256);
      return made ? 'whole' : 'dropped';
    });
  }
}

async function pieceRow(
  queries: Queries,
  station: Station,
  sha256: string,
  index: number,
): Promise<{ readonly data: Uint8Array; readonly writing: string } | null> {
  const rows = await queries.query(
    "select encode(data, 'base64') as data, number::text as writing from file_piece where sha256 = $1 and organisation = $2 and piece = $3",
    [sha256, station.organisation, index],
  );
  const data = fromColumn(rows[0]?.['data']);
  return data ? { data, writing: String(rows[0]?.['writing']) } : null;
}

const declareWhole = (queries: Queries, { organisation }: Station, { sha256, bytes }: FileFacts) =>
  queries.query(
    'insert into file_whole (sha256, organisation, bytes) values ($1, $2, $3) on conflict (sha256, organisation) do nothing',
    [sha256, organisation, bytes],
  );

const dropPieces = (queries: Queries, { organisation }: Station, sha256: string) =>
  queries.query('delete from file_piece where sha256 = $1 and organisation = $2', [sha256, organisation]);
