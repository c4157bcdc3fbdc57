/** Stands where Electron's executable would: takes its command line and runs the same main bundle in Node. */
import fs from 'node:fs';
import inspector from 'node:inspector';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { app, describeApp, startApp } from './app';
import { electron } from './electron';
import { inUse } from './in-use';
import { readArguments, type StartArguments } from './start-arguments';

interface Package {
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
  readonly main?: string;
}

const loadModule = createRequire(path.join(import.meta.dirname, 'launcher.cjs'));
const readJson = (file: string): unknown => JSON.parse(fs.readFileSync(file, 'utf8'));

/** The nearest package.json at or above the folder. */
function readPackage(folder: string): Package {
  const file = path.join(folder, 'package.json');
  if (fs.existsSync(file)) return readJson(file) as Package;
  const parent = path.dirname(folder);
  return parent === folder ? {} : readPackage(parent);
}

/** What Electron adds to `process`; its version is that of the installed typings. */
function dressProcess(executable: string): string {
  const typings = loadModule.resolve('electron/package.json', { paths: [process.cwd(), import.meta.dirname] });
  const { version = '' } = readJson(typings) as Package;
  const add = (key: string, value: unknown): void => {
    Object.defineProperty(process, key, { value, configurable: true, enumerable: true, writable: true });
  };
  add('versions', { ...process.versions, electron: version, chrome: '0' });
  add('type', 'browser');
  add('defaultApp', true);
  add('resourcesPath', path.join(path.dirname(executable), 'resources'));
  return version;
}

/** Every `require('electron')`, of the app, of a test runner and of its debugger, gets the stand-in. */
function answerRequire(): void {
  const loader = Module as unknown as { _load(request: string, ...rest: unknown[]): unknown };
  const load = loader._load.bind(loader);
  loader._load = (request, ...rest) =>
    /^electron(\/main|\/common)?$/.test(request) ? electron : load(request, ...rest);
}

/** Under a test runner: opens Node's debugger for it, and ends with it (a killed runner leaves nobody behind). */
function serveTestRunner(switches: StartArguments['switches']): void {
  const inspect = switches.find(([name]) => name === 'inspect');
  if (inspect && !inUse) inspector.open(Number(inspect[1] === '' ? 9229 : inspect[1].split(':').at(-1)), '127.0.0.1');
  if (!switches.some(([name]) => name === 'remote-debugging-port')) return;
  const runner = process.ppid;
  setInterval(() => {
    if (process.ppid !== runner) app.exit(1);
  }, 500).unref();
}

async function launch(executable: string, args: readonly string[]): Promise<void> {
  process.argv = [executable, ...args];
  const version = dressProcess(executable);
  if (args[0] === '--version' || args[0] === '-v') {
    console.log(`v${version}`);
    return;
  }
  answerRequire();
  const start = readArguments(args);
  serveTestRunner(start.switches);
  const target = path.resolve(start.app);
  const appPath = fs.statSync(target).isDirectory() ? target : path.dirname(target);
  const described = readPackage(appPath);
  const name = described.productName ?? described.name ?? 'Electron';
  describeApp({ appPath, name, version: described.version ?? '0.0.0', switches: start.switches });
  for (const module of start.modules) loadModule(path.resolve(module));
  loadModule(appPath === target ? path.join(appPath, described.main ?? 'index.js') : target);
  await startApp();
}

process.on('unhandledRejection', (reason) => console.error('UnhandledPromiseRejectionWarning:', reason));
process.on('uncaughtException', (error) => console.error('Uncaught Exception:\n', error));
launch(path.resolve(import.meta.dirname, '../electron'), process.argv.slice(2)).catch((error: unknown) => {
  console.error('A JavaScript error occurred in the main process\n', error);
  process.exit(1);
});
