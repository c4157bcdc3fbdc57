import type { PlacedProblem } from '../core/room/outcome';

/** How a command ends. */
export type Exit = 0 | 1 | 2;

/** Results to standard output, messages to standard error. */
export const say = {
  result: (text: string): void => void process.stdout.write(`${text}\n`),
  json: (value: unknown): void => void process.stdout.write(`${JSON.stringify(value, null, 2)}\n`),
  message: (text: string): void => void process.stderr.write(`${text}\n`),
  problems: (problems: readonly PlacedProblem[]): void => {
    for (const { field, code, zh, en } of problems)
      process.stderr.write(`  ${field ?? ''} [${code}] ${zh}\n    ${en}\n`);
  },
};
