import { toHalfWidth } from '../checks/half-width';
import { shanghaiDateOf, type CalendarDate } from '../time/calendar-date';
import type { CaseSummary } from './summary';

/** One of two sessions that need one place at one time. */
export interface Booking {
  readonly caseId: string;
  readonly title: string;
  readonly session: string;
  /** Date-time with offset. */
  readonly startedAt: string;
}

/** Two cases that have booked one place at one time（场地冲突）, the earlier session first. */
export interface BookingClash {
  /** As the first of them writes it. */
  readonly place: string;
  readonly a: Booking;
  readonly b: Booking;
}

/** How long a place is taken when nobody says so: a setting of the centre, not verified with it (mark U of domain.md). */
export const BOOKING_MINUTES = 60;

/** Names for "nowhere in particular", in which any number of cases can meet. */
const NO_PLACE = /^(?:线上|在线|网上|远程|视频|电话|网络)(?:调解|会议|连线|方式)?$/u;

const placeOf = (text: string): string => toHalfWidth(text).replace(/\s/gu, '').toLowerCase();

type Row = Pick<CaseSummary, 'id' | 'title' | 'ended' | 'sessions'>;

/**
 * Sessions of different open cases in one place less than `minutes` apart; only those of `today` (calendar date in
 * Asia/Shanghai) or later that were not held yet. Two on the hour one after the other do not clash with the default of 60.
 */
export function bookingClashes(
  summaries: Iterable<Row>,
  today: CalendarDate,
  minutes: number = BOOKING_MINUTES,
): readonly BookingClash[] {
  const places = new Map<string, (Booking & { readonly place: string; readonly at: number })[]>();
  for (const { id, title, ended, sessions } of summaries) {
    for (const { id: session, startedAt, place, held } of ended ? [] : sessions) {
      const key = placeOf(place);
      if (held || key === '' || NO_PLACE.test(key) || !isFrom(today, startedAt)) continue;
      const booked = places.get(key) ?? [];
      booked.push({ caseId: id, title, session, startedAt, place: place.trim(), at: Date.parse(startedAt) });
      places.set(key, booked);
    }
  }
  const clashes: (BookingClash & { readonly at: number })[] = [];
  for (const booked of places.values()) {
    booked.sort((x, y) => x.at - y.at || (keyOf(x) < keyOf(y) ? -1 : 1));
    booked.forEach((first, index) => {
      for (const second of booked.slice(index + 1)) {
        if (second.at - first.at >= minutes * 60_000) break;
        if (second.caseId === first.caseId) continue;
        clashes.push({ place: first.place, a: bare(first), b: bare(second), at: first.at });
      }
    });
  }
  return clashes
    .sort((x, y) => x.at - y.at || (keyOf(x.a) + keyOf(x.b) < keyOf(y.a) + keyOf(y.b) ? -1 : 1))
    .map(({ place, a, b }) => ({ place, a, b }));
}

const keyOf = ({ caseId, session }: Booking): string => `${caseId} ${session}`;
const bare = ({ caseId, title, session, startedAt }: Booking): Booking => ({ caseId, title, session, startedAt });

/** A day beyond the calendar's ends is nobody's booking. */
function isFrom(today: CalendarDate, startedAt: string): boolean {
  try {
    return shanghaiDateOf(startedAt) >= today;
  } catch (fault) {
    if (fault instanceof RangeError) return false;
    throw fault;
  }
}
