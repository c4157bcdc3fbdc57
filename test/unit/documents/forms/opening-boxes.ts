import { openFontChain } from '../../../../electron/core/documents/fonts/font-chain';
import { formTemplate } from '../../../../electron/core/documents/forms/registry';
import { textSetter } from '../../../../electron/core/documents/layout/text-setter';
import type { RenderRequest } from '../../../../electron/core/documents/rendered';
import { fonts } from '../support';

export interface DrawnBox {
  readonly label: string;
  readonly ticked: boolean;
}

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** All text inside a node, in order. */
function textIn(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textIn).join('');
  return isNode(value) ? textIn(value['text'] ?? value['stack'] ?? []) : '';
}

/** A square to tick starts with a rectangle; a tick adds two strokes. */
function vectorsOf(cell: unknown): readonly Node[] {
  const canvas = isNode(cell) ? cell['canvas'] : undefined;
  const vectors = Array.isArray(canvas) ? canvas.filter(isNode) : [];
  return vectors[0]?.['type'] === 'rect' ? vectors : [];
}

function walk(value: unknown, found: DrawnBox[]): void {
  if (Array.isArray(value)) {
    value.forEach((each, at) => {
      const vectors = vectorsOf(each);
      if (vectors.length > 0) found.push({ label: textIn(value[at + 1]), ticked: vectors.length === 3 });
      else walk(each, found);
    });
  } else if (isNode(value)) Object.values(value).forEach((each) => walk(each, found));
}

/** The boxes to tick in any nodes, in reading order. */
export function boxesIn(nodes: unknown): readonly DrawnBox[] {
  const found: DrawnBox[] = [];
  walk(nodes, found);
  return found;
}

/** The boxes that a form draws, in reading order. */
export function boxesOfForm(request: RenderRequest): readonly DrawnBox[] {
  const template = formTemplate(request.form);
  return boxesIn(template.build(request, template, textSetter(openFontChain(fonts))).flow.map((item) => item.node));
}

/** Labels of the boxes that are ticked. */
export const tickedOfForm = (request: RenderRequest): readonly string[] =>
  boxesOfForm(request)
    .filter((box) => box.ticked)
    .map((box) => box.label);
