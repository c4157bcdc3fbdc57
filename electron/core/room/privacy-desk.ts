import { may } from '../access/actor';
import type { CaseState, Party } from '../domain/case/case-state';
import { fold } from '../domain/case/fold';
import { titleOf } from '../domain/case/summary';
import { toHalfWidth } from '../domain/checks/half-width';
import { problemOf } from '../domain/checks/problem';
import { stampMillis } from '../domain/journal/hybrid-clock';
import { csvOf } from '../domain/privacy/csv';
import { eventWords } from '../domain/privacy/event-words';
import type { CalendarDate } from '../domain/time/calendar-date';
import type { Files } from '../ports';
import type { KeptNote } from './access-log';
import { noSuchCase } from './case-desk';
import { seenCases } from './guarded-store';
import { done, refused, type Outcome } from './outcome';
import { personFiles, type PersonPlace } from './person-export';
import type { RoomContext } from './room-context';
import type { TakenOut } from './taken-out';
import { writeZip } from './zip-sink';

/** One line of the access log in words. `at` is an instant in UTC; `title` only of a case that the reader sees. */
export interface LogRow {
  readonly at: string;
  readonly account: string;
  readonly kind: string;
  readonly zh: string;
  readonly en: string;
  readonly caseId: string | null;
  readonly title: string | null;
}

/** Days are calendar dates in Asia/Shanghai, both included; `offset` and `limit` count rows. */
export interface LogQuery {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly account: string | null;
  readonly caseId: string | null;
  readonly offset: number;
  readonly limit: number;
}

/** A party of a case, as a person export asks for it. */
export interface PartyOfCase {
  readonly caseId: string;
  readonly party: string;
}

/**
 * 隐私: who looked at what, and all that is kept of one person (domain.md 2.4).
 *
 * Promises: reading and taking out the log, searching for a person and taking out a person's data are recorded before
 * anything is shown or written, the searched name or number never; titles and names of cases that the reader may not see
 * stay out of the log; files appear whole or not at all. Does not promise: completeness beyond the cases that this room has and the
 * reader sees. Proved by test/unit/room/privacy-desk.test.ts.
 */
export class PrivacyDesk {
  constructor(
    private readonly context: RoomContext,
    private readonly files: Files,
  ) {}

  /** The log, newest first. Throws AccessError without the right `log.read`. */
  async log({ from, to, account, caseId, offset, limit }: LogQuery): Promise<{
    readonly rows: readonly LogRow[];
    readonly total: number;
    readonly accounts: readonly string[];
  }> {
    const { log, session } = this.context;
    this.context.require('log.read');
    await log.look(session(), { event: 'log-read', ...(caseId === null ? {} : { caseId }) });
    const notes = await log.read(from, to);
    const wanted = notes.filter(
      (note) => (account === null || note.account === account) && (caseId === null || note.caseId === caseId),
    );
    return {
      rows: await this.rows(wanted.slice(offset, offset + limit)),
      total: wanted.length,
      accounts: [...new Set(notes.map((note) => note.account))].sort(),
    };
  }

  /** Those days as a CSV file. Throws StoreError, AccessError without the right `log.read`, which is enough for the log. */
  async logFile(from: CalendarDate, to: CalendarDate): Promise<TakenOut> {
    const { log, account } = this.context;
    this.context.require('log.read');
    const rows = await this.rows(await log.read(from, to));
    const table = rows.map((row) => [row.at, row.account, row.kind, row.zh, row.en, row.caseId ?? '', row.title ?? '']);
    const csv = csvOf([['时间 (UTC)', '人员', '代码', '事项', 'Event', '案件', '案件名称'], ...table]);
    return {
      name: `查阅记录_${from}_${to}.csv`,
      bytes: Buffer.from(csv, 'utf8'),
      note: () => log.record({ event: 'exported', account: account(), what: 'access-log' }),
    };
  }

  /**
   * Cases in which a party has exactly this identity number, credit code or name, newest receipt first. Throws AccessError
   * without the right `data.export`.
   */
  async findPerson(
    query: string,
  ): Promise<readonly (PartyOfCase & { readonly title: string; readonly name: string })[]> {
    const { log, account, store, actor } = this.context;
    this.context.require('data.export');
    const asked = { name: query.trim(), number: bare(query) };
    const near = [...seenCases(store, actor())]
      .filter(
        ({ find }) => find.names.includes(asked.name) || find.documents.some((each) => bare(each) === asked.number),
      )
      .sort((a, b) => (b.receivedAt ?? '').localeCompare(a.receivedAt ?? ''));
    const found: (PartyOfCase & { readonly title: string; readonly name: string })[] = [];
    for (const { id } of near) {
      const state = fold(id, await store.read(id));
      for (const party of state.parties) {
        if (isAsked(party, asked))
          found.push({ caseId: id, title: titleOf(state.parties), party: party.key, name: party.name });
      }
    }
    await log.record({
      event: 'person-searched',
      account: account(),
      cases: [...new Set(found.map((each) => each.caseId))],
    });
    return found;
  }

  /** Checks that the parties are there and can be one person; what a dialog is worth asking for. Throws AccessError. */
  async person(parties: readonly PartyOfCase[]): Promise<Outcome<readonly PersonPlace[]>> {
    const { store, log } = this.context;
    this.context.require('data.export');
    const notes = await log.read(FIRST_DAY, LAST_DAY);
    const places: PersonPlace[] = [];
    const numbers = new Set<string>();
    for (const { caseId, party } of parties) {
      if (!store.has(caseId)) return refused(noSuchCase(caseId));
      const state: CaseState = fold(caseId, await store.read(caseId));
      const found = state.parties.find(({ key }) => key === party);
      if (!found) return refused(NO_PARTY);
      if (found.document) numbers.add(bare(found.document.number));
      places.push({ state, party, notes: notes.filter((note) => note.caseId === caseId) });
    }
    return numbers.size > 1 ? refused(SEVERAL_PEOPLE) : done(places);
  }

  /** Writes the ZIP of these places, recorded before. Gives the number of cases. Throws StoreError, AccessError. */
  async exportPerson(places: readonly PersonPlace[], file: string): Promise<number> {
    const { log, account, clock } = this.context;
    this.context.require('data.export');
    const cases = [...new Set(places.map(({ state }) => state.id))];
    await log.record({ event: 'exported', account: account(), cases, what: 'person' });
    const now = clock.now();
    await writeZip(this.files, file, personFiles(places, this.context, new Date(now).toISOString()), now);
    return cases.length;
  }

  private async rows(notes: readonly KeptNote[]): Promise<readonly LogRow[]> {
    const { store, actor } = this.context;
    const titles = may(actor(), 'case.read')
      ? new Map([...seenCases(store, actor())].map(({ id, title }) => [id, title]))
      : new Map<string, string>();
    const people = new Map<string, readonly Party[]>();
    const rows: LogRow[] = [];
    for (const { at, account, event, caseId, what } of notes) {
      const title = caseId === null ? undefined : titles.get(caseId);
      const seen = caseId !== null && title !== undefined;
      if (seen && event === 'unmasked' && !people.has(caseId))
        people.set(caseId, fold(caseId, await store.read(caseId)).parties);
      const party = seen ? people.get(caseId)?.find(({ key }) => key === what)?.name : undefined;
      const when = new Date(stampMillis(at)).toISOString();
      const words = eventWords(event, what, party);
      rows.push({ at: when, account, kind: event, ...words, caseId, title: title ?? null });
    }
    return rows;
  }
}

const [FIRST_DAY, LAST_DAY] = ['0001-01-01', '9999-12-31'];

const bare = (text: string): string => toHalfWidth(text).replaceAll(/\s/gu, '').toUpperCase();

const isAsked = (party: Party, asked: { readonly name: string; readonly number: string }): boolean =>
  party.name === asked.name ||
  party.shortName === asked.name ||
  [party.document?.number, party.creditCode].some((each) => each !== undefined && bare(each) === asked.number);

const NO_PARTY = problemOf(
  'no-such-party',
  '所选案件里没有这位当事人，可能已被移除。请重新查找。',
  'The case has no such party; it may have been removed. Search again.',
);

const SEVERAL_PEOPLE = problemOf(
  'several-people',
  '所选当事人的证件号码不同，不是同一个人，没有导出。请只勾选本人的案件。',
  'The chosen parties have different identity numbers, so they are not one person; nothing was taken out. Choose only the cases of this person.',
);
