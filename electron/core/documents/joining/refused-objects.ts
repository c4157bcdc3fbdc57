import { PDFDict, PDFInvalidObject, PDFName, PDFStream, type PDFObject } from '@cantoo/pdf-lib';

/** Objects that belong to a document's structure, act, or carry files: a page's drawing needs none (ISO 32000-1, 7.7). */
const REFUSED_TYPES = new Set([
  ...['Catalog', 'Pages', 'Page', 'Outlines', 'Annot', 'Action', 'Filespec', 'F', 'EmbeddedFile', 'StructTreeRoot'],
  ...['StructElem', 'OBJR', 'MCR', 'Sig', 'SigRef', 'DocTimeStamp', 'Metadata', 'ObjStm', 'XRef', 'Collection', 'Bead'],
  ...['Thread', 'Template', 'Rendition', 'MediaClip', 'RichMediaContent', '3D'],
]);

/** The kinds of action (ISO 32000-1, table 198; ISO 32000-2, table 201). */
const ACTIONS = new Set([
  ...['GoTo', 'GoToR', 'GoToE', 'GoToDp', 'Launch', 'Thread', 'URI', 'Sound', 'Movie', 'Hide', 'Named', 'SubmitForm'],
  ...['ResetForm', 'ImportData', 'JavaScript', 'SetOCGState', 'Rendition', 'Trans', 'GoTo3DView', 'RichMediaExecute'],
]);

/** Entries of a stream that point out of the file, or at what is not drawn. */
const REFUSED_STREAM_ENTRIES = new Set([
  ...['F', 'FFilter', 'FDecodeParms', 'DL', 'Ref', 'OPI', 'Alternates', 'Metadata', 'PieceInfo', 'AF', 'PtData'],
  ...['Measure', 'StructParent', 'StructParents', 'LastModified', 'Level1', 'PS'],
]);

const nameAt = (dict: PDFDict, entry: string): string => {
  const value = dict.lookup(PDFName.of(entry));
  return value instanceof PDFName ? value.decodeText() : '';
};

/** Whether an object is left behind when the drawing of a page is copied; PostScript（PS）would run on a printer. */
export function isRefused(object: PDFObject): boolean {
  if (object instanceof PDFInvalidObject) return true;
  const dict = object instanceof PDFStream ? object.dict : object;
  if (!(dict instanceof PDFDict)) return false;
  if (REFUSED_TYPES.has(nameAt(dict, 'Type')) || ACTIONS.has(nameAt(dict, 'S'))) return true;
  if (object instanceof PDFStream) return nameAt(dict, 'Subtype') === 'PS' || nameAt(dict, 'Subtype2') === 'PS';
  return dict.lookup(PDFName.of('EF')) instanceof PDFDict;
}

/** Whether an entry of a stream's dictionary is left behind. */
export const isStreamEntryRefused = (name: string): boolean => REFUSED_STREAM_ENTRIES.has(name);
