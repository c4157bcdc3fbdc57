import { fold } from '../domain/case/fold';
import type { CaseState, OfficialNumber } from '../domain/case/case-state';
import type { CaseWrite } from '../domain/case/entry-kinds';
import { mergeParties } from '../domain/case/merge-parties';
import { settleClosed } from '../domain/case/settle-closed';
import { lostNumbers, takeSide } from '../domain/case/take-side';
import { problemOf, type Checked } from '../domain/checks/problem';
import { bookingViews, clashesOfCase, type ClashView, type WhoIsWho } from './clash-view';
import { noSuchCase, type CaseDesk } from './case-desk';
import type { NumberDesk } from './number-desk';
import { seenCases } from './guarded-store';
import { done, refused, type Outcome } from './outcome';
import { todayOf, type RoomContext } from './room-context';

/**
 * What two rooms did to one case without knowing of each other, and how a person settles it（冲突处理, domain.md 8.6 O7).
 * Promises: settling is entries on top of all that is here; nothing that was written is removed. A case that changes while
 * somebody looks is settled on what stands, or refused with words. Proved by test/unit/room/clash-desk.test.ts.
 */
export class ClashDesk {
  constructor(
    private readonly context: RoomContext,
    private readonly cases: CaseDesk,
    private readonly numbers: NumberDesk,
  ) {}

  /** All that is to be settled here. A case whose file cannot be read is left out: opening it gives the named fault. */
  async list(who: WhoIsWho): Promise<readonly ClashView[]> {
    const summaries = [...seenCases(this.context.store, this.context.actor())];
    const found: ClashView[] = [];
    for (const { id, conflicts } of summaries) {
      if (conflicts === 0) continue;
      const state = await this.stateOf(id).catch(() => null);
      if (state) found.push(...clashesOfCase(state, who));
    }
    return [...found, ...bookingViews(summaries, todayOf(this.context))];
  }

  /** The value of `entry` stands from now on in the field `path`. */
  takeSide(caseId: string, path: string, entry: string): Promise<Outcome<null>> {
    return this.settle(
      caseId,
      (state) => takeSide(state, path, entry),
      (write) => [write],
      (_write, state) => lostNumbers(state, path, entry),
    );
  }

  /** A case that was closed while it was changed: it stays closed, or is open again. */
  settleClosed(caseId: string, choice: 'keep' | 'reopen'): Promise<Outcome<null>> {
    return this.settle(
      caseId,
      (state) => settleClosed(state, choice),
      (writes) => writes,
      () => [],
    );
  }

  /** One party of two with one identity number; `about` as in the view. */
  mergeParties(caseId: string, about: string): Promise<Outcome<null>> {
    const [one = '', two = ''] = about.split(' ');
    return this.settle(
      caseId,
      (state) => mergeParties(state, [one, two]),
      ({ writes }) => writes,
      ({ numbersLeft }) => numbersLeft,
    );
  }

  private async settle<T>(
    caseId: string,
    decide: (state: CaseState) => Checked<T>,
    writesOf: (decided: T) => readonly CaseWrite[],
    lost: (decided: T, state: CaseState) => readonly OfficialNumber[],
  ): Promise<Outcome<null>> {
    const state = await this.stateOf(caseId);
    if (!state) return refused(noSuchCase(caseId));
    const decided = decide(state);
    if (!decided.ok) return refused(decided.problem);
    await this.cases.commit(caseId, writesOf(decided.value), state.heads);
    await this.numbers.burn(lost(decided.value, state), LOST.zh);
    return done(null);
  }

  private async stateOf(caseId: string): Promise<CaseState | null> {
    return this.context.store.has(caseId) ? fold(caseId, await this.context.store.read(caseId)) : null;
  }
}

/** Stands in the register of numbers as the reason. */
const LOST = problemOf(
  'lost-number',
  '两处同时取号，选定其一后作废',
  'Two numbers were taken at once; this one gave way',
);
