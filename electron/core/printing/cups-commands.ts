import { execFile } from 'node:child_process';

/** The environment of a command, for example process.env; CUPS_SERVER in it names another server or socket. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What a command of CUPS answered. `missing`: it is not installed. `late`: it was stopped because it took too long. */
export type Answer =
  | { readonly kind: 'ended'; readonly code: number; readonly out: string; readonly err: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'late' };

/** Runs one command with an argument list, never through a shell; `input` goes to its standard input. */
export type RunCups = (
  command: 'lp' | 'lpstat' | 'cancel',
  args: readonly string[],
  input?: Uint8Array,
) => Promise<Answer>;

const LIMIT_MS = 20_000;
const PRINT_LIMIT_MS = 120_000;
/** A long list of jobs; 200 bytes each. */
const MOST_OUTPUT = 16 << 20;

/** English whatever the account speaks. CUPS on macOS follows LANG only when SOFTWARE is set (cups/language.c). */
const english = { LC_ALL: 'C', LANG: 'C', LANGUAGE: 'C', SOFTWARE: 'CUPS' };

/** CUPS's own commands, as they lie on PATH of the given environment. */
export const cupsCommands =
  (env: Environment): RunCups =>
  (command, args, input) =>
    new Promise((resolve) => {
      const child = execFile(
        command,
        [...args],
        {
          env: { ...env, ...english },
          encoding: 'utf8',
          maxBuffer: MOST_OUTPUT,
          timeout: input === undefined ? LIMIT_MS : PRINT_LIMIT_MS,
          killSignal: 'SIGKILL',
        },
        (error, out, err) => {
          if (error === null) resolve({ kind: 'ended', code: 0, out, err });
          else if (error.code === 'ENOENT') resolve({ kind: 'missing' });
          else if (error.killed === true) resolve({ kind: 'late' });
          else resolve({ kind: 'ended', code: typeof error.code === 'number' ? error.code : 1, out, err });
        },
      );
      // A command that refuses at once closes its end before it has read all; its answer tells why.
      child.stdin?.on('error', () => undefined);
      child.stdin?.end(input);
    });
