import { appendFileSync, readFileSync, renameSync, statSync } from 'node:fs';

/**
 * Faults of the program（故障记录）, for the console and for a file that a mediator can hand over.
 * Promises: of a fault only its place, its kind and the lines of code are written; its message, which may carry case text,
 * an identity number or a secret, never is, nor is a folder of this computer. The file holds the last few hundred.
 * Does not promise: that a fault is kept when the disk is full. Proved by test/unit/shell/log.test.ts.
 */

/** Bytes after which the file is set aside and a new one begun; the one before is kept. */
const MOST = 128 * 1024;
const FRAMES = 6;

let kept: string | null = null;

/** From now on faults are kept in this file, too. */
export function keepFaults(file: string): void {
  kept = file;
}

/** A fault, as a line of the file. `at`: instant, ISO 8601 in UTC. */
export interface FaultLine {
  readonly at: string;
  /** A method, a part of the program, or what ended. */
  readonly where: string;
  /** The fault's class or code. */
  readonly kind: string;
  /** `main.cjs:12:34` */
  readonly frames: readonly string[];
}

export function logFault(where: string, fault: unknown): void {
  noteFault(where, kindOf(fault), fault instanceof Error ? framesOf(fault.stack ?? '') : []);
}

/** The same for a fault of another process, of which the kind and the lines of code are told. */
export function noteFault(where: string, kind: string, frames: readonly string[]): void {
  const line: FaultLine = {
    at: new Date().toISOString(),
    where: plain(where),
    kind: plain(kind),
    frames: frames.slice(0, FRAMES).map(plain),
  };
  process.stderr.write(`[mediation-room] fault in ${line.where}: ${line.kind}\n${line.frames.join('\n')}\n`);
  if (kept === null) return;
  try {
    if (sizeOf(kept) > MOST) renameSync(kept, `${kept}.before`);
    appendFileSync(kept, `${JSON.stringify(line)}\n`, { mode: 0o600 });
  } catch {
    // The console has it; a full disk must not make a second fault of it.
  }
}

/** The newest faults kept, oldest first; none where the file cannot be read. */
export function keptFaults(most: number): readonly FaultLine[] {
  if (kept === null) return [];
  return [...linesOf(`${kept}.before`), ...linesOf(kept)].slice(-most);
}

/** `Error` or `TypeError`, with the system's code where there is one. */
function kindOf(fault: unknown): string {
  if (!(fault instanceof Error)) return typeof fault;
  const code = (fault as NodeJS.ErrnoException).code;
  return typeof code === 'string' ? `${fault.name} ${code}` : fault.name;
}

/** The lines of code of a stack: file, line and column without folders; never a line of the message. */
export function framesOf(stack: string): readonly string[] {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .flatMap((line) => /([\w.-]+[.][cm]?[jt]sx?:\d+:\d+)\)?$/.exec(line)?.[1] ?? []);
}

/** What a place, a kind or a frame may consist of: whatever else turns up came from outside. */
const plain = (text: string): string => text.replace(/[^\w .:-]/g, '').slice(0, 120);

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}

function linesOf(file: string): readonly FaultLine[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  return text.split('\n').flatMap((line) => {
    try {
      return line === '' ? [] : [JSON.parse(line) as FaultLine];
    } catch {
      return []; // cut by a crash
    }
  });
}
