import { LINE_END, type MissingGlyph, type PrintedText } from './fonts/glyph-check';
import type { Setting, TextSetter } from './layout/text-setter';

/** A setter that keeps every text that it is asked to set, and sets nothing until it was told that all can be drawn. */
export interface ProofSetter {
  readonly setter: TextSetter;
  readonly texts: () => readonly string[];
}

/**
 * A setter for a proof（校样）: texts are collected and measured by their length alone, so that a character without a glyph
 * is found before a page is made (domain.md 6.4).
 */
export function proofSetter(): ProofSetter {
  const texts: string[] = [];
  return {
    texts: () => texts,
    setter: {
      lines(text: string, setting: Setting) {
        texts.push(text);
        const count = Math.max(1, Math.ceil((text.length * setting.size) / Math.max(setting.width, setting.size)));
        return Array.from({ length: count }, () => ({ text: [{ text: ' ' }] }));
      },
      width: (text, { size }) => text.length * size,
    },
  };
}

/** True when every line of a text of the case was set. */
const isSet = (text: string, whole: string): boolean =>
  text
    .split(LINE_END)
    .map((line) => line.replaceAll('\t', ' ').trim())
    .every((line) => whole.includes(line));

/**
 * Characters among the texts that were set which cannot be drawn, each at its place in the case where it has one
 * (`known`), else in the document at large.
 */
export function undrawable(
  set: readonly string[],
  known: readonly PrintedText[],
  find: (texts: readonly PrintedText[]) => readonly MissingGlyph[],
): readonly MissingGlyph[] {
  const anywhere = find(set.map((text) => ({ text, where: '文书', field: 'document', multiline: true })));
  const whole = set.join('\n').replaceAll('\t', ' ');
  const placed = find(known.filter((each) => isSet(each.text, whole)));
  const found = new Set(placed.map((each) => each.character));
  return [...placed, ...anywhere.filter((each) => !found.has(each.character))];
}
