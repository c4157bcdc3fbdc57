import { bad, good, type Checked } from './problem';

/** Names of persons and organisations with rare characters（生僻字） (GB 18030-2022; domain.md 6.4). */

/** What can be wrong with a name. */
export type NameProblem = 'name-empty' | 'name-private-use' | 'name-control' | 'name-replacement' | 'name-surrogate';

const DOT = '\u00B7';
/** U+2022, U+2027 and U+30FB stand for the dot anywhere; U+FF0E only between two Han characters. */
const DOT_VARIANTS = /[\u2022\u2027\u30FB]|(?<=\p{Script=Han})\uFF0E(?=\p{Script=Han})/gu;

const codePointName = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * Normalises a name and nothing beyond what the rule allows: variants of the middle dot to U+00B7, the private-use code
 * U+E863 of old systems to U+4DAE 䶮, blanks at both ends off. No NFKC, which would change compatibility ideographs.
 * Refused with the code shown: other private-use characters, control and invisible characters, U+FFFD and question marks
 * (the trace of a system that lost the character), lone surrogates. `detail.codePoint` names the character.
 */
export function normaliseName(text: string): Checked<string, NameProblem> {
  const name = text.replaceAll('\uE863', '\u4DAE').replace(DOT_VARIANTS, DOT).trim();
  if (name === '') return bad('name-empty', '请填写姓名或名称。', 'Enter a name.');
  for (const sign of name) {
    const codePoint = codePointName(sign);
    const detail = { codePoint };
    if (/\p{Co}/u.test(sign)) {
      return bad(
        'name-private-use',
        `姓名中有自造字（${codePoint}），别的电脑无法显示，请改用标准字或附上证件姓名照片。`,
        `The name has a private-use character (${codePoint}) that other computers cannot show; enter the standard one or attach a photo of the name.`,
        detail,
      );
    }
    if (/\p{Cs}/u.test(sign)) {
      return bad(
        'name-surrogate',
        `姓名中有残缺的字符（${codePoint}），请重新输入该字。`,
        `The name has half a character (${codePoint}); enter it again.`,
        detail,
      );
    }
    if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(sign)) {
      return bad(
        'name-control',
        `姓名中有看不见的控制字符（${codePoint}），请删除后重新输入。`,
        `The name has an invisible control character (${codePoint}); remove it.`,
        detail,
      );
    }
    if (/[\uFFFD?？]/u.test(sign)) {
      return bad(
        'name-replacement',
        '姓名中的“?”是系统丢失的字，请对照证件输入该字。',
        'A "?" in a name marks a character that a system lost; enter it from the document.',
        detail,
      );
    }
  }
  return good(name);
}

const GRAPHEMES = new Intl.Segmenter('zh-Hans-CN', { granularity: 'grapheme' });

/** The characters a reader sees, each whole: 庄𬭊 gives two though its `length` is 3. */
export const characters = (text: string): readonly string[] =>
  Array.from(GRAPHEMES.segment(text), (part) => part.segment);

const COLLATOR = new Intl.Collator('zh-Hans-CN');

/** Order of names by pinyin: negative, zero or positive, for `sort`. */
export const compareNames = (a: string, b: string): number => COLLATOR.compare(a, b);
