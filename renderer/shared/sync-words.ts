import type { SyncStatusView } from '../../electron/contract/sync';
import type { Texts } from '../locales/zh-CN';
import { shanghaiTime } from './format';

/** How a state of sync looks: `quiet` rests, `busy` is under way, `good` is done, `note` and `wrong` want a person. */
export type SyncTone = 'quiet' | 'busy' | 'good' | 'note' | 'wrong';

/** Time of day `09:41` in Shanghai when it is of the same day as `now`, else `11-23 09:41`. Both in milliseconds. */
export function clockWords(at: number, now = Date.now()): string {
  const [time, today] = [shanghaiTime(new Date(at)), shanghaiTime(new Date(now))];
  return time.slice(0, 10) === today.slice(0, 10) ? time.slice(11, 16) : time.slice(5, 16);
}

/** The connection in the few words that stand at the foot of every screen（离线 · 3 件待传）. `now`: milliseconds. */
export function syncWords(status: SyncStatusView, t: Texts, now = Date.now()): string {
  const words = t.sync.status;
  switch (status.state) {
    case 'not-set-up':
      return words.notSetUp;
    case 'offline':
      return words.offline(status.waiting);
    case 'connecting':
      return words.connecting(status.waiting);
    case 'exchanging':
      return words[status.direction](status.done, status.total);
    case 'up-to-date':
      return words.upToDate(clockWords(status.at, now));
    case 'needs-person':
      return words.needsPerson(words.reasons[status.reason]);
  }
}

/** Its colour. Red is for what is wrong; waiting for somebody else is not. */
export function syncTone(status: SyncStatusView): SyncTone {
  switch (status.state) {
    case 'not-set-up':
    case 'offline':
      return 'quiet';
    case 'connecting':
    case 'exchanging':
      return 'busy';
    case 'up-to-date':
      return 'good';
    case 'needs-person':
      return status.reason === 'waiting-for-admission' || status.reason === 'clock' ? 'note' : 'wrong';
  }
}

/**
 * What is read aloud when the state changes: the words without the counts of a running exchange, so that a long one is
 * announced once and not at every step.
 */
export function syncAnnouncement(status: SyncStatusView, t: Texts, now = Date.now()): string {
  return syncWords(status.state === 'exchanging' ? { ...status, done: 0, total: 0 } : status, t, now);
}

/** Minutes by which two clocks differ, null when it is 5 minutes or less: that much is network and typing. */
export function clockDifference(centreAt: number, hereAt: number): number | null {
  const minutes = Math.abs(centreAt - hereAt) / 60_000;
  return minutes > 5 ? Math.round(minutes) : null;
}
