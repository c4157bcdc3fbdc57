import { fold } from '../domain/case/fold';
import { matches, type CaseSummary } from '../domain/case/summary';
import type { CaseWrite } from '../domain/case/entry-kinds';
import type { Stage } from '../domain/case/vocabulary';
import { problemOf } from '../domain/checks/problem';
import type { Entry, EntryId } from '../domain/journal/entry';
import { orderJournal } from '../domain/journal/graph';
import { viewOf, type CaseView } from './case-view';
import { checkWrites, type RawWrite } from './check-writes';
import { seenCases } from './guarded-store';
import { done, refused, type Outcome } from './outcome';
import { partyContext, todayOf, type RoomContext } from './room-context';
import { CASE_PREFIX } from './subjects';

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

/** Cases of the room: list, open, create, write（办案）. Every change is entries of the case's journal. */
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

  /** Registers a new case; refused whole when one thing is wrong. */
  async create(writes: readonly RawWrite[]): Promise<Outcome<OpenedCase>> {
    const checked = checkWrites(writes, null, partyContext(this.context));
    if (!checked.ok) return checked;
    const id = `${CASE_PREFIX}${this.context.ids.next()}`;
    await this.commit(id, checked.value);
    return this.open(id);
  }

  /** Writes entries on top of `seen`, the heads of what the person had on screen. */
  async write(id: string, seen: readonly EntryId[], writes: readonly RawWrite[]): Promise<Outcome<OpenedCase>> {
    if (!this.context.store.has(id)) return refused(noSuchCase(id));
    const entries = await this.context.store.read(id);
    const checked = checkWrites(writes, fold(id, entries), partyContext(this.context));
    if (!checked.ok) return checked;
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

  private view(id: string, entries: readonly Entry[]): OpenedCase {
    const { store, holidays, roomOf } = this.context;
    const view = viewOf(id, entries, todayOf(this.context), holidays(), store.station);
    return { ...view, originRoom: view.origin && roomOf(view.origin.station) };
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

export const noSuchCase = (id: string) =>
  problemOf(
    'no-such-case',
    '没有找到这个案件，可能编号有误，请从案件列表中打开。',
    'There is no such case; open it from the list.',
    { id },
  );
