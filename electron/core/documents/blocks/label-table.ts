import type { FlowItem } from '../layout/flow';
import { LEADING, SIZE, TEXT_WIDTH, mm } from '../layout/page';
import type { PdfNode } from '../layout/pdf-nodes';
import type { TextSetter } from '../layout/text-setter';
import { MOST_LINES_WHOLE } from './field-row';
import { CELL_PADDING, RULE, ruledLayout } from './grid-layout';

/** A row of a form in two columns: its label, and text or pieces that the caller set to `LABEL_CONTENT_WIDTH`. */
export interface LabelRow {
  readonly label: string;
  readonly text: string | readonly FlowItem[];
  /** Millimetres that the row is high at least, for the pen. */
  readonly least?: number;
}

const LABEL_WIDTH = mm(30);
const AIR = 4;
const CHROME = 2 * (2 * CELL_PADDING) + 3 * RULE;

/** Points across that content of a row has. */
export const LABEL_CONTENT_WIDTH = TEXT_WIDTH - LABEL_WIDTH - CHROME;

interface Content {
  readonly nodes: readonly PdfNode[];
  readonly whole: boolean;
}

function contentOf({ text }: LabelRow, setter: TextSetter): Content {
  if (typeof text !== 'string') {
    const lines = text.reduce((sum, item) => sum + item.textLines, 0);
    // A piece that says it may be divided can be higher than a page, and a row that is kept whole would lose it.
    const divisible = text.some(({ node }) => 'unbreakable' in node && !node.unbreakable);
    return { nodes: text.map((item) => item.node), whole: !divisible && lines <= MOST_LINES_WHOLE };
  }
  const setting = { size: SIZE.text, leading: LEADING.small + 1, width: LABEL_CONTENT_WIDTH };
  const nodes = setter.lines(text, setting);
  return { nodes, whole: nodes.length <= MOST_LINES_WHOLE };
}

/** One row is a table of its own, so that the rule above and under it is drawn at a page break too. */
function rowNode(row: LabelRow, setter: TextSetter): PdfNode {
  const { nodes, whole } = contentOf(row, setter);
  const label = { size: SIZE.small, leading: LEADING.small + 1, width: LABEL_WIDTH, align: 'center' } as const;
  return {
    table: {
      widths: [LABEL_WIDTH, LABEL_CONTENT_WIDTH],
      ...(row.least === undefined || !whole ? {} : { heights: [mm(row.least)] }),
      dontBreakRows: whole,
      body: [[{ stack: setter.lines(row.label, label) }, { stack: nodes }]],
    },
    layout: ruledLayout(AIR),
    margin: [0, -RULE, 0, 0],
  };
}

/** The two-column table of registration forms: labels on the left, content on the right; long content flows over pages. */
export function labelTable(rows: readonly LabelRow[], setter: TextSetter): FlowItem {
  return { node: { stack: rows.map((row) => rowNode(row, setter)), margin: [0, 4, 0, 6] }, textLines: 0 };
}
