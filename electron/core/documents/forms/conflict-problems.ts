import type { CaseState } from '../../domain/case/case-state';
import { FORMS } from '../../domain/forms/form-facts';
import { isFormId } from '../../domain/forms/form-ids';
import { paperFields } from '../../domain/forms/paper-fields';
import { FIELD_NAMES, SIDE_NAMES } from '../blocks/labels';
import type { DocumentProblem } from '../rendered';
import { notReady } from './not-ready';

/** A field of a paper: `paper.F15.record-1.situation` → 人民调解回访记录的回访情况. */
function nameOfPaperField(path: string): string {
  const [, form = '', ...rest] = path.split('.');
  if (!isFormId(form)) return path;
  const name = rest.at(-1) ?? '';
  return `${FORMS[form].zh}的${paperFields(form).find((field) => field.name === name)?.zh ?? name}`;
}

/** A path in the case in the words of the form: `party.respondent.address` → 被申请人住址. */
function nameOfField(path: string, state: CaseState): string {
  const [head = '', key = ''] = path.split('.');
  if (head === 'paper') return nameOfPaperField(path);
  const party = head === 'party' ? state.parties.find((each) => each.key === key) : undefined;
  const name = FIELD_NAMES[path.split('.').at(-1) ?? ''] ?? path;
  return party === undefined ? name : SIDE_NAMES[party.side] + name;
}

/** Fields that were filled in twice differently and that a form prints: `shown` matches their paths. Each must be settled first. */
export function conflictProblems(state: CaseState, shown: RegExp): readonly DocumentProblem[] {
  return state.conflicts
    .filter((conflict) => shown.test(conflict.path))
    .map((conflict) =>
      notReady(
        `“${nameOfField(conflict.path, state)}”有两份不同的填写，请先选定一份。`,
        `"${conflict.path}" was filled in twice differently; settle it first.`,
        conflict.path,
      ),
    );
}
