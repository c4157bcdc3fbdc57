import type { WriteMessage } from '../../../electron/contract/cases';
import type { CaseState } from '../../shared/case-types';

/** What a field belongs to: the case, its agreement, one party, one session. */
export type EditTarget =
  | { readonly kind: 'case-set' | 'agreement-set' }
  | { readonly kind: 'party-set' | 'session-set'; readonly key: string };

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
    case 'party-set':
      return `party.${target.key}`;
    case 'session-set':
      return `session.${target.key}`;
  }
}

/** The target and field that a path such as `party.applicant-1.address` means; null for a path that is no field. */
export function targetOfPath(path: string): { readonly target: EditTarget; readonly field: string } | null {
  const parts = path.split('.');
  const [head = '', second = '', third] = parts;
  if (head === 'case' && second !== '') return { target: { kind: 'case-set' }, field: second };
  if (head === 'agreement' && second !== '') return { target: { kind: 'agreement-set' }, field: second };
  if (head === 'party' && third !== undefined) return { target: { kind: 'party-set', key: second }, field: third };
  if (head === 'session' && third !== undefined) return { target: { kind: 'session-set', key: second }, field: third };
  return null;
}

function partOf(state: CaseState, target: EditTarget): object | undefined {
  switch (target.kind) {
    case 'case-set':
      return state;
    case 'agreement-set':
      return state.agreement;
    case 'party-set':
      return state.parties.find((party) => party.key === target.key);
    case 'session-set':
      return state.sessions.find((session) => session.id === target.key);
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
      return { kind: target.kind, data: { set } };
    case 'party-set':
      return { kind: target.kind, data: { party: target.key, set } };
    case 'session-set':
      return { kind: target.kind, data: { session: target.key, set } };
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
    }
  }
  return result;
}
