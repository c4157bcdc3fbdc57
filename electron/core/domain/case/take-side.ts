import { bad, good, type Checked } from '../checks/problem';
import type { EntryId } from '../journal/entry';
import { isFormId } from '../forms/form-ids';
import type { CaseState, OfficialNumber } from './case-state';
import { caseKinds, isCaseKind, type CaseWrite } from './entry-kinds';

export type TakeSideProblem = 'no-conflict' | 'no-such-side' | 'cannot-settle';

/**
 * Settles a field（选定一种说法）: the write that puts the value of `entry` on top of all heads, so that the other values
 * give way to it. `path` as in `CaseState.conflicts`; null in the value clears the field. Where a number is chosen, the write
 * also says which other ones it makes void; `lostNumbers` names them for their registers. Refused: a path that is no conflict,
 * an entry that is none of its sides, a path that only a newer version writes.
 */
export function takeSide(state: CaseState, path: string, entry: EntryId): Checked<CaseWrite, TakeSideProblem> {
  const conflict = state.conflicts.find((each) => each.path === path);
  if (!conflict) {
    return bad(
      'no-conflict',
      '这一项现在只有一种说法，不用选定；可能已由他人选定，请重新打开案件。',
      'One value stands here; there is nothing to choose. Somebody may have chosen; open the case again.',
    );
  }
  const side = conflict.values.find((each) => each.entry === entry);
  if (!side) {
    return bad(
      'no-such-side',
      '所选的说法已经不在了，请重新打开案件后再选。',
      'The chosen value stands no more; open the case again and choose.',
    );
  }
  const write = writeOfPath(path, side.value, lostNumbers(state, path, entry));
  return write
    ? good(write)
    : bad(
        'cannot-settle',
        '这一项由较新版本的软件填写，请升级后再选定。',
        'A newer version wrote this field; update the program and choose then.',
      );
}

/** The official numbers of a conflict that give way when `entry` is taken: each is void then, in its register too. */
export function lostNumbers(state: CaseState, path: string, entry: EntryId): readonly OfficialNumber[] {
  if (path !== 'number' && !path.startsWith('numbers.')) return [];
  const values = state.conflicts.find((each) => each.path === path)?.values ?? [];
  const taken = values.find((each) => each.entry === entry)?.value as OfficialNumber | null | undefined;
  return values
    .filter((each) => each.entry !== entry)
    .map((each) => each.value as OfficialNumber | null)
    .filter((number): number is OfficialNumber => number !== null && number.text !== taken?.text);
}

const KEYED: Readonly<Record<string, readonly [kind: string, name: string]>> = {
  party: ['party-set', 'party'],
  session: ['session-set', 'session'],
  evidence: ['evidence-set', 'evidence'],
  attachment: ['attachment-set', 'attachment'],
  transfer: ['transfer-answer-set', 'transfer'],
};
const SINGLE: Readonly<Record<string, string>> = {
  case: 'case-set',
  agreement: 'agreement-set',
  ending: 'ending-set',
  archive: 'archive-set',
};

/** The write that puts a value into one field of the registers; null for a path that no kind of this version writes. */
export function writeOfPath(path: string, value: unknown, lost: readonly OfficialNumber[] = []): CaseWrite | null {
  const [head = '', second = '', third = '', ...rest] = path.split('.');
  const below = path.slice(head.length + 1);
  const single = Object.hasOwn(SINGLE, head) ? SINGLE[head] : undefined;
  if (single !== undefined) return checked(single, { set: { [below]: value } });
  const keyed = Object.hasOwn(KEYED, head) ? KEYED[head] : undefined;
  if (keyed) return checked(keyed[0], { [keyed[1]]: second, set: { [below.slice(second.length + 1)]: value } });
  switch (head) {
    case 'paper':
      return isFormId(second)
        ? checked('paper-set', { form: second, of: third, set: { [rest.join('.')]: value } })
        : null;
    case 'number':
      return checked('number-given', { number: value, ...voiding(lost) });
    case 'numbers':
      return checked('number-given', { number: value, paper: below, ...voiding(lost) });
    case 'signature':
      return checked('signature-set', { by: below, ...(value as object) });
    case 'approval':
      return checked('approval-set', { matter: second, by: below.slice(second.length + 1), on: value });
    default:
      return null;
  }
}

const voiding = (lost: readonly OfficialNumber[]) =>
  lost.length === 0
    ? {}
    : { voided: lost.map((number) => number.text).join('、'), reason: '两处同时取号，选定其一，其余作废' };

/** A value that stood was checked when it came; what no longer fits is not written again. */
function checked(kind: string, data: Readonly<Record<string, unknown>>): CaseWrite | null {
  if (!isCaseKind(kind) || !caseKinds[kind].safeParse(data).success) return null;
  return { kind, data } as CaseWrite;
}
