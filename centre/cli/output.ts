/** How a command ends: done; refused or faults found; wrong use. */
export type Exit = 0 | 1 | 2;

/** Expected failure of a command, in both languages（exit 1）. */
export class CommandRefused extends Error {
  constructor(
    readonly zh: string,
    readonly en: string,
    options?: ErrorOptions,
  ) {
    super(en, options);
    this.name = 'CommandRefused';
  }
}

/** Results to standard output, messages to standard error. */
export const say = {
  result: (text: string): void => void process.stdout.write(`${text}\n`),
  json: (value: unknown): void => void process.stdout.write(`${JSON.stringify(value, null, 2)}\n`),
  message: (text: string): void => void process.stderr.write(`${text}\n`),
};

/** Columns side by side; a Han character is two places wide. */
export function table(rows: readonly (readonly string[])[]): string {
  const wide = (text: string): number =>
    Array.from(text).reduce(
      (sum, letter) =>
        sum +
        (/[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u.test(
          letter,
        )
          ? 2
          : 1),
      0,
    );
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, wide(cell))));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - wide(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
