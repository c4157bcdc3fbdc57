import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { powerMissing } from '../test/fixtures/power-needs.ts';
import { LongestFirst } from './longest-first.ts';
import { appVersion } from './vite.node.ts';

const noPower = powerMissing();
if (noPower !== null) console.warn(`test/faults/power is left out: ${noPower}`);

/** Unit, property, contract and fault tests in plain Node; the browser specs are Playwright's (build/playwright.config.ts). */
export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  define: { __APP_VERSION__: JSON.stringify(appVersion()) },
  test: {
    include: ['test/{unit,property,contract,faults,matrix,printing,sync}/**/*.test.ts'],
    // A CUPS of its own is started there, which Windows has not; a PostgreSQL from Debian's package, which only Linux has.
    exclude: [
      ...(process.platform === 'win32' ? ['test/printing/**'] : []),
      ...(process.platform === 'linux' ? [] : ['test/sync/postgres.slow.test.ts']),
      // Real power cuts on a file system of its own: Linux, as root, with loop devices.
      ...(noPower === null ? [] : ['test/faults/power/**']),
    ],
    environment: 'node',
    // The modules under test keep no state of their own, so the files of a worker can share them: a third of the time.
    isolate: false,
    // One more than there are cores: some files wait for a printer, a proxy or a database that starts, and a core with them.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
