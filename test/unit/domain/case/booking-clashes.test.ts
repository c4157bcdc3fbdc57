import { describe, expect, it } from 'vitest';
import { bookingClashes } from '../../../../electron/core/domain/case/booking-clashes';

const row = (
  id: string,
  startedAt: string,
  place: string,
  { ended = false, held = false }: { readonly ended?: boolean; readonly held?: boolean } = {},
) => ({ id, title: `案${id}`, ended, sessions: [{ id: 's-1', startedAt, place, held }] });
const found = (rows: Parameters<typeof bookingClashes>[0], minutes?: number) =>
  bookingClashes(rows, '2026-11-24', minutes).map(({ place, a, b }) => `${place} ${a.caseId} ${b.caseId}`);

describe('booking clashes', () => {
  it('name both cases with their times, the earlier first, whatever the order of the rows and the offset', () => {
    const rows = [row('b', '2026-11-24T02:29:00Z', '调解室 ３'), row('a', '2026-11-24T09:30:00+08:00', ' 调解室3 ')];
    const clash = {
      place: '调解室3',
      a: { caseId: 'a', title: '案a', session: 's-1', startedAt: '2026-11-24T09:30:00+08:00' },
      b: { caseId: 'b', title: '案b', session: 's-1', startedAt: '2026-11-24T02:29:00Z' },
    };
    expect(bookingClashes(rows, '2026-11-24')).toEqual([clash]);
    expect(bookingClashes([...rows].reverse(), '2026-11-24')).toEqual([clash]);
  });

  it.each([
    ['an hour apart', '2026-11-24T10:30:00+08:00', '调解室3', {}],
    ['in another place', '2026-11-24T09:30:00+08:00', '调解室4', {}],
    ['of a case that ended', '2026-11-24T09:30:00+08:00', '调解室3', { ended: true }],
    ['that was held', '2026-11-24T09:30:00+08:00', '调解室3', { held: true }],
  ] as const)('are none with a session %s', (_what, startedAt, place, how) => {
    expect(found([row('a', '2026-11-24T09:30:00+08:00', '调解室3'), row('b', startedAt, place, how)])).toEqual([]);
  });

  it('are none yesterday, without a place, on line, or within one case', () => {
    const twice = (place: string, day: string) => ['a', 'b'].map((id) => row(id, `${day}T09:30:00+08:00`, place));
    expect(found([...twice('室', '2026-11-23'), ...twice(' ', '2026-11-24'), ...twice('线上', '2026-11-24')])).toEqual(
      [],
    );
    const session = (id: string) => ({ id, startedAt: '2026-11-24T09:30:00+08:00', place: '室', held: false });
    expect(found([{ id: 'a', title: '案a', ended: false, sessions: [session('s-1'), session('s-2')] }])).toEqual([]);
    expect(found(twice('室', '9999-12-31'))).toEqual(['室 a b']);
  });

  it('follow the span that is set', () => {
    const rows = [
      row('a', '2026-11-25T09:00:00+08:00', '室'),
      row('b', '2026-11-25T10:20:00+08:00', '室'),
      row('c', '2026-11-25T11:00:00+08:00', '室'),
    ];
    expect(found(rows, 90)).toEqual(['室 a b', '室 b c']);
    expect(found(rows)).toEqual(['室 b c']);
    expect(found(rows, 30)).toEqual([]);
  });
});
