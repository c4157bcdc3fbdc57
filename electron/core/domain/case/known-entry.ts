import type { Entry } from '../journal/entry';
import type { CaseKind } from './entry-kinds';

/** An entry of a kind that this version knows and whose data fits its schema: the ones that are applied. */
export interface KnownEntry {
  readonly entry: Entry;
  readonly kind: CaseKind;
}

const RECORDS: Readonly<Partial<Record<CaseKind, string>>> = {
  'party-set': 'party',
  'session-set': 'session',
  'evidence-set': 'evidence',
  'attachment-set': 'attachment',
};

/** The record with a key that an entry writes to, `party.KEY`; null for what writes to none. */
export function recordOf({ entry, kind }: KnownEntry): string | null {
  const head = RECORDS[kind];
  return head === undefined ? null : `${head}.${String(entry.data[head])}`;
}
