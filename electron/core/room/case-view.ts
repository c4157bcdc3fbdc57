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
import { orderJournal } from '../domain/journal/graph';
import type { CalendarDate } from '../domain/time/calendar-date';
import type { HolidayTable } from '../domain/time/holidays';
import { consentsOf, type Consent } from '../domain/privacy/consents';
import { copiesOf, copiesOfForm } from '../domain/case/copies';
import { papersOfCase, type CasePaper } from '../domain/forms/case-papers';
import { journalLines, type JournalLine } from './journal-lines';

/** One case as a screen or a command shows it: its state and what follows from it. */
export interface CaseView {
  readonly id: string;
  readonly title: string;
  readonly state: CaseState;
  /** The room in which the case began; null while its first entry has not arrived. */
  readonly origin: { readonly station: string; readonly here: boolean } | null;
  /** Keys of all workstations that wrote in it, in the order in which they came. */
  readonly stations: readonly string[];
  readonly stage: Stage;
  readonly missing: readonly FieldProblem[];
  readonly effectiveOn: CalendarDate | null;
  readonly effectRule: Effect['rule'] | null;
  readonly clocks: readonly CaseClock[];
  readonly findings: readonly AgreementFinding[];
  readonly journal: readonly JournalLine[];
  /** Keys of the parties whose numbers are shown masked; none in a view that was made for nobody in particular. */
  readonly masked: readonly string[];
  readonly consents: readonly Consent[];
  readonly copies: number;
  readonly papers: readonly (CasePaper & { readonly copies: number })[];
}

/**
 * Folds a case and derives its view. `today` is a calendar date in Asia/Shanghai; `station` is this workstation's own key,
 * by which a case of another room is told. Without it every case counts as begun here.
 */
export function viewOf(
  id: string,
  entries: readonly Entry[],
  today: CalendarDate,
  tables: readonly HolidayTable[],
  station?: string,
): CaseView {
  const state = fold(id, entries);
  const [first, ...others] = new Set(orderJournal(entries).ordered.map((entry) => entry.station));
  const progress = progressOf(state);
  const effect = effectOf(state);
  return {
    id,
    title: titleOf(state.parties),
    state,
    origin: first === undefined ? null : { station: first, here: station === undefined || station === first },
    stations: first === undefined ? [] : [first, ...others],
    stage: progress.stage,
    missing: progress.missing,
    effectiveOn: effect?.effectiveOn ?? null,
    effectRule: effect?.rule ?? null,
    clocks: clocksOf(clockFacts(state, effect?.effectiveOn ?? null), today, tables),
    findings: findingsOf(state),
    journal: journalLines(entries),
    masked: [],
    consents: consentsOf(state),
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
