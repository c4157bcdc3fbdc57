import path from 'node:path';
import { electronBinary } from '../../build/electron-binary.mjs';

export const root = path.resolve(import.meta.dirname, '../..');

const standin = path.join(root, 'out/standin');

/** What runs the built app: Electron itself, or Node and Chromium in its place (test/standin). */
export interface Host {
  readonly name: 'electron' | 'stand-in';
  readonly why: string;
  /** What Electron's command line starts. */
  readonly program: string;
}

/**
 * Electron when its program is installed, else the stand-in. E2E_HOST=stand-in asks for the stand-in all the same;
 * E2E_HOST=electron makes a run without Electron's program fail.
 */
export function chooseHost(): Host {
  const wanted = process.env['E2E_HOST'];
  if (wanted !== undefined && wanted !== 'electron' && wanted !== 'stand-in') {
    throw new Error(`E2E_HOST is electron or stand-in, not ${wanted}`);
  }
  const binary = electronBinary();
  if (wanted === 'electron' && binary === undefined) {
    throw new Error('E2E_HOST=electron, but node_modules/electron has no program (npx install-electron fetches it)');
  }
  if (binary !== undefined && wanted !== 'stand-in') return { name: 'electron', why: binary, program: binary };
  const why = wanted === 'stand-in' ? 'E2E_HOST asks for it' : 'node_modules/electron has no program';
  return { name: 'stand-in', why, program: path.join(standin, 'electron') };
}

/**
 * Electron's own variable for "the program lies elsewhere": both Playwright and `npx electron .` follow it, so neither
 * knows which host it starts.
 */
export function useHost(host: Host): void {
  if (host.name === 'stand-in') process.env['ELECTRON_OVERRIDE_DIST_PATH'] = standin;
  else delete process.env['ELECTRON_OVERRIDE_DIST_PATH'];
}
