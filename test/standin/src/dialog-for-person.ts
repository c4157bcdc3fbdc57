/** Dialogs for a person at `npm start`: zenity's where it is installed, and a plain way to go on where it is not. */
import type * as Electron from 'electron';
import fs from 'node:fs';
import path from 'node:path';
import { app } from './app';
import { outputOf } from './run-program';

const hasZenity = async (): Promise<boolean> => (await outputOf('zenity', ['--version'])) !== undefined;

/** `name`, or `name (2)`, `name (3)` and so on: the first that does not exist. */
function unusedFile(folder: string, name: string): string {
  const { name: stem, ext } = path.parse(name);
  for (let count = 1; ; count += 1) {
    const file = path.join(folder, count === 1 ? name : `${stem} (${count})${ext}`);
    if (!fs.existsSync(file)) return file;
  }
}

/** The file to save as; undefined when the person cancelled. Without zenity: the documents folder, nothing overwritten. */
export async function askSaveFile({
  title = '',
  defaultPath = '',
}: Electron.SaveDialogOptions): Promise<string | undefined> {
  const suggested = path.resolve(app.getPath('documents'), defaultPath);
  if (await hasZenity()) {
    return outputOf('zenity', ['--file-selection', '--save', `--title=${title}`, `--filename=${suggested}`]);
  }
  const folder = path.dirname(suggested);
  fs.mkdirSync(folder, { recursive: true });
  const file = unusedFile(folder, path.basename(defaultPath === '' ? 'mediation-room' : suggested));
  console.log(`stand-in: saved without a dialog as / 未显示对话框，已保存为：${file}`);
  return file;
}

/** The files or folders to open; none when the person cancelled, or when there is no dialog to ask with. */
export async function askOpenFiles({ title = '', properties = [] }: Electron.OpenDialogOptions): Promise<string[]> {
  if (await hasZenity()) {
    const folder = properties.includes('openDirectory') ? ['--directory'] : [];
    const many = properties.includes('multiSelections') ? ['--multiple', '--separator=\n'] : [];
    const chosen = await outputOf('zenity', ['--file-selection', `--title=${title}`, ...folder, ...many]);
    return chosen === undefined || chosen === '' ? [] : chosen.split('\n');
  }
  console.log('stand-in: install zenity to choose files / 选择文件需安装 zenity（apt-get install zenity）');
  return [];
}

/** The index of the chosen button. Without zenity it is the one that cancels. */
export async function askMessage(options: Electron.MessageBoxOptions): Promise<number> {
  const { message, detail = '', buttons = ['OK'], cancelId = buttons.length - 1 } = options;
  const text = [message, detail].filter((part) => part !== '').join('\n\n');
  if (!(await hasZenity())) {
    console.log(`stand-in: answered "${buttons[cancelId] ?? ''}" without a dialog / 未显示对话框：${text}`);
    return cancelId;
  }
  const extra = buttons.map((button) => `--extra-button=${button}`);
  const chosen = await outputOf('sh', [
    '-c',
    'zenity "$@" || true',
    'zenity',
    '--question',
    '--switch',
    '--no-markup',
    `--text=${text}`,
    ...extra,
  ]);
  const index = buttons.indexOf(chosen ?? '');
  return index < 0 ? cancelId : index;
}
