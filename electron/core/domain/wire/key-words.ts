/**
 * A key in base64url may begin with a hyphen, which a command line takes for an option（以连字符开头的密钥）. `shieldKeys`
 * marks such words before a line is split, `unshield` takes the mark away from a word or the value of an option.
 */
const MARK = 'key:';
const KEY = /^-[A-Za-z0-9_-]{42}$/;

export const shieldKeys = (argv: readonly string[]): string[] =>
  argv.map((word) => (KEY.test(word) ? `${MARK}${word}` : word));

export const unshield = (word: string): string =>
  word.startsWith(`${MARK}-`) && KEY.test(word.slice(MARK.length)) ? word.slice(MARK.length) : word;

/** The values of options with their marks taken away; what is no text stays. */
export const unshieldAll = <T extends object>(values: T): T =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? unshield(value) : (value as unknown),
    ]),
  ) as T;
