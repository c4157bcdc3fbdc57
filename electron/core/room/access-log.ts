import { createHash } from 'node:crypto';
import { AccessError } from '../access/access-error';
import type { Session } from '../access/session';
import { ACCESS_PREFIX } from '../domain/journal/subject-kinds';
import type { SystemContext } from './room-context';
import { todayOf } from './room-context';

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
  /** Short and without case text: a form, a party's key, a file's ending, a number of cases. */
  readonly what?: string;
}

/** The kind of its entries. */
export const ACCESS_KIND = 'access-noted';

/** Looking at the same thing again within this time is the same look. */
const SAME_LOOK = 10 * 60_000;

/**
 * Who looked at what（查阅记录）, one journal a day, so that a note costs the same however long the room works.
 * Promises: `record` resolves when the note is durable, and what it records is shown only then; one look at one thing
 * within ten minutes of a session is one note. Does not promise: notes of what is read outside this program.
 * Proved by test/unit/room/access-log.test.ts.
 */
export class AccessLog {
  constructor(private readonly context: Pick<SystemContext, 'store' | 'clock'>) {}

  /** Throws AccessError `not-recorded` when the disk refuses. */
  async record({ account, ...note }: AccessNote): Promise<void> {
    const { store } = this.context;
    try {
      await store.commit([{ subject: this.subject(), kind: ACCESS_KIND, data: { ...note }, account }]);
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

  private subject(): string {
    const station = createHash('sha256').update(this.context.store.station).digest('hex').slice(0, 12);
    return `${ACCESS_PREFIX}${todayOf(this.context)}-${station}`;
  }
}
