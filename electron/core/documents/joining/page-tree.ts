import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib';
import { boxOf, seenSize, sharedBox, type Box, type Turn } from './page-box';

/** A page of a document that was read, with what it inherits from the page tree resolved (ISO 32000-1, 7.7.3.4). */
export interface SourcePage {
  readonly dict: PDFDict;
  readonly mediaBox: Box;
  readonly cropBox: Box | undefined;
  /** What a viewer shows, before the page is turned. */
  readonly seenBox: Box;
  readonly turn: Turn;
  /** Size of one unit in points; 1 unless the page says otherwise. */
  readonly unit: number;
  readonly resources: PDFObject | undefined;
}

type Inherited = ReadonlyMap<PDFName, PDFObject>;

const INHERITABLE = ['Resources', 'MediaBox', 'CropBox', 'Rotate'].map((name) => PDFName.of(name));
const LETTER: Box = [0, 0, 612, 792];
/** What Acrobat takes for a unit (ISO 32000-1, annex C.2, note on UserUnit). */
const LARGEST_UNIT = 75_000;
const MOST_PAGES = 100_000;

const KIDS = PDFName.of('Kids');
const nameOf = (name: string): PDFName => PDFName.of(name);

/** The number that an object is, or nothing. */
export const numberIn = (object: PDFObject | undefined): number | undefined =>
  object instanceof PDFNumber ? object.asNumber() : undefined;

/** The numbers of an array, looked up; anything else in it is left out. */
export function numbersIn(object: PDFObject | undefined): readonly number[] {
  if (!(object instanceof PDFArray)) return [];
  return Array.from({ length: object.size() }, (_, index) => numberIn(object.lookup(index))).filter(
    (value) => value !== undefined,
  );
}

function turnOf(degrees: number | undefined): Turn {
  const turn = (((degrees ?? 0) % 360) + 360) % 360;
  return turn === 90 || turn === 180 || turn === 270 ? turn : 0;
}

function pageOf(dict: PDFDict, inherited: Inherited): SourcePage {
  const lookup = (name: PDFName): PDFObject | undefined => dict.context.lookup(inherited.get(name));
  const mediaBox = boxOf(numbersIn(lookup(nameOf('MediaBox')))) ?? LETTER;
  const cropBox = boxOf(numbersIn(lookup(nameOf('CropBox'))));
  const shown = cropBox && sharedBox(cropBox, mediaBox);
  const unit = numberIn(dict.lookup(nameOf('UserUnit'))) ?? 1;
  return {
    dict,
    mediaBox,
    cropBox: shown,
    seenBox: shown ?? mediaBox,
    turn: turnOf(numberIn(lookup(nameOf('Rotate')))),
    unit: unit > 0 && unit <= LARGEST_UNIT ? unit : 1,
    resources: inherited.get(nameOf('Resources')),
  };
}

/**
 * The pages in order, or nothing where the page tree is broken: a page or a node is missing, or a node is met twice
 * (which would make a small file endless).
 */
export function pagesOf(document: PDFDocument): readonly SourcePage[] | undefined {
  const { context } = document;
  const root = context.lookup(context.trailerInfo.Root);
  const top = root instanceof PDFDict ? root.lookup(nameOf('Pages')) : undefined;
  if (!(top instanceof PDFDict)) return undefined;
  const pages: SourcePage[] = [];
  const met = new Set<PDFDict>();
  // Nodes still to be visited, the next one last.
  const open: { dict: PDFDict; above: Inherited }[] = [{ dict: top, above: new Map() }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { dict, above } = next;
    const own = INHERITABLE.flatMap((name) => {
      const value = dict.get(name);
      return value === undefined ? [] : [[name, value] as const];
    });
    const inherited: Inherited = new Map([...above, ...own]);
    const kids = dict.lookup(KIDS);
    if (!(kids instanceof PDFArray)) {
      if (dict.lookup(nameOf('Type')) === nameOf('Pages')) return undefined;
      pages.push(pageOf(dict, inherited));
      if (pages.length > MOST_PAGES) return undefined;
      continue;
    }
    if (met.has(dict)) return undefined;
    met.add(dict);
    for (let index = kids.size() - 1; index >= 0; index -= 1) {
      const kid = kids.lookup(index);
      if (!(kid instanceof PDFDict)) return undefined;
      open.push({ dict: kid, above: inherited });
    }
  }
  return pages;
}

/** Width and height of a page as a reader sees it, in points. */
export function sizeOf(page: SourcePage): { readonly width: number; readonly height: number } {
  const [width, height] = seenSize(page.seenBox, page.turn);
  return { width: width * page.unit, height: height * page.unit };
}
