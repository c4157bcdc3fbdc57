import type { Entry } from '../journal/entry';
import type { Ancestry } from '../journal/graph';
import type { Registers } from '../journal/registers';
import { recordOf, type KnownEntry } from './known-entry';

const REMOVED = /^((?:party|session|evidence|attachment)\.[^.]+)\.removed$/;

/**
 * The records that are gone（已移除）, as `party.KEY`. Deletion loses against an edit (domain.md 8.6, O7): a removal stands
 * only while every change of the record was seen by it, or was made by somebody who had seen it. So what one room removed
 * while another changed it stays, whatever is written on top of both, until somebody who saw both removes it again.
 */
export function removedRecords(
  registers: Registers,
  known: readonly KnownEntry[],
  ancestry: Ancestry,
): ReadonlySet<string> {
  const removals = new Map<string, readonly Entry[]>();
  for (const [path, assignments] of registers) {
    const record = REMOVED.exec(path)?.[1];
    const removing = assignments.filter(({ value }) => value === true).map(({ entry }) => entry);
    if (record !== undefined && removing.length > 0) removals.set(record, removing);
  }
  for (const each of removals.size === 0 ? [] : known) {
    const record = recordOf(each);
    const removing = record === null ? undefined : removals.get(record);
    if (record === null || removing === undefined || onlyRemoves(each.entry)) continue;
    removals.set(
      record,
      removing.filter((removal) => !ancestry.beside(removal.id).has(each.entry.id)),
    );
  }
  return new Set([...removals].filter(([, removing]) => removing.length > 0).map(([record]) => record));
}

/** True for an entry that removes a record and changes nothing of it: two rooms that both remove it agree. */
export function onlyRemoves(entry: Entry): boolean {
  const set = (entry.data['set'] ?? {}) as Readonly<Record<string, unknown>>;
  return Object.keys(set).every((name) => name === 'removed') && set['removed'] === true;
}
