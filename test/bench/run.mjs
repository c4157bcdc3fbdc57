import { spawn } from 'node:child_process';
import path from 'node:path';
import { build } from 'vite';

/** `npm run bench -- sync|load [options]`: bundles test/bench/main.ts for plain Node and runs it. */
const root = path.resolve(import.meta.dirname, '../..');
const outDir = path.join(root, 'out/bench');
await build({
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  build: {
    ssr: path.join(root, 'test/bench/main.ts'),
    outDir,
    target: 'node20',
    minify: false,
    reportCompressedSize: false,
  },
});
const child = spawn(process.execPath, [path.join(outDir, 'main.js'), ...process.argv.slice(2)], { stdio: 'inherit' });
child.on('exit', (code) => (process.exitCode = code ?? 1));
