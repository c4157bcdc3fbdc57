import type { CaseState, Payment } from '../case/case-state';
import { at, type FieldProblem } from '../checks/field-problem';
import { problemOf } from '../checks/problem';
import { holdsMask } from './masks';
import { numberRegisters, overNumbers, type NumberPlace } from './number-places';

/** A write as it comes from outside, still unchecked. */
export interface MaskedWrite {
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The writes with kept values in place of masks, or every mask that no single kept value stands behind. */
export type Unmasked =
  | { readonly ok: true; readonly writes: readonly MaskedWrite[] }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

interface KeptNumber {
  readonly value: string;
  readonly place: NumberPlace;
}

/**
 * Puts the kept number where a write brings its mask back（还原脱敏内容）: a window writes back what it was given.
 *
 * Promises: a mask at the place of its number becomes that number; in lists of agents and payments the row of the same
 * place and name (payee and day) counts first, then the row of that name, else the only number with that mask in the list; a mask behind which two
 * numbers stand, or none, is refused as `masked-value` with its field, so that none is ever kept. A number that was kept
 * with asterisks stays what it is. Writing a masked view back changes nothing. Does not promise: anything of what stands
 * outside of the places of numbers. Proved by test/unit/domain/privacy/unmask-writes.test.ts.
 */
export function unmaskWrites(writes: readonly MaskedWrite[], state: CaseState | null): Unmasked {
  const problems: FieldProblem[] = [];
  const payments = state?.agreement?.payments ?? [];
  const unmasked = writes.map((write): MaskedWrite => {
    const prefix = prefixOf(write);
    const { set } = write.data as { readonly set?: unknown };
    if (prefix === null || typeof set !== 'object' || set === null) return write;
    const fields = Object.entries(set).map(([name, value]: [string, unknown]) => {
      const path = `${prefix}.${name}`;
      const kept = state === null ? [] : keptAt(path, state, payments);
      const restore = (text: string, place: NumberPlace): string => {
        if (!holdsMask(text) || kept.some((each) => each.value === text && sameRow(each.place, place))) return text;
        const found = behind(text, place, kept);
        if (found.length !== 1) problems.push(at(place.path, refusal(found.length)));
        return found[0] ?? text;
      };
      return [name, overNumbers(path, value, payments, restore)] as const;
    });
    return { ...write, data: { ...write.data, set: Object.fromEntries(fields) } };
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, writes: unmasked };
}

function prefixOf({ kind, data }: MaskedWrite): string | null {
  if (kind === 'party-set') return `party.${String(data['party'])}`;
  if (kind === 'paper-set') return `paper.${String(data['form'])}.${String(data['of'])}`;
  return kind === 'agreement-set' ? 'agreement' : null;
}

/** The numbers of one register: those that stand, and those of a conflict. */
function keptAt(path: string, state: CaseState, payments: readonly Payment[]): readonly KeptNumber[] {
  const found: KeptNumber[] = [];
  const collect = (value: string, place: NumberPlace): string => {
    found.push({ value, place });
    return value;
  };
  for (const [register, value] of numberRegisters(state)) {
    if (register === path) overNumbers(path, value, payments, collect);
  }
  for (const conflict of state.conflicts) {
    if (conflict.path === path) for (const { value } of conflict.values) overNumbers(path, value, payments, collect);
  }
  return found;
}

const sameRow = (kept: NumberPlace, asked: NumberPlace): boolean =>
  kept.path === asked.path && kept.row?.mark === asked.row?.mark;

/** The part of a place that is the same in every row: an identity number is never taken for a telephone. */
const columnOf = ({ path, row }: NumberPlace): string =>
  row === null ? path : (path.split(`.${row.index}.`).at(-1) ?? '');

/** Different kept numbers that this mask may stand for. */
function behind(mask: string, place: NumberPlace, kept: readonly KeptNumber[]): readonly string[] {
  const masked = kept.filter(
    (each) => columnOf(each.place) === columnOf(place) && each.place.mask(each.value) === mask,
  );
  const named = masked.filter((each) => each.place.row?.mark === place.row?.mark);
  const here = named.filter((each) => each.place.path === place.path);
  const nearest = [here, named, masked].find((each) => each.length > 0) ?? [];
  return [...new Set(nearest.map(({ value }) => value))];
}

const refusal = (found: number) =>
  found === 0
    ? problemOf(
        'masked-value',
        '这一项含有星号，但没有对应的原号码，因此没有保存。请填写完整号码，或先点“显示”再修改。',
        'This holds asterisks and no kept number belongs to it, so nothing was kept. Enter the whole number, or show it first and then change it.',
      )
    : problemOf(
        'masked-value',
        '这一项的星号对应不止一个原号码，无法确定是哪一个，因此没有保存。请先点“显示”，再核对填写。',
        'These asterisks may stand for more than one kept number, so nothing was kept. Show the numbers first, then enter the right one.',
      );
