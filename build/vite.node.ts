import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import type { UserConfig } from 'vite';

const root = path.resolve(import.meta.dirname, '..');

/** The version in package.json, for `define` (see build/globals.d.ts). */
export const appVersion = (): string => {
  const manifest: unknown = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version);
  throw new Error('package.json has no version');
};

interface NodeBundle {
  /** The composition root, relative to the project. */
  readonly entry: string;
  /** The one file it becomes, relative to the project, for example `out/main/main.cjs`. */
  readonly outFile: string;
  /** A JavaScript target of vite, for example `node20`. */
  readonly target: string;
  /** Packages that are not bundled: found in node_modules when the program runs. */
  readonly external?: readonly string[];
  /** Source maps stay on the developer's machine: the package leaves them out. */
  readonly sourcemap: boolean;
}

/**
 * The vite configuration of one program that runs outside the page: a single CommonJS file with every dependency
 * inside it; only `electron`, Node's own modules and what is named stay outside. Nothing is minified, so that a stack trace from a
 * room can be read.
 */
export const nodeBundle = ({ entry, outFile, target, sourcemap, external = [] }: NodeBundle): UserConfig => ({
  root,
  publicDir: false,
  logLevel: 'warn',
  define: { __APP_VERSION__: JSON.stringify(appVersion()) },
  build: {
    ssr: path.join(root, entry),
    outDir: path.join(root, path.dirname(outFile)),
    // Two programs share out/main: each overwrites its own file only.
    emptyOutDir: false,
    target,
    minify: false,
    sourcemap,
    reportCompressedSize: false,
    rolldownOptions: {
      external: ['electron', ...external, ...builtinModules, /^node:/],
      output: { format: 'cjs', entryFileNames: path.basename(outFile), codeSplitting: false },
    },
  },
  ssr: { noExternal: true, external: [...external] },
});
