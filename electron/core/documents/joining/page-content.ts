import { PDFArray, PDFName, PDFRawStream, decodePDFRawStream, type PDFObject } from '@cantoo/pdf-lib';
import { zlibSync } from 'fflate';
import type { ObjectCopier } from './object-copier';
import type { ObjectOutput } from './object-output';
import type { Box } from './page-box';
import type { SourcePage } from './page-tree';
import { numberText } from './pdf-text';

/** A box as PDF writes it. */
export const boxText = (box: Box): string => `[${box.map(numberText).join(' ')}]`;

function contentStreams(contents: PDFObject | undefined): readonly PDFRawStream[] {
  const listed =
    contents instanceof PDFArray
      ? Array.from({ length: contents.size() }, (_, index) => contents.lookup(index))
      : [contents];
  return listed.filter((each) => each instanceof PDFRawStream);
}

/** What a viewer could not decode either draws nothing. */
function decoded(stream: PDFRawStream): Uint8Array {
  try {
    return decodePDFRawStream(stream).decode();
  } catch {
    return new Uint8Array();
  }
}

/**
 * Writes what a page draws as a Form XObject, cut to `box`, and gives its number. Apart from the rest of the page, it
 * cannot leave a changed graphics state behind, however its q and Q stand. One content stream is passed on as it is;
 * several become one, as they may end in the middle of an operation (ISO 32000-1, 7.8.2).
 */
export async function writePageAsForm(
  output: ObjectOutput,
  copier: ObjectCopier,
  page: SourcePage,
  box: Box,
): Promise<number> {
  const number = output.reserve();
  const resources = page.resources === undefined ? '<<>>' : copier.syntax(page.resources);
  const head = `/Type/XObject/Subtype/Form/BBox ${boxText(box)}/Resources ${resources}\n`;
  const streams = contentStreams(page.dict.lookup(PDFName.of('Contents')));
  const [only, more] = streams;
  if (only !== undefined && more === undefined) {
    const leave = ['Type', 'Subtype', 'BBox', 'Matrix', 'Resources', 'Group', 'OC'];
    await output.stream(number, `${head}${copier.streamEntries(only, leave)}`, only.getContents());
  } else {
    const joined = Buffer.concat(streams.flatMap((stream) => [decoded(stream), Buffer.from('\n')]));
    await output.stream(number, `${head}/Filter/FlateDecode\n`, zlibSync(joined));
  }
  return number;
}
