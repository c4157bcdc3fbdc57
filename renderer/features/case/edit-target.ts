import type { WriteMessage } from '../../../electron/contract/cases';
import { isFormId, type FormId } from '../../../electron/contract/forms';
import type { CaseState } from '../../shared/case-types';

/** What a field belongs to: the case, its agreement, its ending, one party, one session, one piece of evidence, one paper. */
export type EditTarget =
  | { readonly kind: 'case-set' | 'agreement-set' | 'ending-set' }
  | { readonly kind: 'party-set' | 'session-set' | 'evidence-set'; readonly key: string }
  | { readonly kind: 'paper-set'; readonly form: FormId; readonly of: string };

/** One changed field that is not kept yet. */
export interface Edit {
  readonly target: EditTarget;
  readonly field: string;
  readonly value: unknown;
  /** True when the program refused it: it is sent again only after another change. */
  readonly refused: boolean;
}

/** Path of what a target's fields lie under, as problems and conflicts name it. */
export function prefixOf(target: EditTarget): string {
  switch (target.kind) {
    case 'case-set':
      return 'case';
    case 'agreement-set':
      return 'agreement';
    case 'ending-set':
      return 'ending';
    case 'party-set':
      return `party.${target.key}`;
    case 'session-set':
      return `session.${target.key}`;
    case 'evidence-set':
      return `evidence.${target.key}`;
    case 'paper-set':
      return `paper.${target.form}.${target.of}`;
  }
}

/** The target and field that a path such as `party.applicant-1.address` means; null for a path that is no field. */
export function targetOfPath(path: string): { readonly target: EditTarget; readonly field: string } | null {
  const parts = path.split('.');
  const [head = '', second = '', third] = parts;
  if (head === 'case' && second !== '') return { target: { kind: 'case-set' }, field: second };
  if (head === 'agreement' && second !== '') return { target: { kind: 'agreement-set' }, field: second };
  if (head === 'ending' && second !== '') return { target: { kind: 'ending-set' }, field: second };
  if (head === 'party' && third !== undefined) return { target: { kind: 'party-set', key: second }, field: third };
  if (head === 'session' && third !== undefined) return { target: { kind: 'session-set', key: second }, field: third };
  if (head === 'evidence' && third !== undefined)
    return { target: { kind: 'evidence-set', key: second }, field: third };
  const field = parts[3];
  if (head === 'paper' && isFormId(second) && third !== undefined && field !== undefined)
    return { target: { kind: 'paper-set', form: second, of: third }, field };
  return null;
}

function partOf(state: CaseState, target: EditTarget): object | undefined {
  switch (target.kind) {
    case 'case-set':
      return state;
    case 'agreement-set':
      return state.agreement;
    case 'ending-set':
      return state.ending;
    case 'party-set':
      return state.parties.find((party) => party.key === target.key);
    case 'session-set':
      return state.sessions.find((session) => session.id === target.key);
    case 'evidence-set':
      return state.evidence.find((item) => item.key === target.key);
    case 'paper-set':
      return state.papers.find((paper) => paper.form === target.form && paper.of === target.of)?.fields;
  }
}

/** The value that is kept now. */
export function keptValue(state: CaseState, target: EditTarget, field: string): unknown {
  const part = partOf(state, target);
  return part === undefined ? undefined : (part as Readonly<Record<string, unknown>>)[field];
}

const blank = (value: unknown): boolean => {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && 'number' in value && 'type' in value && value.number === '';
};

/** A value as it is written: what is empty clears the field. */
const written = (value: unknown): unknown => (blank(value) ? null : value);

/** The same content, however its parts are ordered; empty, missing and cleared are one. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (blank(a) || blank(b)) return blank(a) && blank(b);
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) => sameValue(left[key], right[key]));
}

/** The entries for a group of edits of one target. */
export function writeOf(target: EditTarget, edits: readonly Edit[]): WriteMessage {
  const set = Object.fromEntries(edits.map(({ field, value }) => [field, written(value)]));
  switch (target.kind) {
    case 'case-set':
    case 'agreement-set':
    case 'ending-set':
      return { kind: target.kind, data: { set } };
    case 'party-set':
      return { kind: target.kind, data: { party: target.key, set } };
    case 'session-set':
      return { kind: target.kind, data: { session: target.key, set } };
    case 'evidence-set':
      return { kind: target.kind, data: { evidence: target.key, set } };
    case 'paper-set':
      return { kind: target.kind, data: { form: target.form, of: target.of, set } };
  }
}

const NO_AGREEMENT = { form: 'written', clauses: [], payments: [] } as const;

/** The case as it looks with the edits that are not kept yet. */
export function withEdits(state: CaseState, edits: Iterable<Edit>): CaseState {
  let result = state;
  for (const { target, field, value } of edits) {
    switch (target.kind) {
      case 'case-set':
        result = { ...result, [field]: value };
        break;
      case 'agreement-set':
        result = { ...result, agreement: { ...NO_AGREEMENT, ...result.agreement, [field]: value } as never };
        break;
      case 'ending-set':
        // There is an ending only with a reason and a day, which are written together.
        if (result.ending !== undefined) result = { ...result, ending: { ...result.ending, [field]: value } };
        break;
      case 'party-set':
        result = {
          ...result,
          parties: result.parties.map((party) => (party.key === target.key ? { ...party, [field]: value } : party)),
        };
        break;
      case 'session-set':
        result = {
          ...result,
          sessions: result.sessions.map((s) => (s.id === target.key ? { ...s, [field]: value } : s)),
        };
        break;
      case 'evidence-set':
        result = {
          ...result,
          evidence: result.evidence.map((item) => (item.key === target.key ? { ...item, [field]: value } : item)),
        };
        break;
      case 'paper-set':
        result = { ...result, papers: withField(result.papers, target.form, target.of, field, value) };
        break;
    }
  }
  return result;
}

/** The papers with one own field changed; a paper of which nothing was known before is added. */
function withField(
  papers: CaseState['papers'],
  form: FormId,
  of: string,
  field: string,
  value: unknown,
): CaseState['papers'] {
  const known = papers.find((paper) => paper.form === form && paper.of === of);
  const fields = { ...known?.fields, [field]: blank(value) ? undefined : value };
  return [...papers.filter((paper) => paper !== known), { form, of, fields }];
}
