import type { StickReport } from '../../../electron/contract/sync';
import type { Texts } from '../../locales/zh-CN';
import type { Language } from '../../shared/language';

/** The result of a stick in one line: 来自调解室五：新增 12 条，已有 3 条，文件 2 个，没有拒收。 */
export function stickWords(report: StickReport, t: Texts, language: Language): string {
  const words = t.sync.stick;
  const parts = [
    words.added(report.added),
    words.known(report.known),
    words.files(report.files),
    report.refused === 0 ? words.nothingRefused : words.refused(report.refused),
  ];
  return language === 'en'
    ? `${words.from(report.from)}: ${parts.join(', ')}.`
    : `${words.from(report.from)}：${parts.join('，')}。`;
}
