import { graphemes } from '../fonts/font-chain';

/** Never at the start of a line（行首禁则）. */
const NO_START = new Set('，。、；：？！”’）》〉」』】〗〕］｝…—～·％‰℃,.;:?!)]}>%々〻ー');
/** Never at the end of a line（行末禁则）. */
const NO_END = new Set('“‘（《〈「『【〖〔［｛￥¥＄$([{<№');
/** Doubled signs that stay together. */
const PAIRED = new Set('—…');
/** Figures, latin words, numbers of accounts and contracts: one piece, with an amount's sign before and its unit after it. */
const WORD = /[￥¥$]?[A-Za-z0-9*]+(?:[.,:\-/@_+'&#][A-Za-z0-9*]+)*(?:[%‰℃]|(?<=[0-9])[年月日号元角分期条幢栋室])?/gu;

/** A line and whether its paragraph ends with it. */
export interface BrokenLine {
  readonly text: string;
  readonly last: boolean;
}

/** Words and graphemes in order; their concatenation is the text. */
function atoms(text: string): readonly string[] {
  const found: string[] = [];
  let at = 0;
  for (const match of text.matchAll(WORD)) {
    found.push(...graphemes(text.slice(at, match.index)), match[0]);
    at = match.index + match[0].length;
  }
  return [...found, ...graphemes(text.slice(at))];
}

/** Joins atoms between which a line must not end. */
function units(text: string): readonly string[] {
  const found: string[] = [];
  let previous = '';
  for (const atom of atoms(text)) {
    const glued =
      found.length > 0 && (NO_START.has(atom) || NO_END.has(previous) || (PAIRED.has(atom) && previous === atom));
    if (glued) found.push((found.pop() ?? '') + atom);
    else found.push(atom);
    previous = atom;
  }
  return found;
}

/** A unit wider than a line is cut between graphemes: it must still be printed whole. */
function fit(unit: string, width: number, measure: (text: string) => number): readonly string[] {
  return measure(unit) <= width ? [unit] : graphemes(unit);
}

/**
 * Breaks one paragraph into lines, greedily, by the Chinese rules for line starts and ends（避头尾, domain.md 6.5）.
 * Nothing is dropped but a space at a line's end. `widthOf` gives the width of line n (from 0); `measure` measures.
 */
export function breakLines(
  text: string,
  widthOf: (line: number) => number,
  measure: (text: string) => number,
): readonly BrokenLine[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const unit of units(text)) {
    for (const piece of fit(unit, Math.min(widthOf(0), widthOf(1)), measure)) {
      const wide = measure(piece);
      if (line !== '' && piece.trim() !== '' && used + wide > widthOf(lines.length)) {
        lines.push(line.trimEnd());
        line = '';
        used = 0;
      }
      if (line === '' && lines.length > 0 && piece.trim() === '') continue;
      line += piece;
      used += wide;
    }
  }
  lines.push(line.trimEnd());
  return lines.map((each, index) => ({ text: each, last: index === lines.length - 1 }));
}
