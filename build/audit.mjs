import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './targets.mjs';

/**
 * What is known of the packages that the lock file names（依赖审计）. Without a network: every version exact, every package with
 * the hash of its bytes and from the registry, and none with an install script but those that were looked at. With one: no
 * known hole rated high or critical that was not judged. Where the registry does not answer that question, it says so.
 */

/** Install scripts that were read: what they do, and why that is wanted. A new one stops the check. */
const SCRIPTS = {
  'electron-winstaller': 'picks the 7-Zip program for building Windows installers; build machine only',
  leveldown: 'builds the native store of PouchDB, a peer of the bench only; never packed',
};

/** Holes that were judged: advisory (GHSA-…) and why it does not reach us. */
const JUDGED = /** @type {Readonly<Record<string, string>>} */ ({});

/** @typedef {{ version?: string, resolved?: string, integrity?: string, link?: boolean, hasInstallScript?: boolean }} Locked */

const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
/** @type {Record<string, Locked>} */
const locked = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
/** @type {string[]} */
const faults = [];

for (const [name, wanted] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
  if (!/^(npm:[\w@/.-]+@)?\d+[.]\d+[.]\d+(-[\w.]+)?$/.test(String(wanted)))
    faults.push(`${name}: ${wanted} is no exact version`);
}
for (const [place, { version, resolved, integrity, link, hasInstallScript }] of Object.entries(locked)) {
  if (place === '' || link) continue;
  const name = place.replace(/^.*node_modules\//, '');
  if (!integrity?.startsWith('sha512-')) faults.push(`${name}@${version}: the lock file has no SHA-512 of it`);
  if (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'))
    faults.push(`${name}@${version}: comes from ${resolved}`);
  if (hasInstallScript && !Object.hasOwn(SCRIPTS, name))
    faults.push(`${name}@${version}: has an install script that nobody read`);
}

const asked = spawnSync('npm', ['audit', '--json'], {
  cwd: root,
  encoding: 'utf8',
  timeout: 60_000,
  shell: process.platform === 'win32',
});
const answer = readAnswer(asked.stdout);
if (answer === null)
  console.log('known holes: the registry did not answer an audit from here; the lock file alone was checked');
else {
  for (const { name, severity, advisory } of answer) {
    if (!['high', 'critical'].includes(severity) || Object.hasOwn(JUDGED, advisory)) continue;
    faults.push(`${name}: ${severity}, ${advisory}`);
  }
}
console.log(`${Object.keys(locked).length - 1} packages looked at, ${faults.length} faults`);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;

/**
 * The advisories of an answer; null where it is none.
 * @param {string | null} text
 * @returns {{ name: string, severity: string, advisory: string }[] | null}
 */
function readAnswer(text) {
  try {
    const { vulnerabilities } = JSON.parse(text ?? '');
    if (typeof vulnerabilities !== 'object' || vulnerabilities === null) return null;
    return Object.entries(vulnerabilities).flatMap(([name, { via }]) =>
      via
        .filter((/** @type {unknown} */ one) => typeof one === 'object')
        .map((/** @type {{ severity: string, url: string }} */ one) => ({
          name,
          severity: one.severity,
          advisory: one.url.replace(/^.*\//, ''),
        })),
    );
  } catch {
    return null;
  }
}
