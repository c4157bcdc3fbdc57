import type { Entry, EntryId } from '../journal/entry';
import { stampMillis } from '../journal/hybrid-clock';
import type { Ancestry } from '../journal/graph';
import type { Registers } from '../journal/registers';
import { DOSSIER, printedPaths } from '../forms/form-facts';
import { isFormId, WHOLE_CASE, type FormId } from '../forms/form-ids';
import type { Approval, IssuedDocument, Printing, Signature } from './case-state';
import type { KnownEntry } from './known-entry';

/** What parties sign for: the agreement, the facts, and who they are. A corrected telephone number voids nothing. */
const SIGNED =
  /^(agreement\.|case\.(facts|regime)$|party\.[^.]+\.(name|side|kind|document|creditCode|representatives|removed)$)/;

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
    const { on, at, signer } = first.value as { on: string | null; at?: string; signer?: string };
    if (on === null) continue;
    const valid = sawAll(first.entry.id, SIGNED, registers, ancestry);
    const by = path.slice('signature.'.length);
    found.push({ by, on, ...(signer ? { signer } : {}), ...(at ? { at } : {}), valid });
  }
  return found.sort((a, b) => (a.by < b.by ? -1 : 1));
}

/**
 * Approvals（审批）, by matter and name. One counts while its writer had seen all that now stands in what is approved, which
 * is what parties sign for; where one room withdrew what another gave unseen, it is not given until a person says which.
 */
export function foldApprovals(registers: Registers, ancestry: Ancestry): readonly Approval[] {
  const found: Approval[] = [];
  for (const [path, assignments] of registers) {
    const [head, matter = '', ...by] = path.split('.');
    if (head !== 'approval' || assignments.some(({ value }) => value === null)) continue;
    const fits = assignments.find(({ entry }) => sawAll(entry.id, SIGNED, registers, ancestry));
    const shown = fits ?? assignments[0];
    if (!shown) continue;
    found.push({
      matter: matter as Approval['matter'],
      by: by.join('.'),
      on: String(shown.value),
      at: when(shown.entry),
      account: shown.entry.account,
      valid: fits !== undefined && assignments.every(({ value }) => value === shown.value),
    });
  }
  return found.sort((a, b) => (`${a.matter}.${a.by}` < `${b.matter}.${b.by}` ? -1 : 1));
}

const when = (entry: Entry): string => new Date(stampMillis(entry.at)).toISOString();

/** Issued documents with their printings, oldest first. A form of a newer version counts as current: nothing is known of it. */
export function foldDocuments(
  known: readonly KnownEntry[],
  registers: Registers,
  ancestry: Ancestry,
): readonly IssuedDocument[] {
  const printings = known.filter(({ kind }) => kind === 'document-printed').map(({ entry }) => entry);
  return known
    .filter(({ kind }) => kind === 'document-issued')
    .map(({ entry }) => {
      const data = entry.data as Omit<IssuedDocument, 'entry' | 'of' | 'issuedAt' | 'current' | 'printings'> & {
        readonly of?: string;
      };
      const of = data.of ?? WHOLE_CASE;
      return {
        ...data,
        of,
        entry: entry.id,
        issuedAt: when(entry),
        current: !isKnown(data.form) || sawAll(entry.id, printedPaths(data.form, of), registers, ancestry),
        printings: printingsOf(entry.id, printings),
      };
    });
}

const isKnown = (form: string): form is FormId | typeof DOSSIER => form === DOSSIER || isFormId(form);

/** The first confirmed print is the original; each later one is a 副本, whatever was written with it. */
function printingsOf(document: EntryId, printings: readonly Entry[]): readonly Printing[] {
  return printings
    .filter((entry) => entry.data['document'] === document)
    .map((entry, index) => ({
      copies: Number(entry.data['copies']),
      way: String(entry.data['way']),
      ...(typeof entry.data['printer'] === 'string' ? { printer: entry.data['printer'] } : {}),
      duplicate: index > 0,
      at: when(entry),
    }));
}
