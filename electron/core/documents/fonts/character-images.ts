import { characterPicture } from './character-picture';
import { graphemes } from './font-chain';

/** 〓, the customary stand-in（代字符）for a character that cannot be typed. */
export const STAND_IN = '〓';

/** Signs that would change or join the one before: a key does not match in front of them. */
const JOINED = '(?![\\p{M}\\u200d\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}])';
/** First of the private-use points that mark a pictured character inside this program; they never reach paper. */
const FIRST_MARK = 0xe000;
const LAST_MARK = 0xf8ff;

/**
 * The pictures of characters（外字影像）that no font has, cropped from identity papers (domain.md 6.4 `nameImage`). A key is
 * one character, or a word with exactly one 〓 in it, such as a name 林〓: then the picture stands for the 〓 of that word
 * only, so that two people with different unknown characters do not share one. Longer keys come first. Other keys mean
 * nothing and are passed over.
 */
export interface CharacterImages {
  /** The text with each pictured character replaced by one private-use mark. Marks must not be in the text before. */
  mark(text: string): string;
  /** True for a mark. */
  isMark(grapheme: string): boolean;
  /** Name of the picture behind a mark, a key of `pictures`. */
  nameOf(mark: string): string;
  /** Keys whose picture cannot be read; they are not marked. */
  readonly unreadable: ReadonlySet<string>;
  /** Pictures as data addresses by name, for the PDF. */
  readonly pictures: Readonly<Record<string, string>>;
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');

const nameOf = (mark: string): string => `character-${mark.charCodeAt(0).toString(16)}`;

/** What of a key is replaced: the whole character, or the 〓 of a word. Undefined for a key that means nothing. */
function replacedPart(key: string): string | undefined {
  const signs = graphemes(key);
  if (signs.length === 1) return key;
  return signs.filter((sign) => sign === STAND_IN).length === 1 ? STAND_IN : undefined;
}

function open(images: ReadonlyMap<string, Uint8Array>): CharacterImages {
  const unreadable = new Set<string>();
  const pictures: Record<string, string> = {};
  const marks = new Map<string, string>();
  const keys = [...images.keys()].filter((key) => replacedPart(key) !== undefined);
  for (const key of keys.sort((a, b) => b.length - a.length || (a < b ? -1 : 1))) {
    const picture = characterPicture(images.get(key) ?? new Uint8Array());
    const point = FIRST_MARK + marks.size;
    if (picture === undefined || point > LAST_MARK) {
      unreadable.add(key);
      continue;
    }
    const mark = String.fromCodePoint(point);
    marks.set(key, mark);
    pictures[nameOf(mark)] = `data:image/png;base64,${Buffer.from(picture).toString('base64')}`;
  }
  const pattern =
    marks.size > 0 ? new RegExp(`(?:${[...marks.keys()].map(escaped).join('|')})${JOINED}`, 'gu') : undefined;
  return {
    mark: (text) =>
      pattern === undefined
        ? text
        : text.replace(pattern, (key) => key.replace(replacedPart(key) ?? key, marks.get(key) ?? key)),
    isMark: (grapheme) => nameOf(grapheme) in pictures,
    nameOf,
    unreadable,
    pictures,
  };
}

const NONE: ReadonlyMap<string, Uint8Array> = new Map();
const opened = new WeakMap<ReadonlyMap<string, Uint8Array>, CharacterImages>();

/**
 * Opens the crops of a case; see `CharacterImages` for the keys. Bytes are PNG or JPEG. A map is opened once and must not
 * be changed afterwards.
 */
export function openCharacterImages(images: ReadonlyMap<string, Uint8Array> = NONE): CharacterImages {
  const known = opened.get(images) ?? open(images);
  opened.set(images, known);
  return known;
}
