import { nodeBundle } from './vite.node.ts';

/** The main process of the desktop app. Electron 45 runs Node 24; node20 keeps the bundle usable under the stand-in too. */
export default nodeBundle({
  entry: 'electron/main.ts',
  outFile: 'out/main/main.cjs',
  target: 'node20',
  sourcemap: true,
});
