/**
 * A column of many rows as one parameter: `string_to_array($1, e'\n')` in the query. Twice as fast to write and to read as
 * an array literal, which escapes every quote of a body. Throws a RangeError when a value holds a line break: ids, names of
 * journals and canonical JSON never do.
 */
export function lines(values: readonly string[]): string {
  if (values.some((value) => value.includes('\n'))) throw new RangeError('a line break in a column of lines');
  return values.join('\n');
}
