import type * as Electron from 'electron';
import { askMessage, askOpenFiles, askSaveFile } from './dialog-for-person';
import { inUse } from './in-use';
import { refuseTheRest } from './refuse';

/** Options come last; a window may come before them. */
function optionsOf<T>(first: object, second: T | undefined): T {
  return second ?? (first as T);
}

function showOpenDialog(options: Electron.OpenDialogOptions): Promise<Electron.OpenDialogReturnValue>;
function showOpenDialog(
  window: Electron.BaseWindow,
  options: Electron.OpenDialogOptions,
): Promise<Electron.OpenDialogReturnValue>;
async function showOpenDialog(
  first: object,
  second?: Electron.OpenDialogOptions,
): Promise<Electron.OpenDialogReturnValue> {
  const filePaths = inUse ? await askOpenFiles(optionsOf(first, second)) : [];
  return { canceled: filePaths.length === 0, filePaths };
}

function showSaveDialog(options: Electron.SaveDialogOptions): Promise<Electron.SaveDialogReturnValue>;
function showSaveDialog(
  window: Electron.BaseWindow,
  options: Electron.SaveDialogOptions,
): Promise<Electron.SaveDialogReturnValue>;
async function showSaveDialog(
  first: object,
  second?: Electron.SaveDialogOptions,
): Promise<Electron.SaveDialogReturnValue> {
  const filePath = inUse ? await askSaveFile(optionsOf(first, second)) : undefined;
  return { canceled: filePath === undefined, filePath: filePath ?? '' };
}

function showMessageBox(options: Electron.MessageBoxOptions): Promise<Electron.MessageBoxReturnValue>;
function showMessageBox(
  window: Electron.BaseWindow,
  options: Electron.MessageBoxOptions,
): Promise<Electron.MessageBoxReturnValue>;
async function showMessageBox(
  first: object,
  second?: Electron.MessageBoxOptions,
): Promise<Electron.MessageBoxReturnValue> {
  const options = optionsOf(first, second);
  const response = inUse ? await askMessage(options) : (options.cancelId ?? 0);
  return { response, checkboxChecked: false };
}

/** Under test every dialog is cancelled; a test sets the answer as it does on Electron, by replacing the function. */
export const dialog = refuseTheRest('dialog', {
  showOpenDialog,
  showSaveDialog,
  showMessageBox,
  showErrorBox: (title: string, content: string): void => console.error(`${title}\n${content}`),
});
