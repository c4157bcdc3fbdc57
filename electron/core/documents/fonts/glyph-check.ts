import { openCharacterImages, STAND_IN, type CharacterImages } from './character-images';
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
export type GlyphFault =
  /** No font of the chain has it. */
  | 'no-glyph'
  /** A word of a script that no font of the chain writes, e.g. Arabic letters. */
  | 'foreign-script'
  /** A sign of telephones: 😀, a flag, a family. */
  | 'emoji'
  /** A variation selector that no font of the chain follows: it would print the ordinary shape. */
  | 'variant'
  /** 〓 for a character that cannot be typed, without a picture of it. */
  | 'stand-in'
  /** There is a picture of the character, and it cannot be read. */
  | 'unreadable-image'
  | 'private-use'
  | 'control';

/** A character, or a word of a foreign script, that stops a print: its code points (`U+30EDE`), and where it stands. */
export interface MissingGlyph {
  readonly character: string;
  readonly codePoint: string;
  readonly where: string;
  readonly field: string;
  readonly fault: GlyphFault;
}

/** Line ends of any system. */
export const LINE_END = /\r\n?|[\n\u2028\u2029]/u;

const EMOJI = /[\p{Extended_Pictographic}\p{Regional_Indicator}\u20e3]/u;
const SELECTOR = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u;
/** Letters of scripts that names in China are written in and that the fonts do not have; marks belong to the letters. */
const FOREIGN =
  /[\p{Script=Arabic}\p{Script=Tibetan}\p{Script=Mongolian}\p{Script=Yi}\p{Script=Tai_Le}\p{Script=New_Tai_Lue}\p{Script=Lisu}\p{Script=Thai}\p{Script=Devanagari}\p{Script=Hebrew}]/u;

/** `U+4DAE`, at least four digits; several for a base with its variation selector. */
export const codePointsOf = (text: string): string =>
  Array.from(text, (sign) => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ');

/** The fault of a grapheme that has no picture, or undefined when it prints. */
function faultOf(grapheme: string, chain: FontChain): GlyphFault | undefined {
  if (/\p{Co}/u.test(grapheme)) return 'private-use';
  if (grapheme === STAND_IN) return 'stand-in';
  if (EMOJI.test(grapheme)) {
    return !/[\p{Cf}\p{Cs}]/u.test(grapheme) && chain.familyOf(grapheme, false) !== undefined ? undefined : 'emoji';
  }
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(grapheme)) return 'control';
  // Space and ideographic space draw nothing but are in every face; the bold face has the same map as the regular.
  if (chain.familyOf(grapheme, false) !== undefined) return undefined;
  if (SELECTOR.test(grapheme)) return 'variant';
  return FOREIGN.test(grapheme) ? 'foreign-script' : 'no-glyph';
}

interface Found {
  character: string;
  readonly fault: GlyphFault;
}

/** Faults of one line; neighbouring letters of a foreign script are one word. */
function faultsOf(line: string, chain: FontChain, images: CharacterImages): readonly Found[] {
  // Marks of this program are private-use points, so those of the text are told before any are set.
  const own = graphemes(line).filter((character) => /\p{Co}/u.test(character));
  const found: Found[] = own.map((character) => ({ character, fault: 'private-use' }));
  let word: Found | undefined;
  for (const character of graphemes(images.mark(line))) {
    const fault = images.isMark(character) ? undefined : faultOf(character, chain);
    if (fault === 'foreign-script' && word !== undefined) {
      word.character += character;
      continue;
    }
    word = fault === 'foreign-script' ? { character, fault } : undefined;
    if (word !== undefined) found.push(word);
    else if (images.unreadable.has(character)) found.push({ character, fault: 'unreadable-image' });
    else if (fault !== undefined && fault !== 'private-use') found.push({ character, fault });
  }
  return found;
}

/**
 * Every character of the texts that no font of the chain draws and that has no picture（外字影像）, or that must not be
 * printed: private-use code points (another machine shows another sign), invisible control characters, among them those
 * that turn the direction of writing, and 〓 without a picture. Each is named once a place. An empty answer is the
 * condition for laying out (domain.md 6.4: stop and tell the character and its code point). `characterImages` are PNG or
 * JPEG crops by character, as `textSetter` takes them; see `CharacterImages` for the keys.
 */
export function missingGlyphs(
  texts: readonly PrintedText[],
  chain: FontChain,
  characterImages?: ReadonlyMap<string, Uint8Array>,
): readonly MissingGlyph[] {
  const images = openCharacterImages(characterImages);
  const found = new Map<string, MissingGlyph>();
  for (const { text, where, field, multiline } of texts) {
    const lines = multiline === true ? text.split(LINE_END) : [text];
    for (const { character, fault } of lines.flatMap((line) => faultsOf(line.replaceAll('\t', ' '), chain, images))) {
      found.set(`${field} ${character}`, { character, codePoint: codePointsOf(character), where, field, fault });
    }
  }
  return [...found.values()];
}
