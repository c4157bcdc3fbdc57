import { nodeBundle } from './vite.node.ts';

/** The worker thread that makes PDFs, beside the main bundle so that both find it by their own folder. */
export default nodeBundle({
  entry: 'electron/core/documents/pdf-worker.ts',
  outFile: 'out/main/pdf-worker.cjs',
  target: 'node20',
  sourcemap: true,
});
