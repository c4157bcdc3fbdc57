import react from '@vitejs/plugin-react';
import path from 'node:path';
import { defineConfig } from 'vite';
import { appVersion } from './vite.node.ts';

const root = path.resolve(import.meta.dirname, '..');

/**
 * The pages, served by the app itself at app://: root-relative addresses, no inlined assets (the content security
 * policy allows files only), one chunk for the framework so that a screen loads its own code and nothing else.
 */
export default defineConfig({
  root: path.join(root, 'renderer'),
  base: '/',
  logLevel: 'warn',
  plugins: [react()],
  define: { __APP_VERSION__: JSON.stringify(appVersion()) },
  worker: { format: 'es' },
  build: {
    outDir: path.join(root, 'out/renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // Measured in gzip by the packaging test; one large file from the disk is not a defect here.
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|react-router|scheduler)[\\/]/, priority: 2 },
          ],
        },
      },
    },
  },
});
