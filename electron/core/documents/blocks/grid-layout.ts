import { INK } from '../layout/page';
import type { TableLayout } from '../layout/pdf-nodes';

/** Points that a ruled cell keeps free at its left and at its right. */
export const CELL_PADDING = 4;
/** Width of the rules of a table, in points. */
export const RULE = 0.5;

/** A ruled table whose cells keep `air` points free above and below their text. */
export const ruledLayout = (air: number): TableLayout => ({
  hLineWidth: () => RULE,
  vLineWidth: () => RULE,
  hLineColor: INK.rule,
  vLineColor: INK.rule,
  paddingLeft: () => CELL_PADDING,
  paddingRight: () => CELL_PADDING,
  paddingTop: () => air,
  paddingBottom: () => air,
});
