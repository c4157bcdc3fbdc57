/** What can be told of a new password while it is typed; the program decides when it is sent (core/access/secret-rules.ts). */
interface PasswordHints {
  readonly length: boolean;
  readonly ownName: boolean;
  readonly repeated: boolean;
  readonly same: boolean;
}

const KINDS = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /\p{Lo}/u, /[^\p{L}\p{Nd}]/u] as const;

/** Which of the shown rules a new password meets. `name`: whose it is. */
export function passwordHints(password: string, repeat: string, name: string): PasswordHints {
  const characters = Array.from(password.normalize('NFC'));
  const kinds = KINDS.filter((kind) => kind.test(password)).length;
  return {
    length: characters.length >= 10 || (characters.length >= 8 && kinds >= 3),
    ownName: password !== '' && !likeName(password.toLowerCase(), name.trim().toLowerCase()),
    repeated: characters.length > 1 && !/^(.{1,3})\1+$/u.test(password.toLowerCase()) && !isRun(characters),
    same: password !== '' && password === repeat,
  };
}

/** The name and little else. */
const likeName = (password: string, name: string): boolean =>
  name !== '' &&
  password.includes(name) &&
  password
    .split(name)
    .join('')
    .replace(/[\d\s]/gu, '').length < 4;

/** Each character one above, or one below, the one before. */
function isRun(characters: readonly string[]): boolean {
  const points = characters.map((character) => character.toLowerCase().codePointAt(0) ?? 0);
  const steps = new Set(points.slice(1).map((point, index) => point - (points[index] ?? 0)));
  return steps.size === 1 && (steps.has(1) || steps.has(-1));
}
