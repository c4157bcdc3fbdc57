import asar from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fabricateElectron } from './fabricated-electron';

const root = path.resolve(import.meta.dirname, '../..');
let dir = '';
/** The packed program, its archive and what the archive lists. */
let app = '';
let archive = '';
let files: readonly string[] = [];

interface Outcome {
  readonly code: number;
  readonly out: string;
}

const run = (program: string, args: readonly string[]): Promise<Outcome> =>
  new Promise((resolve) => {
    const child = execFile(program, args, { cwd: root, maxBuffer: 1 << 26 }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, out: stdout + stderr }),
    );
  });

const inArchive = (file: string): Buffer => asar.extractFile(archive, file);

/** Bytes of a folder with all that is in it. */
const sizeOf = async (folder: string): Promise<number> => {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => (await stat(path.join(entry.parentPath, entry.name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
};

beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'packaging-'));
  app = path.join(dir, 'release/linux-unpacked');
  archive = path.join(app, 'resources/app.asar');
  const built = await run(process.execPath, ['build/build.mjs']);
  expect(built.code, built.out).toBe(0);
  await fabricateElectron(path.join(dir, 'electron'));
  const config = {
    extends: path.join(root, 'build/electron-builder.yml'),
    electronDist: path.join(dir, 'electron'),
    directories: { output: path.join(dir, 'release') },
  };
  await writeFile(path.join(dir, 'config.json'), JSON.stringify(config));
  const packed = await run(process.execPath, [
    path.join(root, 'node_modules/electron-builder/cli.js'),
    ...['--linux', 'dir', '--x64', '--publish', 'never', '--config', path.join(dir, 'config.json')],
  ]);
  expect(packed.code, packed.out).toBe(0);
  files = asar.listPackage(archive, { isPack: false }).map((file) => file.replaceAll('\\', '/'));
}, 240_000);
afterAll(async () => rm(dir, { recursive: true, force: true }));

describe('the package', () => {
  it('holds the bundles of main, worker, preload, command and pages', () => {
    for (const file of [
      '/package.json',
      '/out/main/main.cjs',
      '/out/main/pdf-worker.cjs',
      '/out/preload/preload.cjs',
      '/out/cli/room.cjs',
      '/out/renderer/index.html',
    ]) {
      expect(files).toContain(file);
    }
  });

  it('holds every font and every sample, beside the archive where plain Node can read them', async () => {
    const wanted = ['NotoSerifSC_400Regular.ttf', 'NotoSerifSC_700Bold.ttf', 'NotoSerifSC-LICENSE.txt'];
    const own = await readdir(path.join(root, 'assets/fonts'));
    const fonts = await readdir(path.join(app, 'resources/app.asar.unpacked/out/fonts'));
    expect(fonts).toEqual(expect.arrayContaining([...wanted, ...own]));
    const samples = await readdir(path.join(root, 'assets/samples'));
    expect(samples.length).toBeGreaterThan(0);
    expect(await readdir(path.join(app, 'resources/app.asar.unpacked/out/samples'))).toEqual(samples);
  });

  it('holds no sources, tests, source maps, packages or test host', () => {
    const strays = files.filter((file) =>
      /[.](tsx?|map)$|^[/](test|build|electron|renderer|docs)([/]|$)|node_modules|standin|[.]stamps/.test(file),
    );
    expect(strays).toEqual([]);
  });

  it('holds at its top the bundles and every folder of assets, and nothing else', async () => {
    const top = new Set(files.map((file) => file.split('/').slice(1, 3).join('/')));
    const data = await readdir(path.join(root, 'assets'));
    const folders = ['main', 'preload', 'cli', 'renderer', ...data].map((name) => `out/${name}`);
    expect([...top].sort()).toEqual(['out', 'package.json', ...folders].sort());
  });

  it('names its main program and no dependencies', () => {
    const manifest: unknown = JSON.parse(inArchive('package.json').toString('utf8'));
    expect(manifest).toMatchObject({ name: 'mediation-room', main: 'out/main/main.cjs' });
    expect(manifest).not.toHaveProperty('dependencies');
    expect(manifest).not.toHaveProperty('devDependencies');
    expect(manifest).not.toHaveProperty('scripts');
  });

  it('requires nothing in its bundles but electron and Node', () => {
    for (const file of [
      'out/main/main.cjs',
      'out/main/pdf-worker.cjs',
      'out/preload/preload.cjs',
      'out/cli/room.cjs',
    ]) {
      const wanted = [
        ...inArchive(file)
          .toString('utf8')
          .matchAll(/(?<![.\w])require\("([^"]+)"\)/g),
      ];
      expect(wanted.length, file).toBeGreaterThan(0);
      const foreign = wanted.map((match) => match[1] ?? '').filter((name) => name !== 'electron' && !isBuiltin(name));
      expect(foreign, file).toEqual([]);
    }
  });

  it('stays under 15 MB of program and 120 MB with fonts and samples, without Electron', async () => {
    expect((await stat(archive)).size).toBeLessThan(15_000_000);
    expect(await sizeOf(path.join(app, 'resources'))).toBeLessThan(120_000_000);
  });

  it('loads at most 450 kB (gzip) of code before the first screen', () => {
    const html = inArchive('out/renderer/index.html').toString('utf8');
    const first = [...html.matchAll(/(?:src|href)="[/](assets[/][^"]+[.](?:js|css))"/g)].map((match) => match[1] ?? '');
    expect(first.length).toBeGreaterThan(0);
    const bytes = first.reduce((sum, file) => sum + gzipSync(inArchive(`out/renderer/${file}`)).length, 0);
    expect(bytes).toBeLessThan(450_000);
  });

  it('has its fuses set', async () => {
    const wire = await getCurrentFuseWire(path.join(app, 'mediation-room'));
    const on = [
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
    ];
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ];
    for (const fuse of on) expect(wire[fuse], FuseV1Options[fuse]).toBe(FuseState.ENABLE);
    for (const fuse of off) expect(wire[fuse], FuseV1Options[fuse]).toBe(FuseState.DISABLE);
  });

  it('keeps the two languages and knows where updates come from', async () => {
    expect((await readdir(path.join(app, 'locales'))).sort()).toEqual(['en-US.pak', 'zh-CN.pak']);
    expect(await readFile(path.join(app, 'resources/app-update.yml'), 'utf8')).toContain('provider: generic');
  });

  it('carries a room command that does the main job on plain Node', async () => {
    const room = path.join(app, 'resources/bin/room');
    const demo = await run(room, ['demo', '--out', path.join(dir, 'demo')]);
    expect(demo.code, demo.out).toBe(0);
    const made = await readdir(path.join(dir, 'demo'), { recursive: true });
    expect(made.filter((file) => file.endsWith('.pdf')).length).toBeGreaterThan(0);
    const wrong = await run(room, ['no-such-command']);
    expect(wrong.code, wrong.out).toBe(2);
  });
});
