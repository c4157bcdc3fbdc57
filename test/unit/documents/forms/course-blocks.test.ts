import { describe, expect, it } from 'vitest';
import { gridTable, labelTable } from '../../../../electron/core/documents/blocks/grid-table';
import { questionAnswer } from '../../../../electron/core/documents/blocks/question-answer';
import { ruledText } from '../../../../electron/core/documents/blocks/ruled-lines';
import { fontChainOf } from '../../../../electron/core/documents/fonts/font-chain';
import { TEXT_WIDTH } from '../../../../electron/core/documents/layout/page';
import type { FlowItem } from '../../../../electron/core/documents/layout/flow';
import { textSetter } from '../../../../electron/core/documents/layout/text-setter';
import { fonts } from '../support';
import { longText } from './course-states';

const setter = textSetter(fontChainOf(fonts));

function tableOf({ node }: FlowItem) {
  if (!('table' in node)) throw new Error('not a table');
  return node.table;
}

/** Every text of a node, in its order. */
function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsOf).join('');
  if (typeof value !== 'object' || value === null) return '';
  const { text, ...rest } = value as { readonly text?: unknown };
  return (typeof text === 'string' ? text : wordsOf(text)) + wordsOf(Object.values(rest));
}

describe('gridTable', () => {
  const columns = [
    { title: '序号', width: 40 },
    { title: '名称', width: '*' },
    { title: '说明', width: '*' },
  ] as const;

  it('fills the text width: columns, padding and rules together', () => {
    const { widths } = tableOf(gridTable(columns, [], setter));
    expect(widths.reduce((sum, width) => sum + width, 0) + 3 * 8 + 4 * 0.5).toBeCloseTo(TEXT_WIDTH);
  });

  it('adds empty rows for the pen, and says its header on every page', () => {
    const { body, headerRows } = tableOf(gridTable(columns, [['1', '甲', '乙']], setter, { leastRows: 4 }));
    expect(headerRows).toBe(1);
    expect(body).toHaveLength(5);
    expect(body.map((row) => row.length)).toEqual([3, 3, 3, 3, 3]);
  });

  it('rows stay whole unless one is too long for a page', () => {
    expect(tableOf(gridTable(columns, [['1', '甲', '乙']], setter)).dontBreakRows).toBe(true);
    expect(tableOf(gridTable(columns, [['1', longText('完'), '乙']], setter)).dontBreakRows).toBe(false);
  });
});

describe('labelTable', () => {
  it('a short row is whole with its height, a long one flows', () => {
    const { node } = labelTable(
      [
        { label: '案件', text: '甲与乙', least: 20 },
        { label: '内容', text: longText('完') },
      ],
      setter,
    );
    const rows = 'stack' in node ? node.stack.map((each) => ('table' in each ? each.table : undefined)) : [];
    expect(rows.map((row) => row?.dontBreakRows)).toEqual([true, false]);
    expect(rows.map((row) => row && 'heights' in row)).toEqual([true, false]);
  });
});

describe('questionAnswer', () => {
  it('questions and answers hang, other lines are paragraphs, nothing is lost', () => {
    const items = questionAnswer('说明来意。\n问: 有几次？\n\n答：三次。', setter);
    expect(items.map((item) => 'margin' in item.node && item.node.margin[0])).toEqual([false, 24, 24]);
    expect(wordsOf(items.map((item) => item.node))).toBe('说明来意。问：有几次？答：三次。');
  });

  it('a long answer comes in pieces that pages may divide', () => {
    const said = longText('完');
    const items = questionAnswer(`答：${said}`, setter);
    expect(items.length).toBeGreaterThan(200);
    expect(wordsOf(items.map((item) => item.node))).toBe(`答：${said}`);
  });
});

describe('ruledText', () => {
  it('has as many lines as asked for, or as the text needs', () => {
    expect(ruledText('', setter, 6)).toHaveLength(6);
    expect(ruledText('一行\n又一行', setter, 1)).toHaveLength(2);
    expect(wordsOf(ruledText(longText('完'), setter, 3).map((item) => item.node))).toBe(longText('完'));
  });
});
