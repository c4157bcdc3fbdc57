import { describe, expect, test } from 'vitest';
import type { SyncStatusView } from '../../../electron/contract/sync';
import { stickWords } from '../../../renderer/features/sync/stick-words';
import { en } from '../../../renderer/locales/en';
import { zhCN } from '../../../renderer/locales/zh-CN';
import {
  clockDifference,
  clockWords,
  syncAnnouncement,
  syncTone,
  syncWords,
} from '../../../renderer/shared/sync-words';

/** 2026-11-24 09:41 in Shanghai. */
const NOW = Date.UTC(2026, 10, 24, 1, 41);
const words = { code: 'x', zh: '原因', en: 'reason' };

const CASES: readonly (readonly [SyncStatusView, string, string, string])[] = [
  [{ state: 'not-set-up' }, '未接入中心', 'No centre', 'quiet'],
  [{ state: 'offline', waiting: 3, since: null, words: null }, '离线 · 3 件待传', 'Offline · 3 to send', 'quiet'],
  [{ state: 'offline', waiting: 0, since: null, words: null }, '离线', 'Offline', 'quiet'],
  [{ state: 'connecting', waiting: 0 }, '正在连接', 'Connecting', 'busy'],
  [{ state: 'exchanging', direction: 'sending', done: 12, total: 40 }, '正在发送 12/40', 'Sending 12/40', 'busy'],
  [{ state: 'exchanging', direction: 'receiving', done: 0, total: 0 }, '正在接收', 'Receiving', 'busy'],
  [{ state: 'up-to-date', at: NOW }, '已同步 09:41（以中心凭据为准）', "Synced 09:41 (on the centre's word)", 'good'],
  [
    { state: 'needs-person', reason: 'waiting-for-admission', waiting: 0, words },
    '需要处理：等待中心核准',
    'Needs you: waiting to be admitted',
    'note',
  ],
  [
    { state: 'needs-person', reason: 'forked', waiting: 0, words },
    '需要处理：本机身份被复制',
    'Needs you: identity of this workstation was copied',
    'wrong',
  ],
];

describe('the connection in words', () => {
  test.each(CASES)('%o is said in both languages', (status, zh, english, tone) => {
    expect(syncWords(status, zhCN, NOW)).toBe(zh);
    expect(syncWords(status, en, NOW)).toBe(english);
    expect(syncTone(status)).toBe(tone);
  });

  test('a time of another day is told with its day', () => {
    expect(clockWords(NOW - 24 * 3_600_000, NOW)).toBe('11-23 09:41');
  });

  test('midnight in Shanghai parts the days, not midnight in Greenwich', () => {
    const before = Date.UTC(2026, 10, 23, 15, 59);
    expect(clockWords(before, before + 120_000)).toBe('11-23 23:59');
  });

  test('a running exchange is announced once and not at every step', () => {
    const at = (done: number): SyncStatusView => ({ state: 'exchanging', direction: 'sending', done, total: 40 });
    expect(syncAnnouncement(at(1), zhCN, NOW)).toBe(syncAnnouncement(at(39), zhCN, NOW));
  });
});

describe('the clocks of the centre and of this workstation', () => {
  test('up to five minutes apart are not pointed out', () => {
    expect(clockDifference(NOW, NOW + 300_000)).toBeNull();
  });

  test('more than that is told in minutes, whichever is ahead', () => {
    expect(clockDifference(NOW, NOW + 17 * 60_000)).toBe(17);
    expect(clockDifference(NOW + 6 * 60_000, NOW)).toBe(6);
  });
});

test('what a stick brought is told in one line', () => {
  const report = { from: '调解室五', added: 12, known: 3, refused: 0, files: 2 };
  expect(stickWords(report, zhCN, 'zh-CN')).toBe('来自调解室五：新增 12 条，已有 3 条，文件 2 个，没有拒收。');
  expect(stickWords({ ...report, refused: 1, files: 1 }, en, 'en')).toBe(
    'From 调解室五: 12 new, 3 already here, 1 file, 1 refused.',
  );
});
