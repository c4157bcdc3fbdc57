import { nodeBundle } from './vite.node.ts';

/** A sandboxed preload can require `electron` and little else, so it is one file; Electron 45 carries Chromium 140 or newer. */
export default nodeBundle({
  entry: 'electron/preload.ts',
  outFile: 'out/preload/preload.cjs',
  target: 'chrome140',
  sourcemap: false,
});
