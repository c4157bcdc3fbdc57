import { spawn } from 'node:child_process';
import path from 'node:path';
import { buildTargets } from './build.mjs';
import { root } from './targets.mjs';

/** `npm run room -- COMMAND ...`: builds the command when its sources changed, then runs it and passes its exit code on. */
await buildTargets(['data', 'worker', 'cli']);

const child = spawn(process.execPath, [path.join(root, 'out/cli/room.cjs'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => void child.kill(signal));
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
});
