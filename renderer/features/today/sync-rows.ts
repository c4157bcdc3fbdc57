import type { SyncPageView } from '../../../electron/contract/sync';
import type { Texts } from '../../locales/zh-CN';
import type { TodayRow } from './today-list';

/**
 * What of sync concerns a person today: what to settle first, then what the centre refused, then how much waits. A booking
 * clash is in the page of both rooms, so both see it.
 */
export function syncRows(
  page: SyncPageView,
  t: Texts,
  say: (words: { readonly zh: string; readonly en: string }) => string,
): readonly TodayRow[] {
  const { clash, today } = t.sync;
  const settle = page.clashes.map((one) => ({
    key: `clash ${one.caseId} ${one.kind} ${one.about}`,
    title: one.title,
    detail: `${clash.kinds[one.kind]} · ${say(one)}`,
    to: `/sync#${encodeURIComponent(one.caseId)}`,
    action: today.settle,
  }));
  const refused = page.refused.map((one) => ({
    key: `refused ${one.entry}`,
    title: one.caseId === null ? t.sync.refused.own : one.title,
    detail: today.refused,
    to: '/sync',
    action: today.look,
  }));
  const waits = page.waiting.length;
  const waiting =
    page.centre === null || waits === 0
      ? []
      : [{ key: 'waiting', title: today.waitingTitle, detail: today.waiting(waits), to: '/sync', action: today.look }];
  return [...settle, ...refused, ...waiting];
}
