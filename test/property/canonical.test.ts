import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../electron/core/domain/journal/canonical';

const RUNS = { numRuns: 2_000 };

/** The same value with the keys of every object in reverse order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

/** Equality of JSON values by their parts, with -0 as 0; independent of any text form. */
function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => same(item, b[i]));
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (Array.isArray(a) || Array.isArray(b)) return false;
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return left.size === right.size && [...left].every(([key, value]) => right.has(key) && same(value, right.get(key)));
}

describe('canonical JSON', () => {
  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
      }),
      RUNS,
    );
  });

  it('reads back as the same value, and its text is stable', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const back: unknown = JSON.parse(canonicalJson(value));
        expect(same(back, value)).toBe(true);
        expect(canonicalJson(back)).toBe(canonicalJson(value));
      }),
      RUNS,
    );
  });

  it('is the same text for equal values only', () => {
    const small = fc.jsonValue({ maxDepth: 2, stringUnit: fc.constantFrom('', '0', '"', '\\', ',', 'a') });
    fc.assert(
      fc.property(small, small, (a, b) => {
        expect(canonicalJson(a) === canonicalJson(b)).toBe(same(a, b));
      }),
      { numRuns: 20_000 },
    );
  });

  it('leaves out undefined members, and refuses what JSON cannot carry', () => {
    expect(canonicalJson({ b: undefined, a: [undefined, 1], 龙: '䶮' })).toBe('{"a":[null,1],"龙":"䶮"}');
    for (const value of [Number.NaN, Infinity, 1n, Symbol('x'), () => 1, undefined]) {
      expect(() => canonicalJson({ a: [value === undefined ? Number.NaN : value] })).toThrow(TypeError);
    }
    expect(() => canonicalJson(undefined)).toThrow(TypeError);
  });

  it('sorts keys by code unit and writes numbers as ECMAScript does (RFC 8785)', () => {
    expect(canonicalJson({ '\u20ac': 1, '\r': 2, '\u{1f600}': 3, 1: 4, '\ufb33': 5 })).toBe(
      '{"\\r":2,"1":4,"\u20ac":1,"\u{1f600}":3,"\ufb33":5}',
    );
    expect(canonicalJson([1e21, 1e-7, Number('333333333.33333329'), -0, 4.5])).toBe(
      '[1e+21,1e-7,333333333.3333333,0,4.5]',
    );
  });
});
