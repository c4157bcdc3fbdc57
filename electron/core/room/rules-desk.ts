import { SYSTEM } from '../access/actor';
import { HOLIDAYS_2024, type HolidayTable } from '../domain/time/holidays';
import type { Entry } from '../domain/journal/entry';
import { RULES_PREFIX } from '../domain/journal/subject-kinds';
import { rulesPackage, type RulesPackage } from '../domain/wire/rules';
import type { JournalStore } from '../store/journal-store';

/** Where received packages are kept: the journal says when each arrived. */
const SUBJECT = `${RULES_PREFIX}centre`;
const KIND = 'rules-received';

/** The newest package of a rules journal; null when it holds none. */
export function foldRules(entries: readonly Entry[]): RulesPackage | null {
  let newest: RulesPackage | null = null;
  for (const { kind, data } of entries) {
    if (kind !== KIND) continue;
    const parsed = rulesPackage.safeParse(data['package']);
    if (parsed.success && parsed.data.version > (newest?.version ?? 0)) newest = parsed.data;
  }
  return newest;
}

/**
 * Rules as data（规则数据包）from the centre: holidays and the directory of institutions. What is built in stands until a
 * package says otherwise, year by year.
 * Promises: only a higher version takes effect, for what is made from then on; documents that are issued keep their bytes.
 * Does not promise: to know whose package it is; core/sync checks the centre's signature before it hands one over.
 * Proved by test/unit/room/rules-desk.test.ts and test/unit/sync.
 */
export class RulesDesk {
  constructor(private readonly store: Pick<JournalStore, 'summaries' | 'commit'>) {}

  /** 0 before the first package. */
  version(): number {
    return this.newest()?.version ?? 0;
  }

  /** Enters a package; one that is not newer changes nothing. Throws StoreError. */
  async accept(received: RulesPackage): Promise<void> {
    if (received.version <= this.version()) return;
    await this.store.commit([{ subject: SUBJECT, kind: KIND, data: { package: received }, account: SYSTEM }]);
  }

  /** Holiday tables, one a year: the package's where it has the year, else the one that is built in. */
  holidays(): readonly HolidayTable[] {
    const received = this.newest()?.data.holidays ?? [];
    const years = new Set(received.map((table) => table.year));
    return [...received, ...[HOLIDAYS_2024].filter((table) => !years.has(table.year))];
  }

  /** The centre's directory of institutions（机构名录）. */
  institutions(): NonNullable<RulesPackage['data']['institutions']> {
    return this.newest()?.data.institutions ?? [];
  }

  /** Names of accounts that the centre locked, everywhere or in this room（中心停用的账户）. */
  lockedAccounts(room: string): readonly string[] {
    const locked = this.newest()?.data.lockedAccounts ?? [];
    return locked.flatMap(({ name, room: only }) => (only === undefined || only === room ? [name] : []));
  }

  private newest(): RulesPackage | null {
    for (const [subject, summary] of this.store.summaries()) {
      if (subject === SUBJECT) return summary as RulesPackage | null;
    }
    return null;
  }
}
