import path from 'node:path';
import { app, dialog } from 'electron';
import { durableWrite } from '../core/store/durable-write';
import { nodeFiles } from '../core/store/node-files';
import { diskError } from '../core/store/store-error';

/** What is saved: a title for the question, the ending without its dot. */
export interface SaveKind {
  readonly title: string;
  readonly ending: 'pdf' | 'zip' | 'mrx' | 'mrb' | 'csv' | 'txt';
}

/** Asks where to save and writes durably; null when the person cancelled. Throws StoreError when the disk refuses. */
export async function saveFile(name: string, bytes: Uint8Array, kind: SaveKind): Promise<string | null> {
  const chosen = await askWhere(name, kind);
  if (chosen === null) return null;
  try {
    await durableWrite(nodeFiles, chosen, bytes);
  } catch (fault) {
    throw diskError(fault, kind.ending.toUpperCase());
  }
  return chosen;
}

/** Asks where to save; null when the person cancelled. */
export async function askWhere(name: string, { title, ending }: SaveKind): Promise<string | null> {
  const chosen = await dialog.showSaveDialog({
    title,
    defaultPath: path.join(app.getPath('documents'), name),
    filters: [{ name: ending.toUpperCase(), extensions: [ending] }],
  });
  return chosen.canceled || !chosen.filePath ? null : chosen.filePath;
}
