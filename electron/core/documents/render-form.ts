import { caseTexts } from './case-texts';
import { fontChainOf } from './fonts/font-chain';
import type { FontSource } from './fonts/font-source';
import { missingGlyphs } from './fonts/glyph-check';
import { formTemplate } from './forms/registry';
import { glyphProblem } from './glyph-problems';
import { writePdf } from './layout/pdf-writer';
import { textSetter } from './layout/text-setter';
import { proofSetter, undrawable } from './printed-characters';
import type { Rendered, RenderRequest } from './rendered';

/** Pictures of characters that no font has（外字影像）, by the character or the word with 〓 that each was imported for. */
function characterImages({ state, pictures = {} }: RenderRequest): ReadonlyMap<string, Uint8Array> {
  const images = new Map<string, Uint8Array>();
  for (const { role, of, sha256 } of state.attachments) {
    const bytes = pictures[sha256];
    if (role === 'character' && bytes !== undefined) images.set(of, bytes);
  }
  return images;
}

/**
 * Makes one form of a case as a PDF. Guarantee: the same request and fonts give the same bytes, every character of the
 * case is drawn by a font that has it, and nothing is cut; otherwise no PDF is made and every problem is named. Not
 * guaranteed: that the content is lawful, which the domain's checks tell. Proved by test/unit/documents/.
 * Throws only for a fault of the program or of its installation (a font file is missing, `printedAt` is no instant).
 */
export async function renderForm(request: RenderRequest, fonts: FontSource): Promise<Rendered> {
  const template = formTemplate(request.form);
  const chain = fontChainOf(fonts);
  const notReady = template.problems(request);
  if (notReady.length > 0) return { ok: false, problems: notReady };
  const proof = proofSetter();
  template.build(request, template, proof.setter);
  const images = characterImages(request);
  const unprintable = undrawable(proof.texts(), caseTexts(request), (texts) => missingGlyphs(texts, chain, images));
  if (unprintable.length > 0) return { ok: false, problems: unprintable.map(glyphProblem) };
  const setter = textSetter(chain, images);
  const { pdf, pages } = await writePdf(template.build(request, template, setter), request.printedAt, chain, setter);
  return { ok: true, pdf, pages, form: template.id, formVersion: template.version };
}
