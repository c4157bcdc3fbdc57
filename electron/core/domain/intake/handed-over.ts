import { shanghaiDateOf } from '../time/calendar-date';
import { isInstant, type Intake } from './intake-schema';

/** The keys of `whole` that `known` does not take away: kept with the case and shown, never dropped. */
function rest(whole: Readonly<Record<string, unknown>>, known: readonly string[]): Record<string, unknown> | null {
  const left = Object.entries(whole).filter(([key]) => !known.includes(key));
  return left.length > 0 ? Object.fromEntries(left) : null;
}

const CASE_KEYS = [
  'format',
  'id',
  'source',
  'courtNumber',
  'receivedAt',
  'disputeType',
  'regime',
  'amount',
  'contractNumber',
  'parties',
  'claims',
  'facts',
  'triage',
  'prepared',
];
const PREPARED_KEYS = ['mediators', 'recorder', 'sessions', 'agreement', 'ending'];

/**
 * What the sender added（移交方附加的内容） to the record, to `prepared` and to its signatures, under the names it had
 * there; null when nothing was. Other parts of a record keep their unknown keys in the entries made from them.
 */
export function unknownOf(intake: Intake): Record<string, unknown> | null {
  const prepared = intake.prepared ? (rest(intake.prepared, PREPARED_KEYS) ?? {}) : {};
  const signatures = (intake.prepared?.agreement?.signatures ?? [])
    .map((signature) => ({
      by: signature.by,
      ...rest(signature, ['by', 'on', ...('at' in momentOf(signature) ? ['at'] : [])]),
    }))
    .filter((signature) => Object.keys(signature).length > 1);
  const inside = { ...prepared, ...(signatures.length > 0 ? { agreement: { signatures } } : {}) };
  const unknown = { ...rest(intake, CASE_KEYS), ...(Object.keys(inside).length > 0 ? { prepared: inside } : {}) };
  return Object.keys(unknown).length > 0 ? unknown : null;
}

/**
 * Puts keys that the sender's format does not have, but a case's entry does, under `handedOver`: there they are kept
 * and shown and mean nothing.
 */
export function setAside<T extends Record<string, unknown>>(set: T, names: readonly string[]): T {
  const aside = names.filter((name) => set[name] !== undefined);
  if (aside.length === 0) return set;
  const kept = Object.entries(set).filter(([name]) => !aside.includes(name));
  const handedOver = Object.fromEntries(aside.map((name) => [name, set[name]]));
  return { ...Object.fromEntries(kept), handedOver } as unknown as T;
}

/** The moment of an online signature, where the sender knows it and it falls on the day of signing (Asia/Shanghai). */
export function momentOf({ on, at }: { readonly on: string; readonly [key: string]: unknown }): {
  readonly at?: string;
} {
  return isInstant(at) && shanghaiDateOf(at) === on ? { at } : {};
}
