import type { CaseView } from '../../../electron/contract/case-view';
import type { CaseState } from '../../shared/case-types';
import { holdsMask } from '../privacy/masks';
import { keptValue, prefixOf, sameValue, withEdits, type Edit } from './edit-target';

interface Typed {
  readonly edit: Edit;
  /** What the program shows in its place. */
  readonly mask: unknown;
}

/**
 * What this person typed and the program answers masked（脱敏）. Promises: it stays on screen as it was typed while the case
 * is open, so that no field changes under the cursor; once the kept value is another one, from another room or after the
 * numbers were shown, that one is on screen. Proved by test/unit/renderer/typed-whole.test.ts.
 */
export class TypedWhole {
  readonly #typed = new Map<string, Typed>();

  /** Told what was sent and the view that came back. */
  remember(view: CaseView, sent: readonly Edit[]): void {
    for (const edit of sent) {
      const path = `${prefixOf(edit.target)}.${edit.field}`;
      const mask = keptValue(view.state, edit.target, edit.field);
      if (view.masked.length > 0 && holdsMask(mask) && !sameValue(mask, edit.value))
        this.#typed.set(path, { edit, mask });
      else this.#typed.delete(path);
    }
  }

  /** The case with the typed values where their masks still stand. */
  over(state: CaseState): CaseState {
    const standing = [...this.#typed.values()].filter(({ edit, mask }) =>
      sameValue(keptValue(state, edit.target, edit.field), mask),
    );
    return standing.length === 0
      ? state
      : withEdits(
          state,
          standing.map(({ edit }) => edit),
        );
  }
}
