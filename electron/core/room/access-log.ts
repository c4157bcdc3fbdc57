import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AccessError } from '../access/access-error';
import type { Session } from '../access/session';
import type { Entry } from '../domain/journal/entry';
import type { Stamp } from '../domain/journal/hybrid-clock';
import { ACCESS_PREFIX } from '../domain/journal/subject-kinds';
import { isCalendarDate, shanghaiDateOf, type CalendarDate } from '../domain/time/calendar-date';
import type { Clock } from '../ports';
import type { JournalStore } from '../store/journal-store';

/** What is recorded of looking, taking out and coming in; changes of cases are entries of the cases themselves. */
export const ACCESS_EVENTS = [
  'viewed',
  'unmasked',
  'previewed',
  'opened-document',
  'opened-attachment',
  'exported',
  'signed-in',
  'signed-out',
  'locked',
  'wrong-secret',
  'locked-out',
  'password-changed',
  'account-changed',
  'recovery-made',
  'recovery-used',
  'backup-made',
  'restored',
  'verified',
  'purged',
  'log-read',
  'person-searched',
] as const;
export type AccessEvent = (typeof ACCESS_EVENTS)[number];

export interface AccessNote {
  readonly event: AccessEvent;
  /** Whose doing; of nobody signed in, the name that was typed. */
  readonly account: string;
  readonly caseId?: string;
  /** Cases that one act was about together; never beside `caseId`. */
  readonly cases?: readonly string[];
  /** Short and without case text: a form, a party's key, a file's ending, a number of cases. */
  readonly what?: string;
}

/** One note as it was kept; of an act on several cases one for each. Of a newer version the event may be unknown. */
export interface KeptNote {
  /** Stamp of its entry, which orders them. */
  readonly at: Stamp;
  readonly account: string;
  readonly event: string;
  readonly caseId: string | null;
  readonly what?: string | undefined;
}

const keptSchema = z.object({
  event: z.string(),
  caseId: z.string().optional(),
  cases: z.array(z.string()).optional(),
  what: z.string().optional(),
});

/** The most cases in one entry, so that none grows beyond what the centre takes. */
const MOST_CASES = 500;

/** The kind of its entries. */
export const ACCESS_KIND = 'access-noted';

/** The whole store, past what the person who is signed in may read. */
interface LogContext {
  readonly store: Pick<JournalStore, 'station' | 'commit' | 'subjects' | 'read'>;
  readonly clock: Clock;
}

/** Looking at the same thing again within this time is the same look. */
const SAME_LOOK = 10 * 60_000;

/**
 * Who looked at what（查阅记录）, one journal a day, so that a note costs the same however long the room works.
 * Promises: `record` resolves when the note is durable, and what it records is shown only then; one look at one thing
 * within ten minutes of a session is one note. Does not promise: notes of what is read outside this program.
 * Proved by test/unit/room/access-log.test.ts.
 */
export class AccessLog {
  constructor(private readonly context: LogContext) {}

  /** Throws AccessError `not-recorded` when the disk refuses. */
  async record({ account, ...note }: AccessNote): Promise<void> {
    const { store } = this.context;
    const subject = this.subject();
    try {
      await store.commit(parts(note).map((data) => ({ subject, kind: ACCESS_KIND, data, account })));
    } catch (cause) {
      throw new AccessError('not-recorded', null, { cause });
    }
  }

  /** Records a look, unless the same was recorded in this session within ten minutes. */
  async look(session: Session, note: Omit<AccessNote, 'account'>): Promise<void> {
    const key = `${note.event} ${note.caseId ?? ''} ${note.what ?? ''}`;
    const now = this.context.clock.now();
    const last = session.looked.get(key);
    if (last !== undefined && now >= last && now - last < SAME_LOOK) return;
    await this.record({ ...note, account: session.actor.name });
    session.looked.set(key, now);
  }

  /** All notes of these days, calendar dates in Asia/Shanghai, both included, newest first. Throws StoreError. */
  async read(from: CalendarDate, to: CalendarDate): Promise<readonly KeptNote[]> {
    const { store } = this.context;
    const found: KeptNote[] = [];
    for (const subject of store.subjects()) {
      const day = dayOf(subject);
      if (day === null || day < from || day > to) continue;
      for (const entry of await store.read(subject)) found.push(...keptNotes(entry));
    }
    return found.sort((a, b) => (a.at < b.at ? 1 : -1));
  }

  private subject(): string {
    const station = createHash('sha256').update(this.context.store.station).digest('hex').slice(0, 12);
    return `${ACCESS_PREFIX}${shanghaiDateOf(new Date(this.context.clock.now()).toISOString())}-${station}`;
  }
}

/** The day that a journal of the log is about, null for other journals. */
const dayOf = (subject: string): CalendarDate | null => {
  const day = subject.startsWith(ACCESS_PREFIX) ? subject.slice(ACCESS_PREFIX.length, ACCESS_PREFIX.length + 10) : null;
  return isCalendarDate(day) ? day : null;
};

/** A note as entries: several where it is about very many cases. */
function parts({ cases, ...note }: Omit<AccessNote, 'account'>): readonly Readonly<Record<string, unknown>>[] {
  if (cases === undefined) return [{ ...note }];
  const count = Math.max(1, Math.ceil(cases.length / MOST_CASES));
  return Array.from({ length: count }, (_, at) => ({
    ...note,
    cases: cases.slice(at * MOST_CASES, (at + 1) * MOST_CASES),
  }));
}

function keptNotes({ kind, data, account, at }: Entry): readonly KeptNote[] {
  const parsed = kind === ACCESS_KIND ? keptSchema.safeParse(data) : null;
  if (!parsed?.success) return [];
  const { event, caseId, cases, what } = parsed.data;
  const note = { at, account, event, what };
  return cases === undefined || cases.length === 0
    ? [{ ...note, caseId: caseId ?? null }]
    : cases.map((each) => ({ ...note, caseId: each }));
}
