import type { CaseView } from '../../../electron/contract/case-view';
import type { WriteMessage } from '../../../electron/contract/cases';
import type { Answer, ProblemMessage } from '../../../electron/contract/method';
import type { CaseState } from '../../shared/case-types';
import { call } from '../../shared/room-client';
import { reportSaveState } from '../../shared/save-state';
import { ArrivalGuard, type Arrival } from './arrival';
import { keptValue, prefixOf, sameValue, withEdits, writeOf, type Edit, type EditTarget } from './edit-target';
import { TypedWhole } from './typed-whole';

/** What the screens of one case see. */
export interface CaseSnapshot {
  readonly view: CaseView;
  /** The case with everything that was typed, kept or not. */
  readonly state: CaseState;
  /** True while something typed is not kept yet. */
  readonly unsaved: boolean;
  /** Why something could not be kept; each names its field. */
  readonly problems: readonly ProblemMessage[];
  /** What came from another room since the case was opened. */
  readonly arrival: Arrival;
}

const DELAY = 1_000;

/**
 * Keeps a case while a person works on it. Guarantee: what is typed stays on screen until the program says that it is
 * durable; writes go out one after the other, each on top of what the last one answered; only changed fields are
 * written. A refused field keeps its text and its reason and does not hold up the others. What
 * comes from another room changes nothing under the cursor (see ArrivalGuard), nor do masks (see TypedWhole).
 */
export class CaseEditor {
  #view: CaseView;
  #edits = new Map<string, Edit>();
  #problems = new Map<string, readonly ProblemMessage[]>();
  readonly #guard: ArrivalGuard;
  readonly #typed = new TypedWhole();
  #snapshot: CaseSnapshot;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #tail: Promise<unknown> = Promise.resolve();
  readonly #listeners = new Set<() => void>();

  constructor(view: CaseView) {
    this.#view = view;
    this.#guard = new ArrivalGuard(view);
    this.#snapshot = this.#look();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): CaseSnapshot => this.#snapshot;

  /** Takes a change of one field; it is written a second after the last change, or by `flush`. */
  edit(target: EditTarget, field: string, value: unknown): void {
    const path = `${prefixOf(target)}.${field}`;
    this.#problems.delete(prefixOf(target));
    if (sameValue(keptValue(this.#shown(), target, field), value) && !this.#edits.has(path)) return;
    this.#edits.set(path, { target, field, value, refused: false });
    // A group that was refused goes out again as a whole: its fields may depend on each other.
    for (const [other, edit] of this.#edits) {
      if (edit.refused && prefixOf(edit.target) === prefixOf(target))
        this.#edits.set(other, { ...edit, refused: false });
    }
    this.#tell();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), DELAY);
  }

  /** Writes what is typed now. Resolves when all that could be kept is durable. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    return this.#queue(() => this.#send());
  }

  /** The cursor is in a text: what arrives waits as long as it is `still` there. */
  enterText(still: () => boolean): void {
    this.#guard.typing = still;
  }

  /** The cursor has left a text: what was typed is written, then what had to wait is shown. */
  leaveText(): Promise<void> {
    this.#guard.typing = () => false;
    clearTimeout(this.#timer);
    return this.#queue(async () => {
      await this.#send();
      this.#release();
    });
  }

  /** A person has seen that something arrived. */
  dismissArrival(): void {
    this.#guard.dismiss();
    this.#tell();
  }

  /** Sends once more what was refused, for a fault that lies outside of the text (a full disk). */
  retry(): Promise<void> {
    for (const [path, edit] of this.#edits) this.#edits.set(path, { ...edit, refused: false });
    this.#problems.clear();
    return this.flush();
  }

  /** Writes entries at once, after what was typed before. Resolves to the reasons when they are refused. */
  write(writes: WriteMessage[]): Promise<readonly ProblemMessage[]> {
    return this.act(
      () => call('cases.write', { id: this.#view.id, seen: this.#guard.seen(this.#view), writes }),
      writes.length,
    );
  }

  /** Does something that answers with the case, after all that was typed is kept. Resolves to the reasons if refused. */
  act(step: () => Promise<Answer<CaseView>>, own = Infinity): Promise<readonly ProblemMessage[]> {
    clearTimeout(this.#timer);
    return this.#queue(async () => {
      await this.#send();
      const answer = await step();
      if (!answer.ok) return answer.problems;
      this.#take(answer.value, own, []);
      this.#release();
      reportSaveState({ state: 'saved', at: new Date() });
      return [];
    });
  }

  /** Fetches the case again, e.g. when another window or room has changed it. */
  refresh(): Promise<void> {
    return this.#queue(async () => {
      const answer = await call('cases.open', { id: this.#view.id });
      if (answer.ok) this.#take(answer.value, 0, []);
    });
  }

  #take(view: CaseView, own: number, sent: readonly Edit[]): void {
    this.#guard.take(this.#view, view, own, sent, this.#waiting().length > 0);
    this.#typed.remember(view, sent);
    this.#view = view;
    this.#tell();
  }

  #release(): void {
    if (this.#waiting().length > 0) return;
    this.#guard.release();
    this.#tell();
  }

  #waiting(): readonly [string, Edit][] {
    return [...this.#edits].filter(([, edit]) => !edit.refused);
  }

  #queue<T>(step: () => Promise<T>): Promise<T> {
    const next = this.#tail.then(step);
    this.#tail = next.catch(() => undefined);
    return next;
  }

  async #send(): Promise<void> {
    const waiting = this.#waiting();
    if (waiting.length === 0) return;
    reportSaveState({ state: 'saving' });
    const groups = new Map<string, [string, Edit][]>();
    for (const item of waiting) {
      const prefix = prefixOf(item[1].target);
      groups.set(prefix, [...(groups.get(prefix) ?? []), item]);
    }
    const all = [...groups.values()];
    const refusals = await this.#sendGroups(all);
    // One group refused must not hold up the others.
    if (refusals.length > 0 && all.length > 1) {
      for (const group of all) this.#refuse(group, await this.#sendGroups([group]));
    } else if (all[0] !== undefined) this.#refuse(all[0], refusals);
    const [problem] = [...this.#problems.values()].flat();
    reportSaveState(problem === undefined ? { state: 'saved', at: new Date() } : { state: 'failed', problem });
  }

  async #sendGroups(groups: readonly (readonly [string, Edit][])[]): Promise<readonly ProblemMessage[]> {
    const writes = groups.flatMap((group) => {
      const target = group[0]?.[1].target;
      return target === undefined
        ? []
        : [
            writeOf(
              target,
              group.map(([, edit]) => edit),
            ),
          ];
    });
    const answer = await call('cases.write', { id: this.#view.id, seen: this.#guard.seen(this.#view), writes });
    if (!answer.ok) return answer.problems;
    for (const [path, edit] of groups.flat()) if (this.#edits.get(path) === edit) this.#edits.delete(path);
    const sent = groups.flat().map(([, edit]) => edit);
    this.#take(answer.value, writes.length, sent);
    if (!this.#guard.typing()) this.#release();
    return [];
  }

  #refuse(group: readonly [string, Edit][], problems: readonly ProblemMessage[]): void {
    if (problems.length === 0) return;
    const target = group[0]?.[1].target;
    if (target !== undefined) this.#problems.set(prefixOf(target), problems);
    for (const [path, edit] of group) {
      if (this.#edits.get(path) === edit) this.#edits.set(path, { ...edit, refused: true });
    }
    this.#tell();
  }

  /** The case as it stands on screen, before what is typed and not kept yet. */
  #shown(): CaseState {
    return this.#typed.over(this.#guard.shown(this.#view));
  }

  #look(): CaseSnapshot {
    return {
      view: this.#view,
      state: withEdits(this.#shown(), this.#edits.values()),
      unsaved: this.#edits.size > 0,
      problems: [...this.#problems.values()].flat(),
      arrival: this.#guard.arrival,
    };
  }

  #tell(): void {
    this.#snapshot = this.#look();
    for (const listener of this.#listeners) listener();
  }
}
