import type { CalendarDate } from '../time/calendar-date';
import type { CaseState } from './case-state';

/** Who has to act before an agreement takes effect, and the day when it did. */
export interface Effect {
  /** Computed, never typed; null while something is missing. */
  readonly effectiveOn: CalendarDate | null;
  /** Keys still missing: party keys, `mediator`, `committee`; `agreed-on` for an oral agreement without its day. */
  readonly missing: readonly string[];
  /** Which rule was used. */
  readonly rule: 'people-written' | 'people-oral' | 'court-delegated' | 'online';
}

/**
 * The day of effect（生效日）under the regimes of domain.md 2.2:
 * people's mediation in writing, the last of all party signatures, the mediator's and the committee seal
 * （人民调解法 Art. 29）; oral, the day agreed（Art. 30）; court-delegated on paper, the last party signature
 * （特邀调解规定 Art. 24）; online, when the last party finished signing（在线调解规则 Art. 19）.
 * Null when there is no agreement yet. Dates are calendar dates in Asia/Shanghai.
 */
export function effectOf(state: Pick<CaseState, 'agreement' | 'regime' | 'parties' | 'signatures'>): Effect | null {
  const { agreement, regime } = state;
  if (!agreement || !regime) return null;
  if (agreement.form === 'oral' && regime === 'people') {
    const { agreedOn } = agreement;
    return { effectiveOn: agreedOn ?? null, missing: agreedOn ? [] : ['agreed-on'], rule: 'people-oral' };
  }
  const parties = state.parties.map((p) => p.key);
  const needed = regime === 'people' ? [...parties, 'mediator', 'committee'] : parties;
  const dates = new Map(state.signatures.filter((s) => s.valid).map((s) => [s.by, s.on]));
  const missing = needed.filter((key) => !dates.has(key));
  const rule = regime === 'people' ? 'people-written' : regime;
  if (missing.length > 0 || parties.length === 0) return { effectiveOn: null, missing, rule };
  const last = needed
    .map((key) => dates.get(key) ?? '')
    .sort()
    .at(-1);
  return { effectiveOn: last ?? null, missing: [], rule };
}
