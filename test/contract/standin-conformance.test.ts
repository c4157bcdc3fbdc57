import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { appProblems, standinProblems } from '../standin/conformance/check';

/** The check is worth something only if it speaks up: each test plants a fault in memory and looks for its name. */
const root = path.resolve(import.meta.dirname, '../..');
const at = (file: string): string => path.join(root, file);

const edited = (file: string, from: string, to: string): [string, string] => {
  const text = fs.readFileSync(at(file), 'utf8');
  expect(text).toContain(from);
  return [at(file), text.replace(from, to)];
};

test('the stand-in offers nothing that Electron lacks', () => {
  expect(standinProblems()).toEqual([]);
});

test('the app uses nothing that the stand-in lacks', () => {
  expect(appProblems()).toEqual([]);
});

test('a member, a type or an event that Electron does not have is named', () => {
  const problems = standinProblems(
    new Map([
      edited('test/standin/src/shell.ts', 'openPath(file', 'openFolder: (): void => undefined,\n  openPath(file'),
      edited('test/standin/src/clipboard.ts', 'Promise<string> => Promise.resolve(text)', 'string => text'),
      edited('test/standin/src/power-monitor.ts', "'suspend'", "'suspend' | 'nap'"),
    ]),
  );
  expect(problems).toEqual([
    "Clipboard.readText does not fit Electron's: () => string",
    "PowerMonitor has no event 'nap' in Electron",
    'Shell.openFolder is offered by the stand-in and is not in Electron',
  ]);
});

test('what the app uses and the stand-in lacks is a type error that names it', () => {
  const planted = `
    import { app, powerMonitor, BrowserWindow, Tray } from 'electron';
    export const used = [app.setBadgeCount(1), new BrowserWindow().setKiosk(true), Tray];
    powerMonitor.on('speed-limit-change', () => undefined);
    export const offered = [app.getVersion(), new BrowserWindow().isFullScreen()];
  `;
  // All files are looked at above.
  const file = at('electron/shell/planted.ts');
  const problems = appProblems(new Map([[file, planted]]), [file]);
  const about = problems.filter((problem) => problem.startsWith('electron/shell/planted.ts')).join('\n');
  for (const name of ['Tray', 'setBadgeCount', 'setKiosk', 'speed-limit-change']) expect(about).toContain(name);
  expect(about.split('\n')).toHaveLength(4);
  expect(problems).not.toContain('electron/main.ts is not part of the check');
});

test('a check that no longer sees the app says so', () => {
  const original = fs.readFileSync(at('build/tsconfig.standin-app.json'), 'utf8');
  const config = original.replace('"exclude": []', '"exclude": ["../electron"]');
  expect(config).not.toBe(original);
  const problems = appProblems(new Map([[at('build/tsconfig.standin-app.json'), config]]), []);
  expect(problems).toContain('electron/main.ts is not part of the check');
});
