import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { lawful, planted } from './layers-tree';

const root = path.resolve(import.meta.dirname, '../..');
const config = path.join(root, 'build/dependency-cruiser.config.cjs');

/** What dependency-cruiser's json reporter says about a violation. */
const report = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

let dir = '';

const write = async (file: string, text: string): Promise<void> => {
  await mkdir(path.dirname(path.join(dir, file)), { recursive: true });
  await writeFile(path.join(dir, file), text);
};

/** Runs the layer rule on the planted tree: one "rule file" line a violation. */
const violations = async (): Promise<readonly string[]> => {
  const cli = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [cli, '--config', config, '--output-type', 'json', 'electron', 'renderer', 'centre'];
  const stdout = await new Promise<string>((resolve) => {
    // The exit code is the number of violations; what counts is the report.
    execFile(process.execPath, args, { cwd: dir, maxBuffer: 1 << 26 }, (_error, out) => resolve(out));
  });
  return report.parse(JSON.parse(stdout)).summary.violations.map((v) => `${v.rule.name} ${v.from}`);
};

beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'layers-'));
  await symlink(path.join(root, 'node_modules'), path.join(dir, 'node_modules'), 'junction');
  await write('tsconfig.json', JSON.stringify({ extends: path.join(root, 'build/tsconfig.base.json') }));
  await write('test/helper.ts', 'export const helper = 1;\n');
  for (const [file, text] of Object.entries(lawful)) await write(file, text);
});
afterAll(async () => rm(dir, { recursive: true, force: true }));

describe('the layer rule', () => {
  it('accepts lawful code of every layer', async () => {
    expect(await violations()).toEqual([]);
  });

  it('names every planted violation', async () => {
    for (const [file, text] of planted) await write(file, text);
    await write('electron/core/sync/cycle-b.ts', "import './cycle-a';\n");
    // A preload that pulls a schema in, instead of its type.
    await write('electron/preload.ts', "import { request } from './contract/cases';\nvoid request;\n");
    const found = await violations();
    for (const [file, , rule] of planted) expect(found).toContain(`${rule} ${file}`);
    expect(found).toContain('preload-types-only electron/preload.ts');
  });

  it('is kept a second time by the compiler: the domain knows no Node and the pages know no Node', async () => {
    for (const [layer, file] of [
      ['domain', 'electron/core/domain/reads-files.ts'],
      ['renderer', 'renderer/app/uses-node.ts'],
    ] as const) {
      await write(file, `import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n`);
      const types = layer === 'domain' ? [] : ['vite/client'];
      const own = {
        extends: path.join(root, `build/tsconfig.${layer}.json`),
        include: [file],
        compilerOptions: { types },
      };
      await write(`tsconfig.${layer}.json`, JSON.stringify(own));
      const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
      const out = await new Promise<string>((resolve) => {
        execFile(process.execPath, [tsc, '-p', path.join(dir, `tsconfig.${layer}.json`)], (_e, text) => resolve(text));
      });
      expect(out).toMatch(/error TS(2591|2307).*node:fs/);
    }
  });
});
