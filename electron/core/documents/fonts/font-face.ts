// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- the tests' tsconfig meets this file by import only
/// <reference path="./fontkit.d.ts" />
import { create } from 'fontkit';

/** One font file: its bytes, its character map and its measures. */
export interface FontFace {
  readonly bytes: Uint8Array;
  /** True when every code point of the grapheme is in the cmap, and a variation selector after one changes the glyph. */
  draws(grapheme: string): boolean;
  /** Width in em of a text, all of whose graphemes the face draws. */
  width(text: string, features: readonly string[]): number;
}

const isSelector = (codePoint: number): boolean =>
  (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0100 && codePoint <= 0xe01ef);

/** Opens a TrueType file. Tables are read when first used. */
export function openFace(bytes: Uint8Array): FontFace {
  const font = create(bytes);
  const draws = (grapheme: string): boolean => {
    const points = Array.from(grapheme, (character) => character.codePointAt(0) ?? 0);
    return points.every((point, index) => {
      if (!isSelector(point)) return font.hasGlyphForCodePoint(point) && font.glyphForCodePoint(point).id !== 0;
      // A selector that the font does not know would print the ordinary shape: another one than was written.
      const base = points[index - 1];
      if (base === undefined) return false;
      const [varied] = font.glyphsForString(String.fromCodePoint(base, point));
      return varied !== undefined && varied.id !== font.glyphForCodePoint(base).id;
    });
  };
  const width = (text: string, features: readonly string[]): number =>
    font.layout(text, features).advanceWidth / font.unitsPerEm;
  return { bytes, draws, width };
}
