import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from './targets.mjs';

/**
 * `npm run check`: what a machine can say about the code in under two minutes; `npm test` adds the slower tests. After the
 * build, steps run two at a time; the first that fails stops the rest and its output is shown. What the unit tests say is
 * printed at the end.
 */

const layers = ['test', 'renderer', 'core', 'centre', 'shell', 'preload', 'contract', 'domain', 'tools'];

/** @param {string} file */
const bin = (file) => path.join(root, 'node_modules', file);

/** @typedef {{ readonly name: string, readonly args: readonly string[] }} Step */

/** First and alone: tests that want the built worker would otherwise build side by side. @type {Step} */
const build = { name: 'build', args: ['build/build.mjs'] };

/** With one worker, because the other core is with the linter meanwhile. @type {Step} */
const tests = {
  name: 'unit tests',
  args: [
    bin('vitest/vitest.mjs'),
    'run',
    '-c',
    'build/vitest.config.ts',
    '--maxWorkers=1',
    '--exclude',
    '**/*.slow.test.ts',
    // Those start a database: they are with the slower tests.
    '--exclude',
    '**/unit/centre/**',
    'test/unit/',
  ],
};

/** @type {readonly Step[]} The slowest first. */
const steps = [
  tests,
  { name: 'lint', args: [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'] },
  ...layers.map((layer) => ({
    name: `types ${layer}`,
    args: [
      // TypeScript 7 checks several times faster; the linter and the conformance check still need 6 (docs/decisions/libraries.md).
      bin('typescript7/bin/tsc'),
      ...['-p', `build/tsconfig.${layer}.json`],
    ],
  })),
  {
    name: 'layers',
    args: [
      bin('dependency-cruiser/bin/dependency-cruise.mjs'),
      ...['--config', 'build/dependency-cruiser.config.cjs', 'electron', 'renderer', 'centre'],
    ],
  },
  { name: 'packages', args: ['build/audit.mjs'] },
  { name: 'unused code', args: [bin('knip/bin/knip.js'), '--no-progress'] },
  { name: 'format', args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
];

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
let failed = false;
let testReport = '';

/**
 * @param {Step} step
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function run(step) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, step.args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
    child.on('close', (code) => {
      running.delete(child);
      resolve({ ok: code === 0, output });
    });
  });
}

/** @param {Step} step */
async function report(step) {
  const start = performance.now();
  const { ok, output } = await run(step);
  if (failed) return;
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${((performance.now() - start) / 1000).toFixed(1).padStart(5)} s  ${step.name}`);
  if (step === tests) testReport = output;
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
await report(build);
await Promise.all([worker(), worker()]);
if (!failed) {
  console.log(`ok  ${((performance.now() - start) / 1000).toFixed(1).padStart(5)} s  in all`);
  console.log(testReport.trimEnd());
}
process.exitCode = failed ? 1 : 0;
