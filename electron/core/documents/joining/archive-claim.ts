import {
  buildPDFAMetadata,
  decodePDFRawStream,
  getDefaultSRGBProfile,
  parsePDFAConformanceFromXmp,
  PDFArray,
  PDFDict,
  PDFName,
  PDFRawStream,
  type PDFContext,
} from '@cantoo/pdf-lib';
import { zlibSync } from 'fflate';
import type { DocumentFacts } from './document-facts';
import type { ObjectOutput } from './object-output';
import { numberIn } from './page-tree';
import { textString } from './pdf-text';

const PROFILE = 'sRGB IEC61966-2.1';

/**
 * Whether a document says that it keeps to PDF/A (any part, level B or U) and means its colours for a device of three
 * components, as the joined file will. It is a claim and is not verified.
 */
export function claimsArchive(context: PDFContext): boolean {
  const catalog = context.lookup(context.trailerInfo.Root);
  if (!(catalog instanceof PDFDict)) return false;
  const metadata = catalog.lookup(PDFName.of('Metadata'));
  const intents = catalog.lookup(PDFName.of('OutputIntents'));
  if (!(metadata instanceof PDFRawStream) || !(intents instanceof PDFArray)) return false;
  const intent = intents.lookup(0);
  const profile = intent instanceof PDFDict ? intent.lookup(PDFName.of('DestOutputProfile')) : undefined;
  if (!(profile instanceof PDFRawStream) || numberIn(profile.dict.lookup(PDFName.of('N'))) !== 3) return false;
  try {
    const xml = new TextDecoder().decode(decodePDFRawStream(metadata).decode());
    return parsePDFAConformanceFromXmp(xml) !== undefined;
  } catch {
    return false;
  }
}

/**
 * Writes what makes a file say that it is PDF/A-2b: the XMP metadata, equal to the information dictionary, and the sRGB
 * output intent (ISO 19005-2, 6.6.2, 6.6.4 and 6.2.3). Gives the catalog's entries.
 */
export async function writeArchiveClaim(output: ObjectOutput, facts: DocumentFacts): Promise<string> {
  const metadata = output.reserve();
  const profile = output.reserve();
  const xmp = buildPDFAMetadata({
    conformance: { part: 2, level: 'B' },
    ...(facts.title === '' ? {} : { title: facts.title }),
    ...(facts.author === '' ? {} : { author: facts.author }),
    ...(facts.subject === '' ? {} : { subject: facts.subject }),
    ...(facts.created === undefined ? {} : { creationDate: facts.created, modificationDate: facts.created }),
    creator: 'Mediation Room',
    producer: 'Mediation Room',
  });
  await output.stream(metadata, '/Type/Metadata/Subtype/XML', Buffer.from(xmp, 'utf8'));
  await output.stream(profile, '/N 3/Filter/FlateDecode', zlibSync(getDefaultSRGBProfile()));
  const name = textString(PROFILE);
  const intent = `<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier ${name}/Info ${name}/DestOutputProfile ${profile} 0 R>>`;
  return `/Metadata ${metadata} 0 R/OutputIntents [${intent}]`;
}
