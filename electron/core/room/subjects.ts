import { fold } from '../domain/case/fold';
import { caseSummary, summaryOf, type CaseSummary } from '../domain/case/summary';
import { accountsBook, foldAccounts, type AccountsBook } from '../access/accounts';
import type { CaseSight } from '../access/actor';
import type { Entry } from '../domain/journal/entry';
import { ACCOUNTS_PREFIX, CASE_PREFIX, NUMBERS_PREFIX, RULES_PREFIX } from '../domain/journal/subject-kinds';
import { foldBlock, type BlockState } from '../domain/numbers/number-block';
import type { RulesPackage } from '../domain/wire/rules';
import { foldRules } from './rules-desk';
import { foldProfile, ROOM_PREFIX, type RoomProfile } from './room-profile';

/** The journals of a room: its cases, its settings, its number blocks. The prefix of the subject tells which. */
export { CASE_PREFIX, NUMBERS_PREFIX };

/** What the store keeps beside each journal, so that nothing has to be opened for a list. */
export function summarise(
  subject: string,
  entries: readonly Entry[],
): CaseSummary | BlockState | RoomProfile | RulesPackage | AccountsBook | null {
  if (subject.startsWith(CASE_PREFIX)) return summaryOf(fold(subject, entries));
  if (subject.startsWith(NUMBERS_PREFIX)) return foldBlock(entries);
  if (subject.startsWith(ROOM_PREFIX)) return foldProfile(entries);
  if (subject.startsWith(RULES_PREFIX)) return foldRules(entries);
  if (subject.startsWith(ACCOUNTS_PREFIX)) return foldAccounts(entries);
  return null;
}

type Summaries = Iterable<readonly [subject: string, summary: unknown]>;

/** Rows that passed the schema before: a list is asked for with every key that a person presses. */
const passed = new WeakSet<object>();

const isCaseSummary = (summary: unknown): summary is CaseSummary => {
  if (typeof summary !== 'object' || summary === null) return false;
  if (!passed.has(summary) && caseSummary.safeParse(summary).success) passed.add(summary);
  return passed.has(summary);
};

/** Whether this version reads a summary that was kept; the store makes the others anew from their journals. */
export function fitsSummary(subject: string, summary: unknown): boolean {
  if (subject.startsWith(ACCOUNTS_PREFIX)) return accountsBook.safeParse(summary).success;
  return !subject.startsWith(CASE_PREFIX) || isCaseSummary(summary);
}

/** The case summaries of a store; a case whose file is damaged has none. */
export function* caseSummaries(summaries: Summaries): IterableIterator<CaseSummary> {
  for (const [subject, summary] of summaries) {
    if (!subject.startsWith(CASE_PREFIX)) continue;
    if (isCaseSummary(summary)) yield summary;
  }
}

/** What of a case's summary decides who sees it; null where there is none, because its file is damaged. */
export function caseSight(summary: unknown): CaseSight | null {
  if (!isCaseSummary(summary)) return null;
  return { mediators: summary.mediators, names: summary.find.names, documents: summary.find.documents };
}

/** The number blocks of a store with their subjects, lowest numbers first. */
export function blockStates(summaries: Summaries): readonly BlockState[] {
  const blocks: BlockState[] = [];
  for (const [subject, summary] of summaries) {
    if (subject.startsWith(NUMBERS_PREFIX) && summary !== null) blocks.push(summary as BlockState);
  }
  return blocks.sort((a, b) => a.block.year - b.block.year || a.block.first - b.block.first);
}
