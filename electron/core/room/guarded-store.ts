import { AccessError } from '../access/access-error';
import { may, sees, type Actor } from '../access/actor';
import { RIGHT_OF_KIND } from '../access/rights';
import type { Entry } from '../domain/journal/entry';
import { isCaseSubject } from '../domain/journal/subject-kinds';
import type { JournalStore } from '../store/journal-store';
import type { Draft } from '../store/station-chain';
import { caseSight, caseSummaries } from './subjects';

/** What desks may ask of the store. */
export type RoomStore = Pick<
  JournalStore,
  'station' | 'former' | 'chain' | 'has' | 'summaries' | 'subjects' | 'read' | 'commit' | 'blobs' | 'onSaved'
>;

/**
 * The store as the person who is signed in may use it（受权限约束的数据库）: the one place where rights are held against
 * what is read and written.
 *
 * Promises: no entry is written by a desk for a person without the right of its kind, nor in a case outside what the
 * person sees; no case outside of it is read; every entry bears the name of who is signed in, whatever the desk says;
 * while nobody is, nothing is read or written. Does not promise: anything against who holds the key and the files.
 * Proved by test/unit/room/guarded-store.test.ts.
 */
export function guardedStore(store: JournalStore, actor: () => Actor): RoomStore {
  const check = (subject: string, who: Actor): void => {
    if (!isCaseSubject(subject) || !store.has(subject)) return;
    const sight = caseSight(store.summary(subject));
    if (sight !== null && !sees(who, sight)) throw new AccessError('not-your-case');
  };
  return {
    get station() {
      return store.station;
    },
    get former() {
      return store.former;
    },
    get chain() {
      return store.chain;
    },
    has: (subject) => store.has(subject),
    summaries: () => store.summaries(),
    subjects: () => store.subjects(),
    onSaved: (listener) => store.onSaved(listener),
    blobs: store.blobs,
    read: async (subject: string): Promise<readonly Entry[]> => {
      const who = actor();
      if (isCaseSubject(subject) && !may(who, 'case.read')) throw new AccessError('no-right', 'case.read');
      check(subject, who);
      return store.read(subject);
    },
    commit: async (drafts: readonly Draft[]): Promise<readonly Entry[]> => {
      const who = actor();
      for (const { subject, kind } of drafts) {
        const right = RIGHT_OF_KIND[kind];
        if (right === undefined || !may(who, right)) throw new AccessError('no-right', right ?? null);
        check(subject, who);
      }
      return store.commit(drafts.map((draft) => ({ ...draft, account: who.name })));
    },
  };
}

/** The case summaries that this person may see. Throws AccessError without the right to read cases. */
export function* seenCases(store: Pick<RoomStore, 'summaries'>, who: Actor) {
  if (!may(who, 'case.read')) throw new AccessError('no-right', 'case.read');
  for (const summary of caseSummaries(store.summaries())) {
    if (sees(who, { mediators: summary.mediators, names: summary.find.names, documents: summary.find.documents }))
      yield summary;
  }
}
