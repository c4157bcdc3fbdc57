import { setImmediate as pause } from 'node:timers/promises';
import { createHash } from 'node:crypto';
import { fileRefs } from '../domain/case/file-refs';
import { fold } from '../domain/case/fold';
import type { CaseState } from '../domain/case/case-state';
import { problemOf, type Problem } from '../domain/checks/problem';
import type { Entry } from '../domain/journal/entry';
import { stampMillis } from '../domain/journal/hybrid-clock';
import { ACCESS_PREFIX, isCaseSubject } from '../domain/journal/subject-kinds';
import { titleOf } from '../domain/case/summary';
import { shanghaiDateOf } from '../domain/time/calendar-date';
import { faultWords } from '../sync/words';
import { seenCases } from './guarded-store';
import { done, refused, type Outcome } from './outcome';
import { todayOf, type RoomContext, type SystemContext } from './room-context';
import type { SyncDesk } from './sync-desk';

/** An archived case, and why its copy here cannot go yet; null when it can. */
export interface PurgeableRow {
  readonly caseId: string;
  readonly title: string;
  readonly number: string | null;
  readonly archivedOn: string;
  readonly blocked: Problem | null;
}

/** A copy that went（已清除的副本）. */
export interface PurgedRow {
  readonly caseId: string;
  readonly number: string | null;
  readonly on: string;
  readonly by: string;
}

/** The kind of the entries that say so: `{ case, number, archivedOn, own: [[seq, id]] }`. */
export const PURGED_KIND = 'case-purged';
const PREFIX = `${ACCESS_PREFIX}purged-`;
/** Archived cases looked at in one go. */
const MOST = 500;

/**
 * Room copies of archived cases（清除本机副本, domain.md 1.7 and 2.4: PIPL Arts. 19, 47）.
 * Promises: a copy goes only when the centre said just then that it has every entry and every file of it; what is gone is
 * noted first, with the places of its entries in the chain, so that `verify` knows the gap; after a crash between the note
 * and the going it goes at the next look. A file that another case speaks of too stays. Does not promise: that backups
 * made before hold it no more, or that a disk keeps no older copy of its blocks; after it the centre's copy is the one that
 * there is. Proved by test/unit/room/purge-desk.slow.test.ts.
 */
export class PurgeDesk {
  constructor(
    private readonly context: RoomContext,
    private readonly system: SystemContext,
    private readonly sync: SyncDesk,
  ) {}

  /** Archived cases of this workstation, oldest first, at most 500, and what went before. Throws AccessError, StoreError. */
  async rows(): Promise<{ readonly rows: readonly PurgeableRow[]; readonly purged: readonly PurgedRow[] }> {
    this.context.require('data.purge');
    await this.finish();
    const rows: PurgeableRow[] = [];
    for (const { id } of this.archivedFirst()) {
      const state = fold(id, await this.system.store.read(id));
      if (state.archiving === undefined) continue;
      rows.push({
        caseId: id,
        title: titleOf(state.parties),
        number: state.number?.text ?? null,
        archivedOn: state.archiving.on,
        blocked: this.blockedHere(state),
      });
      await pause();
    }
    return { rows, purged: (await this.notes()).map(rowOf).reverse() };
  }

  /** Takes out the copies that the centre has whole; says of the others why they stay. Throws AccessError, StoreError. */
  async purge(caseIds: readonly string[]): Promise<
    Outcome<{
      readonly purged: number;
      readonly kept: readonly { readonly caseId: string; readonly problem: Problem }[];
    }>
  > {
    this.context.require('data.purge');
    const kept: { caseId: string; problem: Problem }[] = [];
    const going: { readonly caseId: string; readonly entries: readonly Entry[]; readonly state: CaseState }[] = [];
    for (const caseId of new Set(caseIds)) {
      if (!isCaseSubject(caseId) || !this.system.store.has(caseId)) continue;
      const entries = await this.system.store.read(caseId);
      const state = fold(caseId, entries);
      const problem = state.archiving ? this.blockedHere(state) : NOT_ARCHIVED;
      if (problem) {
        kept.push({ caseId, problem });
        continue;
      }
      const held = await this.sync.engine.lacking(
        entries.map(({ id }) => id),
        filesOf(entries),
      );
      if (!held.ok) return refused(faultWords(held.fault));
      if (held.lacking.length > 0) kept.push({ caseId, problem: NOT_THERE });
      else going.push({ caseId, entries, state });
    }
    if (going.length > 0) {
      const { station } = this.system.store;
      await this.system.store.commit(
        going.map(({ caseId, entries, state }) => ({
          subject: this.subject(),
          kind: PURGED_KIND,
          account: this.context.account(),
          data: {
            case: caseId,
            number: state.number?.text ?? null,
            archivedOn: state.archiving?.on ?? null,
            own: entries.filter((entry) => entry.station === station).map(({ seq, id }) => [seq, id]),
            files: filesOf(entries),
          },
        })),
      );
      await this.finish();
    }
    return done({ purged: going.length, kept });
  }

  /** What was noted and is still there goes; the files that no other case speaks of go after it. */
  private async finish(): Promise<void> {
    const { store } = this.system;
    const notes = (await this.notes()).filter(({ data }) => store.has(String(data['case'])));
    if (notes.length === 0) return;
    await store.forget(notes.map(({ data }) => String(data['case'])));
    const files = new Set(notes.flatMap(({ data }) => (Array.isArray(data['files']) ? data['files'].map(String) : [])));
    for (const subject of store.subjects()) {
      if (files.size === 0) break;
      if (!isCaseSubject(subject) || store.forgotten(subject)) continue;
      const entries = await store.read(subject).catch(() => null);
      if (entries === null) return; // a damaged case may speak of any of them: they stay
      for (const sha256 of filesOf(entries)) files.delete(sha256);
      await pause();
    }
    for (const sha256 of files) await store.blobs.remove(sha256);
  }

  private async notes(): Promise<readonly Entry[]> {
    const { store } = this.system;
    const found: Entry[] = [];
    for (const subject of store
      .subjects()
      .filter((name) => name.startsWith(PREFIX))
      .sort())
      found.push(...(await store.read(subject)).filter(({ kind }) => kind === PURGED_KIND));
    return found;
  }

  private archivedFirst() {
    return [...seenCasesOrAll(this.context, this.system)]
      .flatMap(({ id, archivedOn }) => (archivedOn === null ? [] : [{ id, archivedOn }]))
      .sort((a, b) => a.archivedOn.localeCompare(b.archivedOn))
      .slice(0, MOST);
  }

  /** What can be told without asking the centre. */
  private blockedHere({ conflicts, clashes }: CaseState): Problem | null {
    const { centre, proof } = this.sync.facts;
    if (centre?.state !== 'admitted' || proof === null) return NO_CENTRE;
    return conflicts.length + clashes.length > 0 ? UNSETTLED : null;
  }

  /** One journal a month. */
  private subject(): string {
    const station = createHash('sha256').update(this.system.store.station).digest('hex').slice(0, 12);
    return `${PREFIX}${todayOf(this.context).slice(0, 7)}-${station}`;
  }
}

/** Whoever may purge need not be one who reads cases: titles and numbers are what an administrator sees of them. */
const seenCasesOrAll = (context: RoomContext, system: SystemContext) =>
  context.actor().roles.includes('administrator')
    ? seenCases(system.store, { ...context.actor(), roles: ['auditor'] })
    : seenCases(context.store, context.actor());

const filesOf = (entries: readonly Entry[]): readonly string[] => [
  ...new Set(entries.flatMap(fileRefs).map(({ sha256 }) => sha256)),
];

const rowOf = ({ account, at, data }: Entry): PurgedRow => ({
  caseId: String(data['case']),
  number: typeof data['number'] === 'string' ? data['number'] : null,
  on: shanghaiDateOf(new Date(stampMillis(at)).toISOString()),
  by: account,
});

const NOT_ARCHIVED = problemOf(
  'not-archived',
  '案件还没有归档，本机副本保留。',
  'The case is not archived; its copy stays here.',
);
const NO_CENTRE = problemOf(
  'no-centre',
  '本机没有接入中心，或还没有与中心同步过，副本不能清除。请先接入中心并同步一次。',
  'This workstation is not with a centre, or never synced, so the copy stays. Enrol and sync once first.',
);
const NOT_THERE = problemOf(
  'not-at-centre',
  '中心还没有这个案件的全部内容，副本保留，没有丢失。请等同步完成后再试。',
  'The centre does not have all of this case yet; the copy stays and nothing is lost. Try again when sync is done.',
);
const UNSETTLED = problemOf(
  'unsettled',
  '案件还有待处理的冲突，副本保留。请先在同步页面处理。',
  'The case has something to settle; the copy stays. Settle it on the sync page first.',
);
