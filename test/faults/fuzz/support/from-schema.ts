import type { z } from 'zod';
import type { Seeded } from '../../../sync/support/seeded';

/** What of a zod schema is looked at; a kind that is not known here gives `null`, which its schema may refuse. */
interface Def {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly entries?: Readonly<Record<string, string | number>>;
  readonly values?: readonly unknown[];
  readonly valueType?: z.ZodType;
  readonly in?: z.ZodType;
}

/** A value that mostly fits a schema（按模式生成）, with words that exist woven in, so that it gets past the door. */
export function fromSchema(schema: z.ZodType, random: Seeded, words: readonly string[], depth = 0): unknown {
  const def = (schema as unknown as { readonly _zod: { readonly def: Def } })._zod.def;
  const inner = (of: z.ZodType): unknown => fromSchema(of, random, words, depth + 1);
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape ?? {}).flatMap(([name, of]) => {
          const value = inner(of);
          return value === undefined ? [] : [[name, value]];
        }),
      );
    case 'array':
      return Array.from({ length: 1 + random.below(2) }, () => (def.element ? inner(def.element) : null));
    case 'record':
      return Object.fromEntries(
        Array.from({ length: random.below(3) }, () => [random.pick(words), def.valueType ? inner(def.valueType) : 1]),
      );
    case 'union':
      return def.options ? inner(random.pick(def.options)) : null;
    case 'nullable':
      return random.chance(0.3) || !def.innerType ? null : inner(def.innerType);
    case 'optional':
      return random.chance(0.4) || !def.innerType ? undefined : inner(def.innerType);
    case 'default':
    case 'readonly':
      return def.innerType ? inner(def.innerType) : null;
    case 'pipe':
      return def.in ? inner(def.in) : null;
    case 'enum':
      return random.pick(Object.values(def.entries ?? { none: '' }));
    case 'literal':
      return random.pick(def.values ?? [null]);
    case 'boolean':
      return random.chance(0.5);
    case 'number':
      return random.pick([0, 1, 2, 5, 30, 401, 2024, 100_00]);
    case 'unknown':
    case 'any':
      return random.pick(words);
    case 'string':
      return random.pick(words);
    default:
      return null;
  }
}
