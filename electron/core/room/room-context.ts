import type { HolidayTable } from '../domain/time/holidays';
import { shanghaiDateOf, type CalendarDate } from '../domain/time/calendar-date';
import type { PartyCheckContext } from '../domain/checks/party-check';
import type { PaperWorks } from '../documents/paper-works';
import type { Rendered, RenderRequest } from '../documents/rendered';
import type { Clock, Ids } from '../ports';
import type { Actor } from '../access/actor';
import type { Session } from '../access/session';
import type { AccessLog } from './access-log';
import type { Right } from '../access/rights';
import type { JournalStore } from '../store/journal-store';
import type { RoomStore } from './guarded-store';
import type { RoomProfile } from './room-profile';

/** What the room does by itself works with: the whole store, and entries in its own name. */
export interface SystemContext extends RoomContext {
  readonly store: JournalStore;
}

/** What every desk of a room works with. */
export interface RoomContext {
  readonly store: RoomStore;
  /** Who is signed in. Throws AccessError `signed-out`. */
  readonly actor: () => Actor;
  /** The same person's session. Throws AccessError `signed-out`. */
  readonly session: () => Session;
  readonly log: AccessLog;
  /** The name that stands in entries. Throws AccessError `signed-out`. */
  readonly account: () => string;
  /** Throws AccessError unless who is signed in has this right. */
  readonly require: (right: Right) => void;
  readonly clock: Clock;
  readonly ids: Ids;
  /** As they stand now. */
  readonly holidays: () => readonly HolidayTable[];
  readonly render: (request: RenderRequest) => Promise<Rendered>;
  readonly works: PaperWorks;
  /** 调解室五 of a workstation's key; null where nobody knows it. */
  readonly roomOf: (station: string) => string | null;
  /** Settings as they stand now. */
  readonly profile: () => RoomProfile;
}

/** Today in Asia/Shanghai by the wall clock. */
export function todayOf(context: Pick<RoomContext, 'clock'>): CalendarDate {
  return shanghaiDateOf(new Date(context.clock.now()).toISOString());
}

/** Party checks under this room's profile: region 999999 passes only where the committee itself is a sample. */
export function partyContext(context: RoomContext): PartyCheckContext {
  return { today: todayOf(context), allowSyntheticRegion: context.profile().organisation.sample };
}
