import { ESLint } from 'eslint';
import path from 'node:path';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

const hookUnderCondition = `import { useState } from 'react';
export const A = (p: { a: boolean }) => {
  if (p.a) useState(1);
  return null;
};`;

describe('the lint rules of the house', () => {
  // Rules that need types are left out: the planted text is not part of the project the compiler knows.
  const eslint = new ESLint({ cwd: root, overrideConfig: [tseslint.configs.disableTypeChecked] });
  const rulesBroken = async (filePath: string, text: string): Promise<readonly (string | null)[]> => {
    const [result] = await eslint.lintText(text, { filePath: path.join(root, filePath) });
    return result?.messages.map((message) => message.ruleId) ?? [];
  };

  it.each([
    ['the clock in the domain', 'electron/core/domain/a.ts', 'export const a = Date.now();', 'no-restricted-syntax'],
    [
      'an empty Date in the domain',
      'electron/core/domain/a.ts',
      'export const a = new Date();',
      'no-restricted-syntax',
    ],
    ['local time in the domain', 'electron/core/domain/a.ts', 'new Date(0).getHours();', 'no-restricted-syntax'],
    ['chance in the domain', 'electron/core/domain/a.ts', 'export const a = Math.random();', 'no-restricted-syntax'],
    ['an enum', 'electron/core/domain/a.ts', 'export enum A { B }', 'no-restricted-syntax'],
    ['a default export', 'electron/core/store/a.ts', 'export default 1;', 'no-restricted-syntax'],
    ['the console in the core', 'electron/core/store/a.ts', 'console.log(1);', 'no-console'],
    ['any', 'electron/core/store/a.ts', 'export const a: any = 1;', '@typescript-eslint/no-explicit-any'],
    ['raw IPC in a window', 'electron/shell/window.ts', "import { ipcMain } from 'electron';", 'no-restricted-imports'],
    [
      'ipcRenderer in main',
      'electron/shell/ipc.ts',
      "import { ipcRenderer } from 'electron';",
      'no-restricted-imports',
    ],
    ['a hook under a condition', 'renderer/app/a.tsx', hookUnderCondition, 'react-hooks/rules-of-hooks'],
  ])('refuse %s', async (_what, file, text, rule) => {
    expect(await rulesBroken(file, text)).toContain(rule);
  });

  it('let the one file that owns IPC use it, and the domain use a given instant', async () => {
    expect(await rulesBroken('electron/shell/ipc.ts', "import { ipcMain } from 'electron';\nvoid ipcMain;\n")).toEqual(
      [],
    );
    expect(await rulesBroken('electron/core/domain/a.ts', 'export const a = new Date(0).getUTCHours();\n')).toEqual([]);
  });
});
