import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './targets.mjs';

/**
 * electron-builder's afterPack hook, before signing. The room command starts the PDF worker at ../main/pdf-worker.cjs,
 * as in out/; on the system's Node it cannot reach the one in app.asar, so a copy goes beside the archive. The app
 * itself keeps to the worker inside: the archive lists that file as packed, and only its copy there is checked.
 *
 * @param {import('electron-builder').AfterPackContext} context
 */
const placeWorker = (context) => {
  const resources = context.packager.getResourcesDir(context.appOutDir);
  const target = path.join(resources, 'app.asar.unpacked/out/main');
  mkdirSync(target, { recursive: true });
  for (const name of ['pdf-worker.cjs', 'data']) {
    cpSync(path.join(root, 'out/main', name), path.join(target, name), { recursive: true });
  }
};

export default placeWorker;
