import type { CaseState } from '../case/case-state';
import type { Fen } from '../money/money';
import { paperData } from '../forms/paper-fields';
import { WHOLE_CASE } from '../forms/form-ids';
import { cardNumberIn, claimedFigures, FIGURE_KINDS, type ClaimedFigures } from './claimed-figures';

/** The sums of a complaint, and whether they were taken from the claims rather than typed. */
export interface ComplaintFigures {
  readonly figures: ClaimedFigures;
  readonly from: 'typed' | 'claims' | 'none';
  /** 标的总额, fen. */
  readonly totalFen: Fen | undefined;
}

/**
 * The sums of the element complaint: those that a person typed; when none was typed, those that the claims name, provided
 * they add up to the amount of the case; else none, and the boxes stay empty for the pen (domain.md 4.5, 8.3 row 3.10).
 */
export function complaintFigures(state: CaseState, form: 'E01' | 'E02'): ComplaintFigures {
  const typed = paperData(state.papers, form, WHOLE_CASE);
  const given = Object.fromEntries(
    FIGURE_KINDS.flatMap((kind) => {
      const value = typed[kind];
      return value === undefined ? [] : [[kind, value] as const];
    }),
  );
  const day = typed.computedOn === undefined ? {} : { computedOn: typed.computedOn };
  const totalFen = state.amountFen;
  if (Object.keys(given).length > 0) return { figures: { ...given, ...day }, from: 'typed', totalFen };
  const claimed = claimedFigures(state.claims, state.amountFen);
  return claimed === null
    ? { figures: day, from: 'none', totalFen }
    : { figures: { ...claimed, ...day }, from: 'claims', totalFen };
}

/** Card number of the complaint: as typed, else the one that the facts name. */
export const complaintCard = (state: CaseState): string | undefined =>
  paperData(state.papers, 'E01', WHOLE_CASE).cardNumber ?? cardNumberIn(state.facts);
