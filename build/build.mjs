import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { copyData } from './copy-data.mjs';
import { isFresh, remember, stampOf } from './freshness.mjs';
import { root, targets } from './targets.mjs';

/**
 * Builds one target if its inputs changed since it was last built.
 *
 * @param {string} name a key of `targets`
 * @param {boolean} force build even when nothing changed
 */
async function buildOne(name, force) {
  const target = targets[name];
  if (target === undefined) throw new Error(`unknown target ${name}; known: ${Object.keys(targets).join(', ')}`);
  const stamp = stampOf(target.inputs);
  if (!force && isFresh(name, stamp, target.outputs)) return;
  const start = performance.now();
  if (target.config === undefined) {
    copyData();
  } else {
    // vite is loaded only when there is something to build: a look that finds nothing to do must take no time.
    const { build, loadConfigFromFile, mergeConfig } = await import('vite');
    const loaded = await loadConfigFromFile(
      { command: 'build', mode: 'production' },
      path.join(root, target.config),
      root,
    );
    if (loaded === null) throw new Error(`cannot load ${target.config}`);
    await build(mergeConfig({ configFile: false }, loaded.config));
  }
  const missing = target.outputs.filter((output) => !existsSync(path.join(root, output)));
  if (missing.length > 0) throw new Error(`the build of ${name} did not make ${missing.join(', ')}`);
  remember(name, stamp);
  console.error(`built ${name} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

/**
 * Builds the named targets, or all of them. Chatter goes to standard error, so that a command that builds first keeps
 * its standard output clean.
 *
 * @param {readonly string[]} names
 * @param {{ force?: boolean }} [options]
 */
export async function buildTargets(names, { force = false } = {}) {
  for (const name of names.length > 0 ? names : Object.keys(targets)) await buildOne(name, force);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const args = process.argv.slice(2);
  try {
    await buildTargets(
      args.filter((arg) => arg !== '--force'),
      { force: args.includes('--force') },
    );
  } catch (error) {
    console.error(`build failed: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
