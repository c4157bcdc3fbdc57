import { graphemes, type FontChain } from './font-chain';

/** A text that a form prints. `where` is its name for a person, `field` its path in the case. */
export interface PrintedText {
  readonly text: string;
  readonly where: string;
  readonly field: string;
  /** Paragraphs are allowed: line breaks are not printed as characters. */
  readonly multiline?: boolean;
}

/** Why a character cannot be printed. */
export type GlyphFault = 'no-glyph' | 'private-use' | 'control';

/** A character that stops a print: itself, its code point or points (`U+30EDE`), and where it stands. */
export interface MissingGlyph {
  readonly character: string;
  readonly codePoint: string;
  readonly where: string;
  readonly field: string;
  readonly fault: GlyphFault;
}

/** Line ends of any system. */
export const LINE_END = /\r\n?|[\n\u2028\u2029]/u;

/** `U+4DAE`, at least four digits; several for a base with its variation selector. */
export const codePointsOf = (text: string): string =>
  Array.from(text, (sign) => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ');

function faultOf(grapheme: string, chain: FontChain): GlyphFault | undefined {
  if (/\p{Co}/u.test(grapheme)) return 'private-use';
  if (/[\p{Cc}\p{Cf}\p{Cs}]/u.test(grapheme)) return 'control';
  // Space and ideographic space draw nothing but are in every face; the bold face has the same map as the regular.
  return chain.familyOf(grapheme, false) === undefined ? 'no-glyph' : undefined;
}

/**
 * Every character of the texts that no font of the chain draws, or that must not be printed: private-use code points
 * (another machine shows another sign) and invisible control characters. Each is named once a place. An empty answer is
 * the condition for laying out (domain.md 6.4: stop and tell the character and its code point).
 */
export function missingGlyphs(texts: readonly PrintedText[], chain: FontChain): readonly MissingGlyph[] {
  const found = new Map<string, MissingGlyph>();
  for (const { text, where, field, multiline } of texts) {
    const lines = multiline === true ? text.split(LINE_END) : [text];
    for (const character of lines.flatMap((line) => graphemes(line.replaceAll('\t', ' ')))) {
      const fault = faultOf(character, chain);
      if (fault === undefined) continue;
      found.set(`${field} ${character}`, { character, codePoint: codePointsOf(character), where, field, fault });
    }
  }
  return [...found.values()];
}
