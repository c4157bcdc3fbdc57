import { PDFName } from '@cantoo/pdf-lib';
import { writeAppearances } from './appearances';
import type { ObjectCopier } from './object-copier';
import type { ObjectOutput } from './object-output';
import { combined, fromSeen, seenSize, toSeen, type Matrix } from './page-box';
import { boxText, writePageAsForm } from './page-content';
import type { SourcePage } from './page-tree';
import { latin1, numberText } from './pdf-text';

/** A page to be drawn over another one, with the copier of its own document. */
export interface OverlayPage {
  readonly page: SourcePage;
  readonly copier: ObjectCopier;
}

/** Lays what is seen of the overlay over what is seen of the page, in the middle and as large as fits. */
function overlayMatrix(overlay: SourcePage, page: SourcePage): Matrix {
  const [width, height] = seenSize(page.seenBox, page.turn);
  const [ownWidth, ownHeight] = seenSize(overlay.seenBox, overlay.turn);
  const scale = Math.min(width / ownWidth, height / ownHeight);
  const [left, bottom] = [(width - ownWidth * scale) / 2, (height - ownHeight * scale) / 2];
  const placed = combined(toSeen(overlay.seenBox, overlay.turn), [scale, 0, 0, scale, left, bottom]);
  return combined(placed, fromSeen(page.seenBox, page.turn));
}

const drawn = (name: string, matrix: Matrix): string => `q ${matrix.map(numberText).join(' ')} cm /${name} Do Q\n`;

/** Writes one page under `parent`, with all that it inherited, and gives its number. */
export async function writePage(
  output: ObjectOutput,
  copier: ObjectCopier,
  page: SourcePage,
  parent: number,
  overlay?: OverlayPage,
): Promise<number> {
  const number = output.reserve();
  const appearances = await writeAppearances(output, copier, page);
  let resources = page.resources === undefined ? '<<>>' : copier.syntax(page.resources);
  let contents =
    page.dict.get(PDFName.of('Contents')) === undefined ? '' : copier.syntax(page.dict.get(PDFName.of('Contents')));
  if (overlay !== undefined || appearances.length > 0) {
    const own = await writePageAsForm(output, copier, page, page.mediaBox);
    const forms: [name: string, form: number][] = [['Page', own]];
    appearances.forEach(({ form }, index) => forms.push([`Note${index}`, form]));
    let program = 'q /Page Do Q\n';
    appearances.forEach(({ matrix }, index) => (program += drawn(`Note${index}`, matrix)));
    if (overlay !== undefined) {
      forms.push(['Over', await writePageAsForm(output, overlay.copier, overlay.page, overlay.page.seenBox)]);
      program += drawn('Over', overlayMatrix(overlay.page, page));
    }
    resources = `<</XObject <<${forms.map(([name, form]) => `/${name} ${form} 0 R`).join(' ')}>>>>`;
    const stream = output.reserve();
    await output.stream(stream, '', latin1(program));
    contents = `${stream} 0 R`;
  }
  const group = page.dict.get(PDFName.of('Group'));
  await output.object(
    number,
    [
      `<</Type/Page/Parent ${parent} 0 R/MediaBox ${boxText(page.mediaBox)}/Resources ${resources}`,
      page.cropBox === undefined ? '' : `/CropBox ${boxText(page.cropBox)}`,
      page.turn === 0 ? '' : `/Rotate ${page.turn}`,
      page.unit === 1 ? '' : `/UserUnit ${numberText(page.unit)}`,
      group === undefined ? '' : `/Group ${copier.syntax(group)}`,
      contents === '' ? '' : `/Contents ${contents}`,
      '>>',
    ].join(''),
  );
  return number;
}
