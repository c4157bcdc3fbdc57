import type { CaseView } from '../../../electron/contract/case-view';
import type { CaseState } from '../../shared/case-types';
import { withEdits, type Edit } from './edit-target';

/** `shown`: on screen; `held`: kept back because somebody types; null: nothing came, or it was seen. */
export type Arrival = 'shown' | 'held' | null;

/**
 * What comes from another room while a case is open（其他调解室的修改）. While somebody types, the screen keeps what it
 * showed, and what is written stands on the heads that were on screen, so that two values of one field become a conflict
 * and never overwrite each other unseen.
 */
export class ArrivalGuard {
  #held: { readonly state: CaseState; readonly seen: readonly string[] } | null = null;
  #arrived = false;
  /** Key of this workstation, once it is known: from a case that began here, or from what this screen wrote. */
  #here: string | null;
  /** Whether the cursor is in a text; asked each time, since a text can go away without being left. */
  typing: () => boolean = () => false;

  constructor(view: CaseView) {
    this.#here = view.origin?.here === true ? view.origin.station : null;
  }

  get arrival(): Arrival {
    if (!this.#arrived) return null;
    return this.#held === null ? 'shown' : 'held';
  }

  /** The case as it stands on screen, before what is typed. */
  shown(view: CaseView): CaseState {
    return this.#held?.state ?? view.state;
  }

  /** The heads of what is on screen; the program adds what this workstation itself wrote since. */
  seen(view: CaseView): string[] {
    return [...(this.#held?.seen ?? view.state.heads)];
  }

  /**
   * Told of a newer view in which `own` entries are this screen's (Infinity when that cannot be told), written from
   * `sent`. `busy`: something is typed that is not sent yet.
   */
  take(before: CaseView, after: CaseView, own: number, sent: readonly Edit[], busy: boolean): void {
    if (this.#foreign(before, after, own)) {
      this.#arrived = true;
      if (!this.typing() && !busy) this.#held = null;
      else this.#held ??= { state: this.shown(before), seen: this.seen(before) };
    }
    if (this.#held !== null) this.#held = { ...this.#held, state: withEdits(this.#held.state, sent) };
  }

  /** Shows what was held back. */
  release(): void {
    this.#held = null;
  }

  /** A person has seen it. */
  dismiss(): void {
    this.#arrived = false;
  }

  #foreign(before: CaseView, after: CaseView, own: number): boolean {
    const known = new Set(before.journal.map(({ entry }) => entry));
    const fresh = after.journal.filter(({ entry }) => !known.has(entry));
    if (fresh.length > 0 && fresh.length === own) this.#here = fresh[0]?.station ?? this.#here;
    return this.#here === null ? fresh.length > own : fresh.some(({ station }) => station !== this.#here);
  }
}
