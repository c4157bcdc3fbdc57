import type { Seeded } from '../../../sync/support/seeded';

/** Texts that broke other programs: markup, traversal, NUL, lone surrogates, Object's own members, masks, lengths. */
const TEXTS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e',
  '__proto__',
  'constructor',
  'toString',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  "'; drop table entry; --",
  '=HYPERLINK("http://example.invalid")',
  '{{7*7}}',
  '999999198802140019',
  '999999********0019',
  '2024-02-30',
  '2024-13-45T99:99:99Z',
  '-0.01',
  '1e999',
  '9007199254740993',
  '𬎆䶮龘',
  '\n'.repeat(500),
  '甲'.repeat(300),
  'x'.repeat(5000),
];
const VALUES: readonly unknown[] = [null, true, false, 0, -1, 1.5, 1e308, 2 ** 53, NaN, Infinity, [], {}];

function anything(random: Seeded, depth = 0): unknown {
  const way = random.below(depth > 2 ? 2 : 4);
  if (way === 0) return random.pick(TEXTS);
  if (way === 1) return structuredClone(random.pick(VALUES));
  if (way === 2) return Array.from({ length: random.below(4) }, () => anything(random, depth + 1));
  return Object.fromEntries(
    Array.from({ length: random.below(4) }, () => [random.pick(TEXTS), anything(random, depth + 1)]),
  );
}

type Branch = Record<string, unknown> | unknown[];
const isBranch = (value: unknown): value is Branch =>
  typeof value === 'object' && value !== null && !(value instanceof Uint8Array);

/** A copy of a sound value with some things in it changed: dropped, doubled, of another type, out of bounds, added. */
export function mutated(value: unknown, random: Seeded): unknown {
  let copy = structuredClone(value);
  for (let n = 2 + random.below(6); n > 0; n--) copy = changed(copy, random);
  return copy;
}

function changed(value: unknown, random: Seeded): unknown {
  if (!isBranch(value) || random.chance(0.05)) return anything(random);
  let branch: Branch = value;
  for (;;) {
    const keys = Object.keys(branch);
    const key = keys.length === 0 ? null : random.pick(keys);
    const next = key === null ? undefined : (branch as Record<string, unknown>)[key];
    if (key !== null && isBranch(next) && random.chance(0.7)) {
      branch = next;
      continue;
    }
    strike(branch, key, random);
    return value;
  }
}

/** As an own member, also under the names that assignment would treat otherwise. */
const put = (branch: Branch, key: string, value: unknown): unknown =>
  Object.defineProperty(branch, key, { value, writable: true, enumerable: true, configurable: true });

function strike(branch: Branch, key: string | null, random: Seeded): void {
  const way = random.below(6);
  if (key === null || way === 0) {
    put(branch, random.pick(TEXTS) || 'x', anything(random));
    return;
  }
  const old = (branch as Record<string, unknown>)[key];
  if (way === 1 && Array.isArray(branch)) branch.push(...structuredClone(branch));
  else if (way === 1) Reflect.deleteProperty(branch, key);
  else if (way === 2) put(branch, key, [structuredClone(old)]);
  else if (way === 3 && typeof old === 'string') put(branch, key, `${old}${random.pick(TEXTS)}`);
  else if (way === 3 && typeof old === 'number') put(branch, key, old * random.pick([-1, 1e9, 0.5]));
  else put(branch, key, anything(random));
}

/** The text of a value as a careless or hostile sender writes it: mostly JSON, else cut, doubled, nested, with noise. */
export function written(value: unknown, random: Seeded): string {
  const text = value === undefined ? 'null' : JSON.stringify(value);
  switch (random.below(16)) {
    case 0:
      return text.slice(0, random.below(text.length + 1));
    case 1:
      return `\ufeff${text}`;
    case 2:
      return `${text}\n${text}`;
    case 3:
      return `[${text},${text}]`;
    case 4:
      return '['.repeat(random.below(5000));
    case 5:
      return Buffer.from(random.bytes(random.below(400))).toString('latin1');
    case 6: {
      const at = random.below(text.length);
      return `${text.slice(0, at)}${random.pick(['"', '}', ',', '\\', '\u0000', '{"__proto__":{"a":1}}'])}${text.slice(at)}`;
    }
    default:
      return text;
  }
}

/** Runs a piece of work and counts the longest by the processor time of this process, milliseconds. */
export class Longest {
  most = 0;

  async run<T>(work: () => Promise<T>): Promise<T> {
    const before = process.cpuUsage();
    try {
      return await work();
    } finally {
      const { user, system } = process.cpuUsage(before);
      this.most = Math.max(this.most, (user + system) / 1000);
    }
  }
}
