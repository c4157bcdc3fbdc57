import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './targets.mjs';

/**
 * Electron's own program as npm installed it, when it is there. Looks at files only: `require('electron')` would start
 * a download when the program is missing.
 *
 * @returns {string | undefined} absolute path
 */
export function electronBinary() {
  const folder = path.join(root, 'node_modules/electron');
  const pathFile = path.join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const program = path.join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(program) ? program : undefined;
}
