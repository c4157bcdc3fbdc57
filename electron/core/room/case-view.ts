import type { CaseState } from '../domain/case/case-state';
import { clocksOf, type CaseClock, type ClockFacts } from '../domain/case/clocks';
import { effectOf, type Effect } from '../domain/case/effect';
import { fold } from '../domain/case/fold';
import { progressOf } from '../domain/case/stage';
import { titleOf } from '../domain/case/summary';
import type { Stage } from '../domain/case/vocabulary';
import { checkAgreement, type AgreementFinding } from '../domain/checks/agreement-check';
import type { FieldProblem } from '../domain/checks/field-problem';
import type { Entry } from '../domain/journal/entry';
import type { CalendarDate } from '../domain/time/calendar-date';
import type { HolidayTable } from '../domain/time/holidays';
import { copiesOf, copiesOfForm } from '../domain/case/copies';
import { papersOfCase, type CasePaper } from '../domain/forms/case-papers';
import { journalLines, type JournalLine } from './journal-lines';

/** One case as a screen or a command shows it: its state and what follows from it. */
export interface CaseView {
  readonly id: string;
  readonly title: string;
  readonly state: CaseState;
  readonly stage: Stage;
  readonly missing: readonly FieldProblem[];
  readonly effectiveOn: CalendarDate | null;
  readonly effectRule: Effect['rule'] | null;
  readonly clocks: readonly CaseClock[];
  readonly findings: readonly AgreementFinding[];
  readonly journal: readonly JournalLine[];
  readonly copies: number;
  readonly papers: readonly (CasePaper & { readonly copies: number })[];
}

/** Folds a case and derives its view. `today` is a calendar date in Asia/Shanghai. */
export function viewOf(
  id: string,
  entries: readonly Entry[],
  today: CalendarDate,
  tables: readonly HolidayTable[],
): CaseView {
  const state = fold(id, entries);
  const progress = progressOf(state);
  const effect = effectOf(state);
  return {
    id,
    title: titleOf(state.parties),
    state,
    stage: progress.stage,
    missing: progress.missing,
    effectiveOn: effect?.effectiveOn ?? null,
    effectRule: effect?.rule ?? null,
    clocks: clocksOf(clockFacts(state, effect?.effectiveOn ?? null), today, tables),
    findings: findingsOf(state),
    journal: journalLines(entries),
    copies: copiesOf(state),
    papers: papersOfCase(state).map((paper) => ({ ...paper, copies: copiesOfForm(paper.form, state) })),
  };
}

/** What the clause linter says of the agreement as it stands. */
export function findingsOf(state: CaseState): readonly AgreementFinding[] {
  return state.agreement
    ? checkAgreement(
        state.agreement,
        state.parties.map((party) => party.key),
      )
    : [];
}

function clockFacts(state: CaseState, effectiveOn: CalendarDate | null): ClockFacts {
  return {
    closed: state.ending !== undefined,
    source: state.source,
    receivedAt: state.receivedAt,
    effectiveOn,
    confirmationWanted: state.agreement?.confirmation?.wanted ?? false,
    payments: state.agreement?.payments ?? [],
  };
}
