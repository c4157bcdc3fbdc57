import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './targets.mjs';

/**
 * A stamp of a target's inputs: names, sizes and times, so that a file that was deleted, or one with an older time put
 * back, makes the target stale as well. Contents are not read: a look at everything takes milliseconds.
 *
 * @param {readonly string[]} inputs files or folders relative to the project; one that is missing counts as such
 * @returns {string} hexadecimal SHA-256
 */
export function stampOf(inputs) {
  const hash = createHash('sha256');
  /** @param {string} file */
  const add = (file) => {
    const stat = statSync(path.join(root, file), { throwIfNoEntry: false });
    if (stat === undefined) return void hash.update(`${file} missing\n`);
    if (!stat.isDirectory()) return void hash.update(`${file} ${stat.size} ${stat.mtimeMs}\n`);
    for (const name of readdirSync(path.join(root, file)).sort()) add(`${file}/${name}`);
  };
  for (const input of inputs) add(input);
  return hash.digest('hex');
}

/** @param {string} name */
const stampFile = (name) => path.join(root, 'out/.stamps', name);

/**
 * Whether a target was built from exactly these inputs and its outputs are still there.
 *
 * @param {string} name
 * @param {string} stamp
 * @param {readonly string[]} outputs
 */
export function isFresh(name, stamp, outputs) {
  if (!outputs.every((output) => existsSync(path.join(root, output)))) return false;
  return existsSync(stampFile(name)) && readFileSync(stampFile(name), 'utf8') === stamp;
}

/**
 * Remembers what a target was built from; called after the build has succeeded, with the stamp taken before it began.
 *
 * @param {string} name
 * @param {string} stamp
 */
export function remember(name, stamp) {
  mkdirSync(path.dirname(stampFile(name)), { recursive: true });
  writeFileSync(stampFile(name), stamp);
}
