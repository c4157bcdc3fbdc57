import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../../electron/core/domain/privacy/csv';

describe('a table as CSV', () => {
  it('begins with the mark of UTF-8, ends lines with CRLF and quotes every cell', () => {
    expect(
      csvOf([
        ['柯龙䶮', 'a "b", c'],
        ['', '1\n2'],
      ]),
    ).toBe('\uFEFF"柯龙䶮","a ""b"", c"\r\n"","1\n2"\r\n');
  });

  it.each(['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', '\r=1'])('runs no formula: %j', (text) => {
    expect(csvOf([[text]])).toBe(`\uFEFF"'${text}"\r\n`);
  });
});
