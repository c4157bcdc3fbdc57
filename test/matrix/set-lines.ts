import { fontChainOf } from '../../electron/core/documents/fonts/font-chain';
import { formTemplate } from '../../electron/core/documents/forms/registry';
import type { FormDocument } from '../../electron/core/documents/layout/form-document';
import type { PdfNode } from '../../electron/core/documents/layout/pdf-nodes';
import { textSetter, type TextSetter } from '../../electron/core/documents/layout/text-setter';
import type { RenderRequest } from '../../electron/core/documents/rendered';
import { fonts } from '../unit/documents/support';

/** A form as it was laid out, and every line of text that was set on the way, without white space. */
export interface LaidOut {
  readonly document: Pick<FormDocument, 'page' | 'marks' | 'signFoot'>;
  readonly lines: ReadonlySet<string>;
}

/** Lays a form out once more and keeps the lines that its blocks asked for. */
export function laidOut(request: RenderRequest): LaidOut {
  const template = formTemplate(request.form);
  const setter = textSetter(fontChainOf(fonts));
  const lines = new Set<string>();
  const keeping: TextSetter = {
    ...setter,
    lines(text, setting) {
      const nodes = setter.lines(text, setting);
      for (const node of nodes) lines.add(textOf(node).replace(/\s/gu, ''));
      return nodes;
    },
  };
  const document = template.build(request, template, keeping);
  lines.delete('');
  return { document, lines };
}

function textOf(node: PdfNode): string {
  if ('text' in node) return node.text.map((piece) => piece.text).join('');
  return 'stack' in node ? node.stack.map(textOf).join('') : '';
}
