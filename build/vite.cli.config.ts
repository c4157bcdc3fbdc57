import { nodeBundle } from './vite.node.ts';

/** The `room` command: plain Node 20 or newer, no Electron. */
export default nodeBundle({ entry: 'electron/cli.ts', outFile: 'out/cli/room.cjs', target: 'node20', sourcemap: true });
