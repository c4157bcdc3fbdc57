import { maskAccountText, maskDocument, maskTelephone } from './masks';

const BEFORE = '(?<![0-9A-Za-z])';
const AFTER = '(?![0-9A-Za-z])';
/** What numbers look like in running text; the first that fits counts. */
const SHAPES: readonly (readonly [shape: RegExp, mask: (text: string) => string])[] = [
  [new RegExp(`${BEFORE}0\\d{2,3}-[2-9]\\d{6,7}${AFTER}`, 'gu'), maskTelephone],
  [new RegExp(`${BEFORE}\\d{17}[\\dXx]${AFTER}`, 'gu'), (text) => maskDocument('resident-id', text)],
  [new RegExp(`${BEFORE}\\d{4}(?:[ -]?\\d{4}){2,3}(?:[ -]?\\d{1,3})?${AFTER}`, 'gu'), maskAccountText],
  [new RegExp(`${BEFORE}\\d{12,19}${AFTER}`, 'gu'), maskAccountText],
  [new RegExp(`${BEFORE}1[3-9]\\d{9}${AFTER}`, 'gu'), maskTelephone],
];

const bare = (text: string): string => text.replaceAll(/[\s-]/gu, '').toUpperCase();

/**
 * Running text without numbers that look like identity numbers, accounts or telephones（文本脱敏）, but for those in `own`.
 * Does not promise: numbers written in characters, and papers of other countries.
 */
export function withoutNumbers(text: string, own: ReadonlySet<string>): string {
  const kept = new Set([...own].map(bare));
  return SHAPES.reduce(
    (all, [shape, mask]) => all.replaceAll(shape, (found) => (kept.has(bare(found)) ? found : mask(found))),
    text,
  );
}
