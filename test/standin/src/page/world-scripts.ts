import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { WorldConfig } from '../worlds/world-config';

/** The two bundles that run in Chromium lie beside this one; each defines `standinWorld` with its `start`. */
const bundle = (name: string): string => fs.readFileSync(path.join(import.meta.dirname, `${name}.js`), 'utf8');

export interface WorldScripts {
  readonly page: string;
  readonly preload: string;
}

/** The scripts of both worlds for one page; each closes over its bundle, so that nothing becomes a global. */
export function worldScripts(preloadFile: string | undefined, extraArguments: readonly string[]): WorldScripts {
  const config: WorldConfig = {
    handOver: `h${randomUUID()}`,
    process: {
      type: 'renderer',
      sandboxed: true,
      contextIsolated: true,
      platform: process.platform,
      arch: process.arch,
      versions: { ...process.versions },
      argv: extraArguments,
      env: {},
    },
  };
  const json = JSON.stringify(config);
  const preload = preloadFile === undefined ? '' : fs.readFileSync(preloadFile, 'utf8');
  const run = `function (require, module, exports, process) {${preload}\n}`;
  return {
    page: `(() => {${bundle('page-world')}\nstandinWorld.start(${json}); })();`,
    preload: `(() => {${bundle('preload-world')}\nstandinWorld.start(${json}, ${run}); })();`,
  };
}
