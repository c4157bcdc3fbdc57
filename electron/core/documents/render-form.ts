import { fontChainOf } from './fonts/font-chain';
import type { FontSource } from './fonts/font-source';
import { missingGlyphs } from './fonts/glyph-check';
import { formTemplate } from './forms/registry';
import { glyphProblem } from './glyph-problems';
import { writePdf } from './layout/pdf-writer';
import { textSetter } from './layout/text-setter';
import type { Rendered, RenderRequest } from './rendered';

/**
 * Makes one form of a case as a PDF. Guarantee: the same request and fonts give the same bytes, every character of the
 * case is drawn by a font that has it, and nothing is cut; otherwise no PDF is made and every problem is named. Not
 * guaranteed: that the content is lawful, which the domain's checks tell. Proved by test/unit/documents/.
 * Throws only for a fault of the program or of its installation (a font file is missing, `printedAt` is no instant).
 */
export async function renderForm(request: RenderRequest, fonts: FontSource): Promise<Rendered> {
  const template = formTemplate(request.form);
  const chain = fontChainOf(fonts);
  const problems = [...template.problems(request), ...missingGlyphs(template.texts(request), chain).map(glyphProblem)];
  if (problems.length > 0) return { ok: false, problems };
  const setter = textSetter(chain);
  const { pdf, pages } = await writePdf(template.build(request, template, setter), request.printedAt, chain, setter);
  return { ok: true, pdf, pages, form: template.id, formVersion: template.version };
}
