import { execFile, spawn } from 'node:child_process';

/** Runs a program to its end: its output, or undefined when it is not installed or says no. */
export function outputOf(program: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(program, args, (error, stdout) => resolve(error ? undefined : stdout.trim()));
  });
}

/** Opens a file, folder or address in the program that the desktop has for it. */
export function openWithDesktop(target: string): void {
  const opener = process.platform === 'darwin' ? 'open' : 'xdg-open';
  const child = spawn(opener, [target], { detached: true, stdio: 'ignore' });
  child.on('error', () =>
    console.log(`stand-in: ${opener} is not installed; open it yourself / 请自行打开：${target}`),
  );
  child.unref();
}
