import type * as Pglite from '@electric-sql/pglite';
import type { PGlite, Transaction } from '@electric-sql/pglite';
import type { Row } from './db';

/** What of PGlite's module is used: it is loaded late, so that a centre on a server comes without it. */
type Protocol = Pick<typeof Pglite, 'protocol' | 'parse'>;
type Answer = Awaited<ReturnType<PGlite['execProtocol']>>['messages'];

interface Kept {
  readonly name: string;
  /** Type of each parameter. */
  readonly types: readonly number[];
  /** The description of its rows; empty when it gives none. */
  readonly head: Answer;
}

/** A service has some dozens of texts; beyond this many each is planned anew, as without keeping. */
const MOST_KEPT = 500;

/**
 * Queries of PGlite whose plan is kept（预备语句）.
 *
 * Promises: the same rows and errors as `Transaction.query`; a text is read and planned once, and then runs by one call into
 * the database instead of six: in a third of the time. PostgreSQL itself plans anew when a role or a table has changed.
 * Does not promise: rows of another shape for a text that was kept before a table changed.
 * Proved by test/unit/centre/pglite-db.test.ts.
 */
export function keptStatements(
  pglite: PGlite,
  { protocol: { serialize }, parse }: Protocol,
): (
  transaction: Pick<Transaction, 'closed' | 'query'>,
  text: string,
  parameters: readonly unknown[],
) => Promise<readonly Row[]> {
  const kept = new Map<string, Kept>();
  const ask = async (...parts: readonly Uint8Array[]): Promise<Answer> =>
    (await pglite.execProtocol(Buffer.concat([...parts, serialize.sync()]), { syncToFs: false })).messages;

  const prepared = async (text: string): Promise<Kept> => {
    const known = kept.get(text);
    if (known) return known;
    const name = `kept-${kept.size}`;
    const answer = await ask(serialize.parse({ name, text }), serialize.describe({ type: 'S', name }));
    const types = parse.parseDescribeStatementResults(answer);
    const made = { name, types, head: answer.filter((message) => message.name === 'rowDescription') };
    kept.set(text, made);
    return made;
  };

  return async (transaction, text, parameters) => {
    if (!kept.has(text) && kept.size >= MOST_KEPT) return (await transaction.query<Row>(text, [...parameters])).rows;
    if (transaction.closed) throw new Error('the transaction is over');
    return pglite.runExclusive(async () => {
      const { name, types, head } = await prepared(text);
      const values = parameters.map((value, index) => textOf(pglite, value, types[index]));
      const answer = await ask(serialize.bind({ statement: name, values }), serialize.execute({}));
      return parse.parseResults([...head, ...answer], pglite.parsers)[0]?.rows ?? [];
    });
  };
}

/** A parameter as PGlite itself writes it. */
function textOf({ serializers }: PGlite, value: unknown, type: number | undefined) {
  if (value === null || value === undefined) return null;
  const write = type === undefined ? undefined : serializers[type];
  return write ? write(value) : (value as { toString(): string }).toString();
}
