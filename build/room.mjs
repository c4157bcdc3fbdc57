import { spawn } from 'node:child_process';
import path from 'node:path';
import { buildTargets } from './build.mjs';
import { root } from './targets.mjs';

/**
 * `npm run room -- COMMAND ...`: builds the command when its sources changed, then runs it and passes its exit code on.
 * `centre ...` is a program of its own, which no room gets.
 */
const words = process.argv.slice(2);
const centre = words[0] === 'centre';
await buildTargets(
  centre ? ['centre'] : words[0] === 'demo' ? ['data', 'worker', 'cli', 'centre'] : ['data', 'worker', 'cli'],
);

const program = centre ? ['out/centre/centre.cjs', ...words.slice(1)] : ['out/cli/room.cjs', ...words];
const child = spawn(process.execPath, [path.join(root, program[0] ?? ''), ...program.slice(1)], {
  stdio: 'inherit',
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => void child.kill(signal));
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
});
