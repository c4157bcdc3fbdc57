import { LIMITS } from '../electron/core/domain/wire/limits';
import type { Db } from './db/db';
import type { News } from './entries/news';
import type { CentreKeys } from './keys';

/** What one service process allows（服务限额）; small values in tests. */
export interface ServiceLimits {
  /** Requests a minute of one workstation, or of one address where nobody signed in. */
  readonly ratePerMinute: number;
  /** Requests for news that one process parks; more are told to come back. */
  readonly parked: number;
  /** Feed entries in a page, and their bytes. */
  readonly page: number;
  readonly pageBytes: number;
  /** Cases in one page of names. */
  readonly subjects: number;
}

export const SERVICE_LIMITS: ServiceLimits = {
  ratePerMinute: 1200,
  parked: 5000,
  page: LIMITS.page,
  pageBytes: LIMITS.pageBytes,
  subjects: 1000,
};

/** Wall clock in milliseconds; decides when a session ends and what people are shown, orders nothing. */
export interface CentreClock {
  readonly now: () => number;
}

/** What every route works with. */
export interface CentreContext {
  readonly db: Db;
  readonly clock: CentreClock;
  readonly keys: CentreKeys;
  readonly news: News;
  /** The centre's present epoch（纪元）, read anew each time: another process may have begun one. */
  readonly epoch: () => Promise<string>;
  readonly limits: ServiceLimits;
  /** Bearer token of the administration; null where this process has none. */
  readonly adminToken: string | null;
}
