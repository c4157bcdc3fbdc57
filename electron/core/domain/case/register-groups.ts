import type { Registers } from '../journal/registers';

/** The standing values under `prefix.`, cleared ones left out. A field named __proto__ stays a field. */
export function group(registers: Registers, prefix: string): Record<string, unknown> {
  const found: (readonly [name: string, value: unknown])[] = [];
  for (const [path, assignments] of registers) {
    const value = assignments[0]?.value ?? null;
    if (path.startsWith(`${prefix}.`) && value !== null) found.push([path.slice(prefix.length + 1), value]);
  }
  return Object.fromEntries(found);
}

/** `party.a.name` → one record a key, in the order in which the keys first appeared. */
export function groups(
  registers: Registers,
  prefix: string,
): readonly (readonly [key: string, record: Record<string, unknown>])[] {
  const keys = new Set<string>();
  for (const path of registers.keys()) {
    const [head, key] = path.split('.');
    if (head === prefix && key) keys.add(key);
  }
  return [...keys].map((key) => [key, group(registers, `${prefix}.${key}`)] as const);
}

/** The fields of `shape` alone; the mark of removal is no field of the record. */
export function only(
  record: Record<string, unknown>,
  shape: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).filter(([name]) => Object.hasOwn(shape, name) && name !== 'removed'),
  );
}
