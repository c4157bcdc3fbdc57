import { openFace, type FontFace } from './font-face';
import { FONT_FILES, type FontSource } from './font-source';

/** Families of the chain, in the order in which a character is looked for（字体回退）. */
export const FAMILIES = ['NotoSerifSC', 'HanaMinB'] as const;
export type Family = (typeof FAMILIES)[number];

/** Neighbouring characters that one font draws. */
export interface FontRun {
  readonly text: string;
  readonly font: Family;
}

/**
 * The fonts of a document: Noto Serif SC, then HanaMinB for what it lacks of Ext B to F (domain.md 6.4). HanaMinB is
 * read only when a character asks for it. pdfmake has no fallback and prints a crossed box without an error, so every
 * text passes here first.
 */
export interface FontChain {
  /** The first family that draws the grapheme, or undefined when none does. */
  familyOf(grapheme: string, bold: boolean): Family | undefined;
  /** Splits a text into runs. Throws when a character has no font: `missingGlyphs` must have been asked before. */
  runs(text: string, bold: boolean): readonly FontRun[];
  /** Width in em of a text of one run or several. */
  width(text: string, bold: boolean, features: readonly string[]): number;
  /** The bytes behind a family and weight; HanaMinB has one weight. */
  bytes(family: Family, bold: boolean): Uint8Array;
  /** Families opened so far. */
  readonly opened: () => readonly Family[];
}

/** Signs that never join with a neighbour: the usual text, split without the slow segmenter. */
const PLAIN = /^[ -~\u3000-\u3029\u3400-\u9fff\uff01-\uff60]*$/u;
const segmenter = new Intl.Segmenter('zh-Hans-CN', { granularity: 'grapheme' });

/** User-perceived characters: a base with its variation selector or combining marks stays together (domain.md 6.4). */
export const graphemes = (text: string): readonly string[] =>
  PLAIN.test(text) ? Array.from(text) : Array.from(segmenter.segment(text), (part) => part.segment);

/** Widths kept: those of words and characters, which come again. */
const [LONGEST_KEPT, MOST_KEPT] = [24, 50_000] as const;

/** Opens the chain over a source; nothing is read before it is needed. */
export function openFontChain(source: FontSource): FontChain {
  const faces = new Map<string, FontFace>();
  const face = (family: Family, bold: boolean): FontFace => {
    const file = family === 'HanaMinB' ? FONT_FILES.rare : bold ? FONT_FILES.bold : FONT_FILES.regular;
    const open = faces.get(file) ?? openFace(source.read(file));
    faces.set(file, open);
    return open;
  };
  const families = new Map<string, Family | undefined>();
  const familyOf = (grapheme: string, bold: boolean): Family | undefined => {
    const key = `${bold ? 'b' : 'r'}${grapheme}`;
    if (families.has(key)) return families.get(key);
    const found = FAMILIES.find((family) => face(family, bold).draws(grapheme));
    families.set(key, found);
    return found;
  };
  const runs = (text: string, bold: boolean): readonly FontRun[] => {
    const found: { text: string; font: Family }[] = [];
    for (const grapheme of graphemes(text)) {
      const font = familyOf(grapheme, bold);
      if (font === undefined) throw new Error('a character without a glyph reached the layout');
      const last = found.at(-1);
      if (last?.font === font) last.text += grapheme;
      else found.push({ text: grapheme, font });
    }
    return found;
  };
  const widths = new Map<string, number>();
  const width = (text: string, bold: boolean, features: readonly string[]): number => {
    const key = `${bold ? 'b' : 'r'}${features.join()}|${text}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    const measured = runs(text, bold).reduce((sum, run) => sum + face(run.font, bold).width(run.text, features), 0);
    if (text.length <= LONGEST_KEPT && widths.size < MOST_KEPT) widths.set(key, measured);
    return measured;
  };
  return {
    familyOf,
    runs,
    width,
    bytes: (family, bold) => face(family, bold).bytes,
    opened: () => FAMILIES.filter((family) => family !== 'HanaMinB' || faces.has(FONT_FILES.rare)),
  };
}

const warm = new WeakMap<FontSource, FontChain>();

/** The chain of a source, opened once and kept warm as long as the source is held. */
export function fontChainOf(source: FontSource): FontChain {
  const chain = warm.get(source) ?? openFontChain(source);
  warm.set(source, chain);
  return chain;
}
