import { nodeBundle } from './vite.node.ts';

/**
 * The centre's service, deployed on its own. PGlite is a program of its own (27 MB) that only the embedded centre loads;
 * pg-native is an option that is not used.
 */
export default nodeBundle({
  entry: 'centre/main.ts',
  outFile: 'out/centre/centre.cjs',
  target: 'node20',
  sourcemap: true,
  external: ['@electric-sql/pglite', 'pg-native'],
});
