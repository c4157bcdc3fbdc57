import path from 'node:path';

/** The project's folder. */
export const root = path.resolve(import.meta.dirname, '..');

const everyBuild = [
  'package.json',
  'package-lock.json',
  'build/vite.node.ts',
  'build/targets.mjs',
  'build/tsconfig.base.json',
];

/**
 * What `node build/build.mjs` makes, in this order. `inputs` are files or folders that a target is made from: a change
 * in any of them makes the target stale. `outputs` must exist for the target to count as built.
 *
 * @type {Readonly<Record<string, { config?: string, inputs: readonly string[], outputs: readonly string[] }>>}
 */
export const targets = {
  data: {
    inputs: ['assets', 'build/copy-data.mjs', 'node_modules/@expo-google-fonts/noto-serif-sc/package.json'],
    outputs: ['out/fonts/NotoSerifSC_400Regular.ttf', 'out/fonts/NotoSerifSC_700Bold.ttf', 'out/samples'],
  },
  cli: {
    config: 'build/vite.cli.config.ts',
    inputs: [...everyBuild, 'electron', 'build/vite.cli.config.ts'],
    outputs: ['out/cli/room.cjs'],
  },
  worker: {
    config: 'build/vite.worker.config.ts',
    inputs: [...everyBuild, 'electron/core', 'build/vite.worker.config.ts'],
    outputs: ['out/main/pdf-worker.cjs'],
  },
  centre: {
    config: 'build/vite.centre.config.ts',
    inputs: [...everyBuild, 'centre', 'electron/core', 'build/vite.centre.config.ts'],
    outputs: ['out/centre/centre.cjs'],
  },
  main: {
    config: 'build/vite.main.config.ts',
    inputs: [...everyBuild, 'electron', 'build/vite.main.config.ts'],
    outputs: ['out/main/main.cjs'],
  },
  preload: {
    config: 'build/vite.preload.config.ts',
    inputs: [
      ...everyBuild,
      'electron/preload.ts',
      'electron/contract',
      'electron/core/domain',
      'build/vite.preload.config.ts',
    ],
    outputs: ['out/preload/preload.cjs'],
  },
  renderer: {
    config: 'build/vite.renderer.config.ts',
    inputs: [
      ...everyBuild,
      'renderer',
      'assets',
      'electron/contract',
      'electron/core/domain',
      'build/vite.renderer.config.ts',
    ],
    outputs: ['out/renderer/index.html'],
  },
};
