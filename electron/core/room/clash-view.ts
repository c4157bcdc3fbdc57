import { bookingClashes } from '../domain/case/booking-clashes';
import type { CaseState, Clash, ClashSide, Conflict } from '../domain/case/case-state';
import { fieldWords, partyWords, type InWords } from '../domain/case/field-words';
import { instantWords } from '../domain/case/plain-words';
import { titleOf, type CaseSummary } from '../domain/case/summary';
import { valueWords } from '../domain/case/value-words';
import { stampMillis } from '../domain/journal/hybrid-clock';
import { maskedState, type IsShown } from '../domain/privacy/masked-view';
import type { CalendarDate } from '../domain/time/calendar-date';

/** One side of something that a person has to settle: what it says, who wrote it, where and when. */
export interface ClashSideView extends InWords {
  readonly entry: string;
  readonly account: string;
  readonly room: string | null;
  readonly here: boolean;
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
}

/** Something in a case that a person has to settle（待处理冲突, domain.md 8.6 O7）, in words. */
export interface ClashView extends InWords {
  readonly caseId: string;
  readonly title: string;
  readonly kind: 'field' | 'closed-and-changed' | 'same-party' | 'booking';
  /** Field path, party keys, or place: handed back to settle it. */
  readonly about: string;
  readonly sides: readonly ClashSideView[];
  readonly otherCase: { readonly caseId: string; readonly title: string } | null;
}

/** Names for workstations: the room's where it is known, and which one is this. */
export interface WhoIsWho {
  readonly station: string;
  readonly roomOf: (station: string) => string | null;
  /** Whose numbers are shown whole to who looks, by case; null or left out where nothing is masked（脱敏）. */
  readonly isShown?: (caseId: string) => IsShown | null;
}

/** Field conflicts and clashes of one case, with the numbers of people masked as in the view of the case. */
export function clashesOfCase(whole: CaseState, who: WhoIsWho): readonly ClashView[] {
  const isShown = who.isShown?.(whole.id) ?? null;
  const state = isShown ? maskedState(whole, isShown).state : whole;
  const base = { caseId: state.id, title: titleOf(state.parties), otherCase: null };
  return [
    ...state.conflicts.map((conflict) => ({ ...base, ...fieldClash(conflict, state, who) })),
    ...state.clashes.map((clash) => ({ ...base, ...caseClash(clash, state, who) })),
  ];
}

function fieldClash({ path, values }: Conflict, state: CaseState, who: WhoIsWho) {
  const sides = values.map(({ value, ...writer }) => ({ ...sideOf(writer, who), ...valueWords(path, value, state) }));
  return { kind: 'field' as const, about: path, ...fieldWords(path, state), sides };
}

const DID: Readonly<Record<'ending' | 'archive' | 'session' | 'agreement' | 'party', InWords>> = {
  ending: { zh: '办理结案', en: 'closed the case' },
  archive: { zh: '归档', en: 'archived the case' },
  session: { zh: '增加或修改调解记录', en: 'added or changed a session' },
  agreement: { zh: '修改协议', en: 'changed the agreement' },
  party: { zh: '修改当事人信息', en: 'changed a party' },
};

function caseClash(clash: Clash, state: CaseState, who: WhoIsWho) {
  if (clash.kind === 'closed-and-changed') {
    const closed = clash.closing === 'ending';
    return {
      kind: clash.kind,
      about: clash.closing,
      zh: `案件已${closed ? '结案' : '归档'}，另一处同时作了修改`,
      en: `${closed ? 'Closed' : 'Archived'} while it was changed elsewhere`,
      sides: clash.sides.map(({ did, ...writer }) => ({ ...sideOf(writer, who), ...DID[did] })),
    };
  }
  const [[one, oneEn], [two, twoEn]] = [partyWords(clash.keys[0], state), partyWords(clash.keys[1], state)];
  return {
    kind: clash.kind,
    about: clash.keys.join(' '),
    zh: `证件号码相同的两位当事人：${one} 与 ${two}`,
    en: `Two parties with one identity number: ${oneEn} and ${twoEn}`,
    sides: clash.sides.map(({ key, ...writer }) => ({ ...sideOf(writer, who), ...partyLine(key, state) })),
  };
}

function partyLine(key: string, state: CaseState): InWords {
  const party = state.parties.find((each) => each.key === key);
  const number = party?.document?.number ?? party?.creditCode ?? '';
  const text = [party?.name ?? '', number, party?.phone ?? '', party?.address ?? '']
    .filter((part) => part !== '')
    .join(' · ');
  return { zh: text, en: text };
}

const sideOf = ({ entry, account, station, at }: ClashSide, { station: own, roomOf }: WhoIsWho) => ({
  entry,
  account,
  room: roomOf(station),
  here: station === own,
  at: new Date(stampMillis(at)).toISOString(),
});

/** Two cases in one place at one time; shown in every room that has both. */
export function bookingViews(summaries: Iterable<CaseSummary>, today: CalendarDate): readonly ClashView[] {
  return bookingClashes(summaries, today).map(({ place, a, b }) => ({
    caseId: a.caseId,
    title: a.title,
    kind: 'booking' as const,
    about: `${a.session} ${b.session}`,
    zh: `${place} 同一时间安排了两个案件：${minute(a.startedAt)} 与 ${minute(b.startedAt)}`,
    en: `${place} is booked for two cases: ${minute(a.startedAt)} and ${minute(b.startedAt)}`,
    sides: [],
    otherCase: { caseId: b.caseId, title: b.title },
  }));
}

const minute = (instant: string): string => instantWords(instant)[0];
