import type { CaseState } from '../../shared/case-types';
import { dateInWords, shanghaiDay } from '../../shared/format';
import { words } from '../../locales/zh-CN/words';

type Ending = NonNullable<CaseState['ending']>;

interface Step {
  /** Calendar date in Asia/Shanghai. */
  readonly on: string;
  readonly text: string;
}

/** The day with which a step begins, as `YYYY-MM-DD`; null when it begins with none. */
function dayOf(step: string): string | null {
  const [, year, month = '', day = ''] = /^\s*(\d{4})\s*[年-]\s*(\d{1,2})\s*[月-]\s*(\d{1,2})/.exec(step) ?? [];
  return year === undefined ? null : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** What the case itself knows of the course. The steps go on Chinese papers and are therefore Chinese. */
const known = (sessions: CaseState['sessions'], ending: Ending): readonly Step[] => [
  ...sessions.map(({ startedAt, mode, place, result }) => {
    const on = shanghaiDay(startedAt);
    const where = place.trim() === '' ? '' : `在${place.trim()}`;
    return { on, text: `${dateInWords(on)}，${where}${words.sessionModes[mode]}调解，${words.sessionResults[result]}` };
  }),
  { on: ending.on, text: `${dateInWords(ending.on)}，${words.endingReasons[ending.reason]}，终止调解` },
];

/**
 * The steps of 调解过程摘要（domain.md F21b）with those of the sessions and the ending that are not there yet. A day that has
 * a step keeps what was typed for it; a new step goes before the first one of a later day, else to the end.
 */
export function completedSteps(
  steps: readonly string[],
  sessions: CaseState['sessions'],
  ending: Ending,
): readonly string[] {
  const typed = new Set(steps.map(dayOf));
  let all = [...steps];
  for (const { on, text } of known(sessions, ending).filter((step) => !typed.has(step.on))) {
    if (all.includes(text)) continue;
    const at = all.findIndex((step) => (dayOf(step) ?? '') > on);
    all = at < 0 ? [...all, text] : all.toSpliced(at, 0, text);
  }
  return all;
}
