import type { Entry } from '../journal/entry';
import { stampMillis } from '../journal/hybrid-clock';
import type { Registers } from '../journal/registers';
import { isFormId } from '../forms/form-ids';
import { paperFieldFault, type Paper } from '../forms/paper-fields';
import type { Archiving, Attachment, CaseState, Evidence, OfficialNumber, Transfer } from './case-state';
import { group, groups, only } from './register-groups';
import { archiveFields, attachmentFields, evidenceFields } from './entry-kinds';

/** Everything of a case that papers and packages are made of, beside the case itself（材料）. */
export type Material = Pick<CaseState, 'papers' | 'numbers' | 'evidence' | 'attachments' | 'transfers' | 'archiving'>;

/** Folds the material. `made` are the entries of kind `transfer-made`, oldest first; `gone` the removed records. */
export function foldMaterial(registers: Registers, made: readonly Entry[], gone: ReadonlySet<string>): Material {
  const archiving = only(group(registers, 'archive'), archiveFields.shape);
  return {
    papers: papersOf(registers),
    numbers: numbersOf(registers),
    evidence: standing(
      registers,
      gone,
      'evidence',
      ['by', 'name'],
      evidenceFields.shape,
    ) as unknown as readonly Evidence[],
    attachments: standing(
      registers,
      gone,
      'attachment',
      ['role', 'of', 'type', 'sha256'],
      attachmentFields.shape,
    ) as unknown as readonly Attachment[],
    transfers: transfersOf(registers, made),
    ...(archiving['on'] && archiving['by'] ? { archiving: { missing: [], ...archiving } as unknown as Archiving } : {}),
  };
}

/** Values that do not fit the description of their field stay in the journal and are not shown. */
function papersOf(registers: Registers): readonly Paper[] {
  const papers = new Map<string, { form: Paper['form']; of: string; fields: Record<string, unknown> }>();
  for (const [path, assignments] of registers) {
    const [head, form = '', of = '', field = ''] = path.split('.');
    const value = assignments[0]?.value ?? null;
    if (head !== 'paper' || !isFormId(form) || value === null || paperFieldFault(form, field, value) !== null) continue;
    const key = `${form}.${of}`;
    const paper = papers.get(key) ?? { form, of, fields: {} };
    paper.fields[field] = value;
    papers.set(key, paper);
  }
  return [...papers.values()].sort((a, b) => (`${a.form}.${a.of}` < `${b.form}.${b.of}` ? -1 : 1));
}

function numbersOf(registers: Registers): Readonly<Record<string, OfficialNumber>> {
  const found: (readonly [string, OfficialNumber])[] = [];
  for (const [path, assignments] of registers) {
    const value = assignments[0]?.value ?? null;
    if (path.startsWith('numbers.') && value !== null)
      found.push([path.slice('numbers.'.length), value as OfficialNumber]);
  }
  return Object.fromEntries(found);
}

/** Records that were not removed and have what makes them one, in the order in which they first appeared. */
function standing(
  registers: Registers,
  gone: ReadonlySet<string>,
  prefix: string,
  needed: readonly string[],
  shape: Readonly<Record<string, unknown>>,
): readonly Record<string, unknown>[] {
  return groups(registers, prefix)
    .filter(([key, record]) => !gone.has(`${prefix}.${key}`) && needed.every((name) => name in record))
    .map(([key, record]) => ({ ...only(record, shape), key }));
}

/** One transfer an id: its last revision, with what the court answered. */
function transfersOf(registers: Registers, made: readonly Entry[]): readonly Transfer[] {
  const found = new Map<string, Transfer>();
  for (const entry of made) {
    const { transfer, ...data } = entry.data as unknown as Omit<Transfer, 'id' | 'madeAt' | 'status'> & {
      readonly transfer: string;
    };
    const before = found.get(transfer);
    if (before && before.revision > data.revision) continue;
    const madeAt = new Date(stampMillis(entry.at)).toISOString();
    const answer = group(registers, `transfer.${transfer}`) as Partial<Transfer>;
    found.set(transfer, { ...data, status: 'to-send', ...answer, id: transfer, madeAt });
  }
  return [...found.values()];
}
