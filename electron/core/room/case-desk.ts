import type { CaseState } from '../domain/case/case-state';
import { fold } from '../domain/case/fold';
import { matches, type CaseSummary } from '../domain/case/summary';
import type { CaseWrite } from '../domain/case/entry-kinds';
import type { Stage } from '../domain/case/vocabulary';
import type { PartyDraft } from '../domain/checks/party-check';
import { problemOf } from '../domain/checks/problem';
import type { Entry, EntryId } from '../domain/journal/entry';
import { orderJournal } from '../domain/journal/graph';
import { inMasks, maskedState, maskedView } from '../domain/privacy/masked-view';
import { viewOf, type CaseView } from './case-view';
import { checkUnmasked, type RawWrite } from './check-writes';
import { seenCases } from './guarded-store';
import { done, refused, type Outcome, type PlacedProblem } from './outcome';
import { partyContext, todayOf, type RoomContext } from './room-context';
import { CASE_PREFIX } from './subjects';
import { shownTo } from './shown-to';
import { checkMaskedParty, type TypedParty } from './typing-checks';

/** What a list asks for; `offset` and `limit` count rows. */
export interface CaseQuery {
  readonly query: string;
  readonly stage: Stage | null;
  readonly offset: number;
  readonly limit: number;
}

/** A case with the name of the room that it came from, where that is known. */
export interface OpenedCase extends CaseView {
  readonly originRoom: string | null;
}

/**
 * Cases of the room: list, open, create, write（办案）. Every change is entries of the case's journal.
 * Promises: to a person who works masked no view leaves with a number of a party that was not unmasked in this session;
 * opening in the window and unmasking are recorded before anything is shown; no write keeps a mask (`unmaskWrites`).
 * Proved by test/unit/room/case-desk.test.ts and test/unit/room/masking.test.ts.
 */
export class CaseDesk {
  constructor(private readonly context: RoomContext) {}

  /** Newest receipt first. */
  list({ query, stage, offset, limit }: CaseQuery): { readonly rows: readonly CaseSummary[]; readonly total: number } {
    const found = [...seenCases(this.context.store, this.context.actor())]
      .filter((row) => (stage === null || row.stage === stage) && matches(row, query))
      .sort((a, b) => (b.receivedAt ?? '').localeCompare(a.receivedAt ?? '') || (a.id < b.id ? -1 : 1));
    return { rows: found.slice(offset, offset + limit), total: found.length };
  }

  /** Titles of all cases by id. */
  titles(): ReadonlyMap<string, string> {
    return new Map([...seenCases(this.context.store, this.context.actor())].map(({ id, title }) => [id, title]));
  }

  /** A case as it stands. Throws StoreError when its file cannot be read. */
  async open(id: string): Promise<Outcome<OpenedCase>> {
    if (!id.startsWith(CASE_PREFIX) || !this.context.store.has(id)) return refused(noSuchCase(id));
    return done(this.view(id, await this.context.store.read(id)));
  }

  /** Opens a case for a person to look at: recorded before it is shown（查阅留痕）. Throws AccessError `not-recorded`. */
  async look(id: string): Promise<Outcome<OpenedCase>> {
    const opened = await this.open(id);
    if (opened.ok) await this.context.log.look(this.context.session(), { event: 'viewed', caseId: id });
    return opened;
  }

  /**
   * Shows the numbers of one party whole until the screen is locked; recorded before it is shown. Throws AccessError
   * without the right `data.unmask` and when the record could not be kept.
   */
  async unmask(id: string, party: string): Promise<Outcome<OpenedCase>> {
    this.context.require('data.unmask');
    const opened = await this.open(id);
    if (!opened.ok) return opened;
    if (!opened.value.state.parties.some(({ key }) => key === party)) return refused(NO_PARTY);
    const { actor, unmasked } = this.context.session();
    const shown = `${id} ${party}`;
    if (!unmasked.has(shown)) {
      await this.context.log.record({ event: 'unmasked', account: actor.name, caseId: id, what: party });
      unmasked.add(shown);
    }
    return this.open(id);
  }

  /**
   * Checks a party while it is typed. `of` names the party as it is kept: its masks stand for its own numbers, and what is
   * read out of a number that came as a mask goes back as a mask.
   */
  async checkTyped(party: PartyDraft, of?: { readonly caseId: string; readonly party: string }): Promise<TypedParty> {
    const { store } = this.context;
    const state = of && store.has(of.caseId) ? fold(of.caseId, await store.read(of.caseId)) : null;
    const checked = checkMaskedParty(party, of?.party ?? 'typed', state, partyContext(this.context));
    return state ? { ...checked, problems: this.inMasks(checked.problems, state) } : checked;
  }

  /** Registers a new case; refused whole when one thing is wrong. */
  async create(writes: readonly RawWrite[]): Promise<Outcome<OpenedCase>> {
    const checked = checkUnmasked(writes, null, partyContext(this.context));
    if (!checked.ok) return checked;
    const id = `${CASE_PREFIX}${this.context.ids.next()}`;
    await this.commit(id, checked.value);
    return this.open(id);
  }

  /** Writes entries on top of `seen`, the heads of what the person had on screen. */
  async write(id: string, seen: readonly EntryId[], writes: readonly RawWrite[]): Promise<Outcome<OpenedCase>> {
    if (!this.context.store.has(id)) return refused(noSuchCase(id));
    const entries = await this.context.store.read(id);
    const before = fold(id, entries);
    const checked = checkUnmasked(writes, before, partyContext(this.context));
    if (!checked.ok) return refused(...this.inMasks(checked.problems, before));
    await this.commit(id, checked.value, this.foundation(entries, seen));
    return this.open(id);
  }

  /** Adds already checked writes; the first stands on `after`, each next one on the one before. */
  async commit(id: string, writes: readonly CaseWrite[], after?: readonly EntryId[]): Promise<void> {
    const account = this.context.account();
    await this.context.store.commit(
      writes.map(({ kind, data }, index) => ({
        subject: id,
        kind,
        data,
        account,
        ...(after ? { after: index === 0 ? after : 'previous' } : {}),
      })),
    );
  }

  /** Faults quote what is wrong: a kept number that is shown masked stays so in them, too. */
  private inMasks<P extends PlacedProblem>(problems: readonly P[], state: CaseState): readonly P[] {
    const isShown = shownTo(this.context.session(), state.id);
    if (!isShown) return problems;
    const { hidden } = maskedState(state, isShown);
    return problems.map((problem) => inMasks(problem, hidden));
  }

  private view(id: string, entries: readonly Entry[]): OpenedCase {
    const { store, holidays, roomOf } = this.context;
    const view = viewOf(id, entries, todayOf(this.context), holidays(), store.station);
    const opened = { ...view, originRoom: view.origin && roomOf(view.origin.station) };
    const isShown = shownTo(this.context.session(), id);
    return isShown ? maskedView(opened, isShown) : opened;
  }

  /**
   * What a write stands on: what the person saw, and what this same workstation wrote since (the person's own quick
   * edits). Entries that arrived from elsewhere in between stay unseen, so that a clash shows as a conflict.
   */
  private foundation(entries: readonly Entry[], seen: readonly EntryId[]): readonly EntryId[] | undefined {
    const stations = new Map(entries.map((entry) => [entry.id, entry.station]));
    const known = seen.filter((id) => stations.has(id));
    if (known.length === 0) return undefined;
    const { heads } = orderJournal(entries);
    const ours = heads.filter((id) => known.includes(id) || stations.get(id) === this.context.store.station);
    return ours.length === heads.length ? undefined : [...new Set([...known, ...ours])];
  }
}

const NO_PARTY = problemOf(
  'no-such-party',
  '本案没有这位当事人，可能已被移除，请重新打开案件。',
  'The case has no such party; it may have been removed. Open the case again.',
);

export const noSuchCase = (id: string) =>
  problemOf(
    'no-such-case',
    '没有找到这个案件，可能编号有误，请从案件列表中打开。',
    'There is no such case; open it from the list.',
    { id },
  );
