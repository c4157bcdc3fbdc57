import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isFresh, remember, stampOf } from './freshness.mjs';
import { root } from './targets.mjs';

/**
 * Builds the stand-in for Electron into out/standin: the launcher and its library in the layout that
 * ELECTRON_OVERRIDE_DIST_PATH expects. For development and tests only; no package contains it.
 */

/** The folder to give to ELECTRON_OVERRIDE_DIST_PATH. */
export const standinFolder = path.join(root, 'out/standin');
const library = path.join(standinFolder, 'lib');

const inputs = ['test/standin', 'build/standin.mjs', 'build/chromium-places.json', 'package-lock.json'];
const outputs = [
  'electron',
  'package.json',
  'lib/launcher.cjs',
  'lib/page-world.js',
  'lib/preload-world.js',
  'lib/check.cjs',
];

/** @returns {import('vite').InlineConfig} */
const common = () => ({ root, configFile: false, publicDir: false, logLevel: 'warn' });

/**
 * A program for Node.
 *
 * @param {string} entry below test/standin
 * @param {string} file in out/standin/lib
 * @returns {import('vite').InlineConfig}
 */
const program = (entry, file) => ({
  ...common(),
  build: {
    ssr: path.join(root, 'test/standin', entry),
    outDir: library,
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: { output: { format: 'cjs', entryFileNames: file, codeSplitting: false } },
  },
});

/**
 * A script for one world of Chromium's pages.
 *
 * @param {string} name in test/standin/src/worlds
 * @returns {import('vite').InlineConfig}
 */
const world = (name) => ({
  ...common(),
  build: {
    lib: {
      entry: path.join(root, 'test/standin/src/worlds', `${name}.ts`),
      formats: ['iife'],
      name: 'standinWorld',
      fileName: () => `${name}.js`,
    },
    outDir: library,
    emptyOutDir: false,
    target: 'chrome140',
    minify: false,
    reportCompressedSize: false,
  },
});

/** Builds it when its sources have changed since the last time. */
export async function buildStandin() {
  const stamp = stampOf(inputs);
  const expected = outputs.map((file) => `out/standin/${file}`);
  if (isFresh('standin', stamp, expected)) return;
  const start = performance.now();
  const { build } = await import('vite');
  await build(program('src/launcher.ts', 'launcher.cjs'));
  await build(program('conformance/cli.ts', 'check.cjs'));
  await build(world('page-world'));
  await build(world('preload-world'));
  mkdirSync(standinFolder, { recursive: true });
  writeFileSync(path.join(standinFolder, 'package.json'), '{ "private": true, "type": "commonjs" }\n');
  const launcher = path.join(standinFolder, 'electron');
  writeFileSync(launcher, "#!/usr/bin/env node\nrequire('./lib/launcher.cjs');\n");
  chmodSync(launcher, 0o755);
  remember('standin', stamp);
  console.error(`built the stand-in in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await buildStandin();
