/** The part of fontkit 2 that is used here; the package ships no types. */
declare module 'fontkit' {
  interface Glyph {
    readonly id: number;
  }
  interface GlyphRun {
    /** In font units. */
    readonly advanceWidth: number;
  }
  export interface Font {
    readonly unitsPerEm: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): Glyph;
    /** Resolves variation selectors; no substitution, no kerning. */
    glyphsForString(text: string): readonly Glyph[];
    layout(text: string, features?: readonly string[]): GlyphRun;
  }
  export function create(bytes: Uint8Array): Font;
}
