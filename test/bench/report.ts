import { appendFile } from 'node:fs/promises';
import os from 'node:os';

/** The middle one of the values; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** The value that this share of all does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** What a bench prints（报告）: JSON lines for programs as it goes, a table for people at the end; also to a file when named. */
export class Report {
  private readonly kept: string[] = [];

  constructor(
    name: string,
    private readonly out: string | null,
  ) {
    const cpu = os.cpus()[0]?.model ?? 'unknown';
    const machine = `${cpu}, ${os.cpus().length} cores, Node ${process.version}, ${process.platform}`;
    this.words(`bench ${name}: ${machine}`);
  }

  line(value: unknown): void {
    const text = JSON.stringify(value);
    console.log(text);
    this.kept.push(text);
  }

  words(text: string): void {
    console.log(text);
    this.kept.push(text);
  }

  table(head: readonly string[], rows: readonly (readonly string[])[]): void {
    const lines = [head, head.map(() => '---'), ...rows];
    const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
    for (const line of lines) {
      this.words(`| ${line.map((cell, column) => cell.padStart(widths[column] ?? 0)).join(' | ')} |`);
    }
  }

  async end(): Promise<void> {
    if (this.out !== null) await appendFile(this.out, `${this.kept.join('\n')}\n\n`);
  }
}
