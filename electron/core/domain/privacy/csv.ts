/** What a spreadsheet would run as a formula（公式注入）. */
const FORMULA = /^[=+\-@\t\r]/u;

const cell = (text: string): string => `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/**
 * A table as a CSV file that spreadsheets open as it is meant: UTF-8 with its mark, CRLF, every cell quoted (RFC 4180); a
 * cell that begins like a formula is led by an apostrophe, so that nothing in it is run.
 */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
