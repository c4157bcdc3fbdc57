import type { Entry, EntryId } from '../journal/entry';
import { ancestryOf, orderJournal } from '../journal/graph';
import { distinctValues, foldRegisters, type Registers, type Writes } from '../journal/registers';
import type { Agreement, CaseState, Conflict, Ending, FaultyEntry, OfficialNumber, Party, Session } from './case-state';
import { foldClashes } from './fold-clashes';
import { writesOfKind } from './kind-writes';
import { foldMaterial } from './fold-material';
import { foldApprovals, foldDocuments, foldSignatures } from './fold-papers';
import type { KnownEntry } from './known-entry';
import { group, groups, only } from './register-groups';
import { removedRecords } from './removals';
import {
  agreementFields,
  archiveFields,
  attachmentFields,
  caseFields,
  caseKinds,
  endingFields,
  evidenceFields,
  isCaseKind,
  partyFields,
  sessionFields,
  transferAnswerFields,
} from './entry-kinds';
import { SIDES } from './vocabulary';

/** The only body format that this version applies; others are kept and passed on. */
const FORMAT = 1;

/**
 * The state of a case: `fold(entries)`. Pure and total; the same set of entries in any order of arrival, with any
 * repetition, gives the same state (test/property/fold.test.ts). Edits of different fields merge; edits of one field
 * whose writers had not seen each other are a conflict with all values, of which the state shows the first by id. What
 * one room did to a record that another removed or closed beside it is told by `removedRecords` and `foldClashes`.
 * Entries of other subjects are the caller's mistake and are ignored.
 */
export function fold(caseId: string, entries: readonly Entry[]): CaseState {
  const journal = orderJournal(entries.filter((entry) => entry.subject === caseId));
  const ancestry = ancestryOf(journal.ordered);
  const faults: FaultyEntry[] = [];
  const unknown: { entry: EntryId; kind: string }[] = [];
  const known: KnownEntry[] = [];
  for (const entry of journal.ordered) {
    if (entry.v !== FORMAT || !isCaseKind(entry.kind)) {
      unknown.push({ entry: entry.id, kind: entry.kind });
      continue;
    }
    const parsed = caseKinds[entry.kind].safeParse(entry.data);
    if (parsed.success) known.push({ entry, kind: entry.kind });
    else faults.push({ entry: entry.id, kind: entry.kind, problem: parsed.error.issues[0]?.message ?? 'malformed' });
  }
  const kinds = new Map(known.map(({ entry, kind }) => [entry.id, kind]));
  const writesOf = (entry: Entry): Writes => {
    const kind = kinds.get(entry.id);
    return kind ? writesOfKind(kind, entry.data) : [];
  };
  const registers = foldRegisters(journal.ordered, writesOf, ancestry);
  const gone = removedRecords(registers, known, ancestry);
  const state = stateOf(registers, gone);
  const made = known.filter(({ kind }) => kind === 'transfer-made').map(({ entry }) => entry);
  const material = foldMaterial(registers, made, gone);
  return {
    id: caseId,
    ...state,
    signatures: foldSignatures(registers, ancestry),
    approvals: foldApprovals(registers, ancestry),
    documents: foldDocuments(known, registers, ancestry),
    ...material,
    conflicts: conflictsOf(registers),
    clashes: foldClashes({ ...state, ...material }, registers, known, ancestry),
    faults,
    waiting: journal.waiting.map((entry) => entry.id),
    unknown,
    extra: extraOf(registers),
    heads: journal.heads,
  };
}

function stateOf(registers: Registers, gone: ReadonlySet<string>) {
  const about = group(registers, 'case');
  const agreement = group(registers, 'agreement');
  const ending = group(registers, 'ending');
  const number = (registers.get('number')?.[0]?.value ?? undefined) as OfficialNumber | undefined;
  const { claims, facts, triage, mediators, sample, ...rest } = only(about, caseFields.shape);
  return {
    ...(rest as Pick<CaseState, 'source' | 'regime'>),
    claims: (claims ?? []) as readonly string[],
    facts: (facts ?? '') as string,
    triage: (triage ?? {}) as CaseState['triage'],
    mediators: (mediators ?? []) as readonly string[],
    sample: sample === true,
    parties: partiesOf(registers, gone),
    sessions: groups(registers, 'session')
      .filter(([id, record]) => !gone.has(`session.${id}`) && 'startedAt' in record)
      .map(
        ([id, record]) =>
          ({
            mode: 'on-site',
            place: '',
            participants: [],
            record: '',
            result: 'to-be-continued',
            ...only(record, sessionFields.shape),
            id,
          }) as unknown as Session,
      )
      .sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt)),
    // Whatever is written of an agreement makes one; in writing unless somebody said otherwise.
    ...(Object.keys(agreement).length > 0
      ? {
          agreement: {
            form: 'written',
            clauses: [],
            payments: [],
            ...only(agreement, agreementFields.shape),
          } as unknown as Agreement,
        }
      : {}),
    ...(number ? { number } : {}),
    ...(ending['reason'] && ending['on'] ? { ending: only(ending, endingFields.shape) as unknown as Ending } : {}),
  };
}

function partiesOf(registers: Registers, gone: ReadonlySet<string>): readonly Party[] {
  return groups(registers, 'party')
    .filter(([key, record]) => !gone.has(`party.${key}`) && 'side' in record && 'kind' in record)
    .map(([key, record]) => ({ name: '', ...only(record, partyFields.shape), key }) as unknown as Party)
    .sort((a, b) => SIDES.indexOf(a.side) - SIDES.indexOf(b.side));
}

function conflictsOf(registers: Registers): readonly Conflict[] {
  const found: Conflict[] = [];
  for (const [path, assignments] of registers) {
    const values = distinctValues(assignments);
    if (values.length < 2) continue;
    found.push({
      path,
      values: values.map(({ value, entry }) => ({
        value,
        entry: entry.id,
        account: entry.account,
        station: entry.station,
        at: entry.at,
      })),
    });
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

const SHAPES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  case: caseFields.shape,
  party: partyFields.shape,
  session: sessionFields.shape,
  agreement: agreementFields.shape,
  ending: endingFields.shape,
  archive: archiveFields.shape,
  evidence: evidenceFields.shape,
  attachment: attachmentFields.shape,
  transfer: transferAnswerFields.shape,
};
/** Records with a key: `party.KEY.field`. */
const KEYED = new Set(['party', 'session', 'evidence', 'attachment', 'transfer']);

function extraOf(registers: Registers): Record<string, unknown> {
  const extra: Record<string, unknown> = {};
  for (const [path, assignments] of registers) {
    const parts = path.split('.');
    const shape = SHAPES[parts[0] ?? ''];
    const field = KEYED.has(parts[0] ?? '') ? parts.slice(2).join('.') : parts.slice(1).join('.');
    const value = assignments[0]?.value ?? null;
    if (shape && !Object.hasOwn(shape, field) && value !== null) extra[path] = value;
  }
  return extra;
}
