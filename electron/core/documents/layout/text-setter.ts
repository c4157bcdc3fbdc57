import { openCharacterImages } from '../fonts/character-images';
import type { FontChain } from '../fonts/font-chain';
import { LINE_END } from '../fonts/glyph-check';
import { breakLines } from './line-breaking';
import { SIZE } from './page';
import type { TextNode, TextPiece } from './pdf-nodes';
import { pieceOfPicture, splitAtMarks, withPictures, type SetPiece } from './text-pictures';

/** How a paragraph is set. Sizes in points; `leading` is the line distance; `indent` counts characters of the first line. */
export interface Setting {
  readonly size: number;
  readonly leading: number;
  readonly width: number;
  readonly bold?: boolean;
  readonly indent?: number;
  readonly color?: string;
  readonly align?: 'left' | 'center' | 'right';
  /** Even right edge: for running text, not for cells. */
  readonly justify?: boolean;
  /** Half-width figures of one width each, for columns of amounts. */
  readonly tabular?: boolean;
}

/** What of a setting decides how wide a text is. */
type Measured = Pick<Setting, 'size' | 'bold' | 'tabular'>;

/**
 * Sets text in lines of our own breaking, each a node that pdfmake only places: nothing can be cut or lost. A character
 * with a picture（外字影像）takes one em and its picture is drawn there.
 */
export interface TextSetter {
  /** One node a line; a line break in the text starts a new paragraph. An empty text is one empty line. */
  lines(text: string, setting: Setting): readonly TextNode[];
  /** Width in points of a text on one line. */
  width(text: string, setting: Measured): number;
  /** Pictures of characters by the names that lines give them, for the writer of the PDF. */
  readonly pictures?: Readonly<Record<string, string>>;
}

/** Amounts in running text: the full-width ￥ would stand apart from its figures. */
const AMOUNT = /(￥[0-9][0-9.,]*)/u;
/** Every figure, for tables. */
const FIGURES = /(￥?[0-9][0-9.,]*)/u;
const HALF_WIDTH = ['hwid'];
/** Ascender plus descender of Noto Serif SC in em: pdfmake multiplies it by `lineHeight`. */
const NATURAL_LEADING = 1.437;
/** Above this many em a gap, a line is left ragged rather than torn apart. */
const MOST_STRETCH = 0.15;
/** Keeps rounding from pushing the last piece of a line onto the next. */
const SLACK = 0.6;

interface Piece {
  readonly text: string;
  readonly features: readonly string[];
}

/** A piece of text, or the mark of a picture. */
type MarkedPiece = Piece | { readonly mark: string };

function pieces(text: string, tabular: boolean): readonly Piece[] {
  // Splitting by a group puts what matched at the odd places.
  return text
    .split(tabular ? FIGURES : AMOUNT)
    .map((part, index) => ({ text: part, features: index % 2 === 1 ? HALF_WIDTH : [] }))
    .filter((part) => part.text !== '');
}

/**
 * A setter over a font chain. `characterImages` are PNG or JPEG crops of characters that no font has, by character, or by
 * a word with one 〓 in it (see `CharacterImages`); texts must have passed `missingGlyphs` with the same map.
 */
export function textSetter(chain: FontChain, characterImages?: ReadonlyMap<string, Uint8Array>): TextSetter {
  const images = openCharacterImages(characterImages);

  /** Pieces of a text in which pictured characters are marked already. */
  const piecesOf = (text: string, tabular: boolean): readonly MarkedPiece[] =>
    splitAtMarks(text, images).flatMap((part): readonly MarkedPiece[] =>
      images.isMark(part) ? [{ mark: part }] : pieces(part, tabular),
    );

  const widthOfMarked = (text: string, { size, bold = false, tabular = false }: Measured): number =>
    piecesOf(text, tabular).reduce(
      (sum, part) => sum + ('mark' in part ? 1 : chain.width(part.text, bold, part.features)) * size,
      0,
    );

  const setPieces = (text: string, { size, bold = false, tabular = false }: Measured): readonly SetPiece[] =>
    piecesOf(text, tabular).flatMap((part): readonly SetPiece[] => {
      if ('mark' in part) return [pieceOfPicture(images.nameOf(part.mark), size)];
      return chain.runs(part.text, bold).map((run) => ({
        piece: {
          text: run.text,
          font: run.font,
          ...(part.features.length > 0 ? { fontFeatures: part.features } : {}),
        },
        width: () => chain.width(run.text, bold, part.features) * size,
      }));
    });

  /** Extra space after each character so that pdfmake's own sum of widths meets the edge. */
  const spacing = (parts: readonly TextPiece[], slack: number, size: number): number => {
    const gaps = parts.reduce((sum, part) => sum + part.text.length - 1, 0);
    const each = gaps > 0 ? slack / gaps : 0;
    return each > 0 && each <= MOST_STRETCH * size ? each : 0;
  };

  const paragraph = (text: string, setting: Setting): readonly TextNode[] => {
    const indent = (setting.indent ?? 0) * setting.size;
    const room = (line: number): number => setting.width - SLACK - (line === 0 ? indent : 0);
    return breakLines(text, room, (part) => widthOfMarked(part, setting)).map((line, index) => {
      const set = setPieces(line.text, setting);
      const parts = set.map(({ piece }) => piece);
      const slack = setting.justify === true && !line.last ? room(index) - widthOfMarked(line.text, setting) : 0;
      const characterSpacing = spacing(parts, slack, setting.size);
      const node = {
        text: parts.length > 0 ? parts : [{ text: ' ' }],
        noWrap: true,
        fontSize: setting.size,
        lineHeight: setting.leading / (setting.size * NATURAL_LEADING),
        ...(characterSpacing > 0 ? { characterSpacing } : {}),
        ...(setting.bold === true ? { bold: true } : {}),
        ...(setting.color === undefined ? {} : { color: setting.color }),
        ...(setting.align === undefined ? {} : { alignment: setting.align }),
        ...(index === 0 && indent > 0 ? { margin: [indent, 0, 0, 0] as const } : {}),
      };
      return withPictures(node, set, { ...setting, characterSpacing });
    });
  };

  return {
    pictures: images.pictures,
    width: (text, setting) => widthOfMarked(images.mark(text), setting),
    lines: (text, setting) =>
      text
        .replaceAll('\t', ' ')
        .split(LINE_END)
        .flatMap((part) => paragraph(images.mark(part.trim()), setting)),
  };
}

/** Setting of running text: 小四, indented by two characters, even edges. */
export const bodySetting = (width: number, leading: number): Setting => ({
  size: SIZE.text,
  leading,
  width,
  indent: 2,
  justify: true,
});
