/**
 * Faults for the console of the process. Only the place and the kind of a fault are written: its message may carry case
 * text or an identity number, and those never reach a log.
 */
export function logFault(where: string, fault: unknown): void {
  const kind = fault instanceof Error ? fault.name : typeof fault;
  const frames =
    fault instanceof Error
      ? (fault.stack ?? '')
          .split('\n')
          .filter((line) => /^\s+at /.test(line))
          .slice(0, 4)
      : [];
  process.stderr.write(`[mediation-room] fault in ${where}: ${kind}\n${frames.join('\n')}\n`);
}
