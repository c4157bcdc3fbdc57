import type { Entry, EntryId } from '../journal/entry';
import { stampMillis } from '../journal/hybrid-clock';
import type { Ancestry } from '../journal/graph';
import type { Registers } from '../journal/registers';
import type { IssuedDocument, Signature } from './case-state';
import type { CaseKind } from './entry-kinds';

/** What parties sign for: the agreement, the facts, and who they are. A corrected telephone number voids nothing. */
const SIGNED =
  /^(agreement\.|case\.(facts|regime)$|party\.[^.]+\.(name|side|kind|document|creditCode|representatives|removed)$)/;
/** What an agreement shows on paper. */
const PRINTED = /^(agreement\.|party\.|number$|case\.(facts|mediators|recorder|regime)$)/;

/** True when the writer of `entry` had seen every value that now stands in the fields that `pattern` names. */
function sawAll(entry: EntryId, pattern: RegExp, registers: Registers, ancestry: Ancestry): boolean {
  for (const [path, assignments] of registers) {
    if (!pattern.test(path)) continue;
    if (assignments.some((a) => a.entry.id !== entry && !ancestry.saw(entry, a.entry.id))) return false;
  }
  return true;
}

/** Signatures（签名、盖章或按指印）: one made before, or beside, a change of the agreement does not count for it. */
export function foldSignatures(registers: Registers, ancestry: Ancestry): readonly Signature[] {
  const found: Signature[] = [];
  for (const [path, assignments] of registers) {
    const first = assignments[0];
    if (!path.startsWith('signature.') || !first) continue;
    const { on, at } = first.value as { on: string | null; at?: string };
    if (on === null) continue;
    const valid = sawAll(first.entry.id, SIGNED, registers, ancestry);
    found.push({ by: path.slice('signature.'.length), on, ...(at ? { at } : {}), valid });
  }
  return found.sort((a, b) => (a.by < b.by ? -1 : 1));
}

interface KnownEntry {
  readonly entry: Entry;
  readonly kind: CaseKind;
}

/** Issued documents with their printings, oldest first. */
export function foldDocuments(
  known: readonly KnownEntry[],
  registers: Registers,
  ancestry: Ancestry,
): readonly IssuedDocument[] {
  const when = (entry: Entry): string => new Date(stampMillis(entry.at)).toISOString();
  const printings = known.filter(({ kind }) => kind === 'document-printed').map(({ entry }) => entry);
  return known
    .filter(({ kind }) => kind === 'document-issued')
    .map(({ entry }) => ({
      ...(entry.data as Omit<IssuedDocument, 'entry' | 'issuedAt' | 'current' | 'printings'>),
      entry: entry.id,
      issuedAt: when(entry),
      current: sawAll(entry.id, PRINTED, registers, ancestry),
      printings: printings
        .filter((p) => p.data['document'] === entry.id)
        .map((p) => ({ copies: Number(p.data['copies']), way: String(p.data['way']), at: when(p) })),
    }));
}
