/** What an invisible character is called; `turns` when it changes the direction of writing. */
export interface InvisibleName {
  readonly zh: string;
  readonly en: string;
  readonly turns: boolean;
}

const named = (zh: string, en: string, turns = false): InvisibleName => ({ zh, en, turns });

/** Names by code point (Unicode names; the directions after UAX #9). */
const NAMES: ReadonlyMap<number, InvisibleName> = new Map([
  [0x00ad, named('软连字符', 'soft hyphen')],
  [0x200b, named('零宽空格', 'zero width space')],
  [0x200c, named('零宽不连字', 'zero width non-joiner')],
  [0x200d, named('零宽连字', 'zero width joiner')],
  [0x2060, named('文字连接符', 'word joiner')],
  [0xfeff, named('零宽不换行空格（BOM）', 'zero width no-break space (byte order mark)')],
  [0x061c, named('阿拉伯文方向标记', 'Arabic letter mark', true)],
  [0x200e, named('从左到右标记', 'left-to-right mark', true)],
  [0x200f, named('从右到左标记', 'right-to-left mark', true)],
  [0x202a, named('从左到右嵌入符', 'left-to-right embedding', true)],
  [0x202b, named('从右到左嵌入符', 'right-to-left embedding', true)],
  [0x202c, named('方向格式结束符', 'pop directional formatting', true)],
  [0x202d, named('从左到右强制符', 'left-to-right override', true)],
  [0x202e, named('从右到左强制符', 'right-to-left override', true)],
  [0x2066, named('从左到右隔离符', 'left-to-right isolate', true)],
  [0x2067, named('从右到左隔离符', 'right-to-left isolate', true)],
  [0x2068, named('首字符方向隔离符', 'first strong isolate', true)],
  [0x2069, named('方向隔离结束符', 'pop directional isolate', true)],
]);

/** The name of the invisible character in a grapheme; a control character where it has no name of its own. */
export function invisibleName(grapheme: string): InvisibleName {
  for (const sign of grapheme) {
    const name = NAMES.get(sign.codePointAt(0) ?? 0);
    if (name !== undefined) return name;
  }
  return /\p{Cs}/u.test(grapheme)
    ? named('半个字符（字被截断）', 'half of a character')
    : named('控制字符', 'control character');
}
