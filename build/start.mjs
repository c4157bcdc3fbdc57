import { spawn } from 'node:child_process';
import path from 'node:path';
import { buildTargets } from './build.mjs';
import { electronBinary } from './electron-binary.mjs';
import { ensureTools, findChromium } from './ensure-tools.mjs';
import { buildStandin, standinFolder } from './standin.mjs';
import { root } from './targets.mjs';

/** `npm start`: builds what has changed, then opens the app, in Electron or, where its program is missing, in the stand-in. */

/** @typedef {{ readonly program: string, readonly args: readonly string[], readonly env: NodeJS.ProcessEnv }} Command */

/**
 * @param {readonly string[]} args
 * @returns {Promise<Command | undefined>} what to run; undefined after a message that says what is missing
 */
async function command(args) {
  const electron = electronBinary();
  if (electron !== undefined) {
    console.error('Starting in Electron. / 以 Electron 启动。');
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    return { program: electron, args: ['.', ...root, ...args], env: process.env };
  }
  console.error(
    "Starting in the stand-in on Chromium: Electron's program is not installed. / 以 Chromium 替身启动：未安装 Electron 程序。",
  );
  if (!hasScreen()) return undefined;
  if (!ensureTools(['chromium', 'chinese-font'])) return undefined;
  await buildStandin();
  const env = { ...process.env, STANDIN_USE: '1', STANDIN_CHROMIUM: findChromium() };
  return { program: process.execPath, args: [path.join(standinFolder, 'electron'), '.', ...args], env };
}

function hasScreen() {
  const { DISPLAY, WAYLAND_DISPLAY, MEDIATION_ROOM_HEADLESS } = process.env;
  const shown = process.platform !== 'linux' || (DISPLAY ?? WAYLAND_DISPLAY ?? '') !== '';
  if (shown || MEDIATION_ROOM_HEADLESS === '1') return true;
  console.error(
    [
      'There is no screen here: DISPLAY is not set. / 此处没有屏幕：未设置 DISPLAY。',
      '  Log in to a desktop and run npm start there, or set DISPLAY. / 请在桌面环境中运行 npm start，或设置 DISPLAY。',
      '  A virtual screen: xvfb-run -a npm start / 虚拟屏幕：xvfb-run -a npm start',
      '  No window at all: MEDIATION_ROOM_HEADLESS=1 npm start / 不显示窗口：MEDIATION_ROOM_HEADLESS=1 npm start',
    ].join('\n'),
  );
  return false;
}

/** @param {Command} command */
function run({ program, args, env }) {
  const child = spawn(program, args, { cwd: root, env, stdio: 'inherit' });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal));
}

process.chdir(root);
try {
  await buildTargets([]);
  const found = await command(process.argv.slice(2));
  if (found === undefined) process.exitCode = 1;
  else run(found);
} catch (error) {
  console.error(`could not start / 无法启动：${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
