import { createHash } from 'node:crypto';
import type { FileAnswer } from '../../electron/core/domain/wire/files';
import { LIMITS } from '../../electron/core/domain/wire/limits';
import type { Db } from '../db/db';
import { answerOf, fileFacts, isComplete, pieceBytes, SENT_FOR_ME, type FileFacts, type Station } from './file-facts';
import { fromColumn, toColumn } from './piece-column';
import { WholeCheck, type Verdict } from './whole';

/** What became of a piece: kept (or not needed any more), or why not. */
export type Put =
  | 'kept'
  | 'not-found'
  /** The whole file is more than the centre keeps, or the piece more than a piece. */
  | 'too-large'
  | 'wrong-index'
  | 'wrong-length'
  /** The piece is not what its header says. */
  | 'wrong-piece'
  /** The pieces did not make the file; all are dropped. */
  | 'wrong-file';

/**
 * Files in pieces of 1 MB（分块）.
 *
 * Promises: a file that no entry of a case of one's own speaks of is neither told of, taken nor given; a piece is kept only
 * with the length it must have and the hash that was sent with it; what was answered as kept is durable, so sending goes on
 * where it was cut; a file is given to anybody only after the whole has the hash that entries name it by, and then to
 * all who may read a case that speaks of it, whichever of the case's organisations sent it. Who names the SHA-256 of a
 * stranger's file in a case of his own gets nothing of it: he has to send it himself.
 * Does not promise: a file once for all; organisations that have no case in common keep it each. That an institution which
 * somehow knows the SHA-256 of a file that the committee itself sent cannot open it by naming it in a case that the two share:
 * the committee is a member of all its institutions' cases.
 * Proved by test/unit/centre/files.test.ts.
 */
export class Pieces {
  private readonly checks: WholeCheck;

  constructor(private readonly db: Db) {
    this.checks = new WholeCheck(db);
  }

  /** What is there of a file; null when it is not for this workstation. Finishes a check that a crash interrupted. */
  async state(station: Station, sha256: string): Promise<FileAnswer | null> {
    const facts = await this.facts(station, sha256);
    if (!facts || !isComplete(facts)) return facts && answerOf(facts);
    await this.checks.run(station, facts);
    const after = await this.facts(station, sha256);
    return after && answerOf(after);
  }

  /** Takes one piece. `hex`: SHA-256 of the piece as its header tells it. */
  async put(station: Station, sha256: string, index: number, data: Uint8Array, hex: string): Promise<Put> {
    const facts = await this.facts(station, sha256);
    if (!facts) return 'not-found';
    if (facts.bytes > LIMITS.fileBytes) return 'too-large';
    if (index >= facts.pieces) return 'wrong-index';
    if (facts.wholeAt !== null) return 'kept';
    if (data.length !== pieceBytes(facts.bytes, index)) return 'wrong-length';
    if (createHash('sha256').update(data).digest('hex') !== hex) return 'wrong-piece';
    await this.db.within(station, (queries) =>
      queries.query(
        `insert into file_piece (sha256, organisation, piece, data) values ($1, $2, $3, decode($4, 'base64'))
         on conflict (sha256, organisation, piece) do nothing`,
        [sha256, station.organisation, index, toColumn(data)],
      ),
    );
    // Looked at after the commit: of two last pieces at once, at least one sees both.
    const now = await this.facts(station, sha256);
    return now && isComplete(now) ? putOf(await this.checks.run(station, now)) : 'kept';
  }

  /** One piece of a whole file; null when it is not for this workstation, not whole yet, or there is no such piece. */
  get(station: Station, sha256: string, index: number): Promise<Uint8Array | null> {
    return this.db.within(station, async (queries) => {
      const rows = await queries.query(
        `select encode(p.data, 'base64') as data from file_piece p
         join file_whole w on w.sha256 = p.sha256 and w.organisation = p.organisation
         where p.sha256 = $1 and p.piece = $2 and ${SENT_FOR_ME} limit 1`,
        [sha256, index],
      );
      return fromColumn(rows[0]?.['data']);
    });
  }

  private facts(station: Station, sha256: string): Promise<FileFacts | null> {
    return this.db.within(station, (queries) => fileFacts(queries, station, sha256));
  }
}

const putOf = (verdict: Verdict): Put => (verdict === 'dropped' ? 'wrong-file' : 'kept');
