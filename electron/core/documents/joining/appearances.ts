import { PDFArray, PDFDict, PDFName, PDFRawStream, type PDFObject } from '@cantoo/pdf-lib';
import { nameIn, type ObjectCopier } from './object-copier';
import type { ObjectOutput } from './object-output';
import { boxOf, movedBox, type Matrix } from './page-box';
import { numberIn, numbersIn, type SourcePage } from './page-tree';

/** The drawing of an annotation: the number of its Form XObject, and where it goes. */
export interface Appearance {
  readonly form: number;
  readonly matrix: Matrix;
}

/** Hidden and NoView (ISO 32000-1, table 165). */
const UNSEEN = 2 | 32;
const UNDRAWN = new Set(['Link', 'Popup']);

function drawingOf(annotation: PDFDict): PDFRawStream | undefined {
  const appearances = annotation.lookup(PDFName.of('AP'));
  const normal = appearances instanceof PDFDict ? appearances.lookup(PDFName.of('N')) : undefined;
  const state = nameIn(annotation, 'AS');
  const drawing = normal instanceof PDFDict && state !== undefined ? normal.lookup(PDFName.of(state)) : normal;
  return drawing instanceof PDFRawStream ? drawing : undefined;
}

function sixNumbers(object: PDFObject | undefined): Matrix {
  const [a, b, c, d, e, f] = numbersIn(object);
  if (a === undefined || b === undefined || c === undefined || d === undefined) return [1, 0, 0, 1, 0, 0];
  return [a, b, c, d, e ?? 0, f ?? 0];
}

/** The matrix that brings a drawing's box to the annotation's rectangle (ISO 32000-1, 12.5.5, algorithm 8.1). */
function placeOf(annotation: PDFDict, drawing: PDFRawStream): Matrix | undefined {
  const rectangle = boxOf(numbersIn(annotation.lookup(PDFName.of('Rect'))));
  const box = boxOf(numbersIn(drawing.dict.lookup(PDFName.of('BBox'))));
  const moved = box && movedBox(box, sixNumbers(drawing.dict.lookup(PDFName.of('Matrix'))));
  if (rectangle === undefined || moved === undefined) return undefined;
  const across = (rectangle[2] - rectangle[0]) / (moved[2] - moved[0]);
  const up = (rectangle[3] - rectangle[1]) / (moved[3] - moved[1]);
  return [across, 0, 0, up, rectangle[0] - moved[0] * across, rectangle[1] - moved[1] * up];
}

/**
 * Writes what the annotations of a page show (stamps, ink, filled fields) as Form XObjects. The annotations themselves,
 * with their links, actions and attached files, stay behind.
 */
export async function writeAppearances(
  output: ObjectOutput,
  copier: ObjectCopier,
  page: SourcePage,
): Promise<readonly Appearance[]> {
  const annotations = page.dict.lookup(PDFName.of('Annots'));
  if (!(annotations instanceof PDFArray)) return [];
  const written: Appearance[] = [];
  for (let index = 0; index < annotations.size(); index += 1) {
    const annotation = annotations.lookup(index);
    if (!(annotation instanceof PDFDict) || UNDRAWN.has(nameIn(annotation, 'Subtype') ?? '')) continue;
    if (((numberIn(annotation.lookup(PDFName.of('F'))) ?? 0) & UNSEEN) !== 0) continue;
    const drawing = drawingOf(annotation);
    const matrix = drawing && placeOf(annotation, drawing);
    if (drawing === undefined || matrix === undefined) continue;
    const layer = annotation.get(PDFName.of('OC'));
    const head = `/Type/XObject/Subtype/Form${layer === undefined ? '' : `/OC ${copier.syntax(layer)}`}\n`;
    const leave = layer === undefined ? ['Type', 'Subtype'] : ['Type', 'Subtype', 'OC'];
    const form = output.reserve();
    await output.stream(form, `${head}${copier.streamEntries(drawing, leave)}`, drawing.getContents());
    written.push({ form, matrix });
  }
  return written;
}
