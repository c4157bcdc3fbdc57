import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from './targets.mjs';

/**
 * `npm run check`: what a machine can say about the code in under two minutes; `npm test` adds the slower tests. Steps run two at a time; the
 * first that fails stops the rest and its output is shown. vitest comes last and alone, so that its closing summary is
 * the end of the output.
 */

const layers = ['test', 'renderer', 'core', 'shell', 'preload', 'contract', 'domain', 'tools'];

/** @param {string} file */
const bin = (file) => path.join(root, 'node_modules', file);

/** @typedef {{ readonly name: string, readonly args: readonly string[] }} Step */

/** @type {readonly Step[]} The slowest first. */
const steps = [
  { name: 'lint', args: [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'] },
  ...layers.map((layer) => ({
    name: `types ${layer}`,
    args: [
      // TypeScript 7 checks several times faster; the linter and the conformance check still need 6 (docs/decisions/libraries.md).
      bin('typescript7/bin/tsc'),
      ...['-p', `build/tsconfig.${layer}.json`],
    ],
  })),
  // Once, here: tests that want the built worker or package would otherwise build side by side.
  { name: 'build', args: ['build/build.mjs'] },
  {
    name: 'layers',
    args: [
      bin('dependency-cruiser/bin/dependency-cruise.mjs'),
      ...['--config', 'build/dependency-cruiser.config.cjs', 'electron', 'renderer'],
    ],
  },
  { name: 'unused code', args: [bin('knip/bin/knip.js'), '--no-progress'] },
  { name: 'format', args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
];

/**
 * @param {Step} step
 * @param {'pipe' | 'inherit'} stdio
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function run(step, stdio) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, step.args, { cwd: root, stdio: ['ignore', stdio, stdio] });
    running.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)));
    child.on('close', (code) => {
      running.delete(child);
      resolve({ ok: code === 0, output });
    });
  });
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
let failed = false;

/** @param {Step} step */
async function report(step) {
  const start = performance.now();
  const { ok, output } = await run(step, 'pipe');
  if (failed) return;
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${((performance.now() - start) / 1000).toFixed(1).padStart(5)} s  ${step.name}`);
  if (ok) return;
  failed = true;
  for (const other of running) other.kill();
  console.error(`${output.trimEnd()}\n\ncheck stopped: "${step.name}" failed`);
}

const queue = [...steps];
async function worker() {
  for (let step = queue.shift(); step !== undefined && !failed; step = queue.shift()) await report(step);
}

const start = performance.now();
await Promise.all([worker(), worker()]);
if (!failed) {
  console.log(`ok  ${((performance.now() - start) / 1000).toFixed(1).padStart(5)} s  before the unit tests`);
  const { ok } = await run(
    { name: 'vitest', args: [bin('vitest/vitest.mjs'), 'run', '-c', 'build/vitest.config.ts', 'test/unit/'] },
    'inherit',
  );
  failed = !ok;
}
process.exitCode = failed ? 1 : 0;
