import { STAND_IN, type CharacterImages } from '../fonts/character-images';
import { FAMILIES } from '../fonts/font-chain';
import type { ImageNode, PlainTextNode, TextNode, TextPiece } from './pdf-nodes';

/** A piece of a line as pdfmake gets it, its width in points, and the picture that is drawn over it. */
export interface SetPiece {
  readonly piece: TextPiece;
  readonly width: () => number;
  readonly picture?: string;
}

/** How the line is set, as far as pictures need it. */
interface LineSetting {
  readonly size: number;
  readonly leading: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly characterSpacing: number;
}

/** Top of the em square under the top of the line, in em: the ascender of Noto Serif SC less that of the square. */
const EM_TOP = 1.151 - 0.88;
/** Ink of the stand-in under the picture: there for search and reading aloud, not to be seen beside a narrow sign. */
const PAPER = '#ffffff';

/** The place of a pictured character: 〓 as wide as any character, unseen, with the picture over it. */
export const pieceOfPicture = (picture: string, size: number): SetPiece => ({
  piece: { text: STAND_IN, font: FAMILIES[0], color: PAPER },
  width: () => size,
  picture,
});

/** A text cut before and after each mark of a picture. */
export function splitAtMarks(text: string, images: CharacterImages): readonly string[] {
  if (!/\p{Co}/u.test(text)) return text === '' ? [] : [text];
  const parts: string[] = [];
  let plain = '';
  for (const sign of text) {
    if (!images.isMark(sign)) {
      plain += sign;
      continue;
    }
    parts.push(plain, sign);
    plain = '';
  }
  return [...parts, plain].filter((part) => part !== '');
}

/** Where a line of `width` points begins, seen from where pdfmake puts a picture of `size` points of the same alignment. */
function startOfLine(align: LineSetting['align'], width: number, size: number): number {
  if (align === 'right') return size - width;
  return align === 'center' ? (size - width) / 2 : 0;
}

/**
 * The line with its pictures: each is a square of one em on the em square of its place, drawn after the text. Without
 * pictures the line itself.
 */
export function withPictures(line: PlainTextNode, set: readonly SetPiece[], setting: LineSetting): TextNode {
  if (set.every((each) => each.picture === undefined)) return line;
  const { size, leading, align, characterSpacing } = setting;
  // pdfmake spaces the characters inside a piece, not the pieces.
  const widths = set.map(({ piece, width }) => width() + characterSpacing * (piece.text.length - 1));
  const start = startOfLine(
    align,
    widths.reduce((sum, width) => sum + width, 0),
    size,
  );
  let before = 0;
  const pictures: ImageNode[] = [];
  set.forEach(({ picture }, index) => {
    if (picture !== undefined)
      pictures.push({
        image: picture,
        width: size,
        height: size,
        ...(align === undefined ? {} : { alignment: align }),
        relativePosition: { x: start + before, y: EM_TOP * size - leading },
      });
    before += widths[index] ?? 0;
  });
  const { margin, ...text } = line;
  return { stack: [text, ...pictures], unbreakable: true, ...(margin === undefined ? {} : { margin }) };
}
