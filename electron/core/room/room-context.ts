import type { HolidayTable } from '../domain/time/holidays';
import { shanghaiDateOf, type CalendarDate } from '../domain/time/calendar-date';
import type { PartyCheckContext } from '../domain/checks/party-check';
import type { PaperWorks } from '../documents/paper-works';
import type { Rendered, RenderRequest } from '../documents/rendered';
import type { Clock, Ids } from '../ports';
import type { JournalStore } from '../store/journal-store';
import type { RoomProfile } from './room-profile';

/** What every desk of a room works with. */
export interface RoomContext {
  readonly store: JournalStore;
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
