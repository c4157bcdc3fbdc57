import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import places from './chromium-places.json' with { type: 'json' };
import { electronBinary } from './electron-binary.mjs';

/**
 * Programs outside npm that the tests and the stand-in need: a Chromium (where Electron's own program is missing), poppler's pdftoppm,
 * a font with Chinese characters, a printing system and a database that tests start for themselves, qpdf, unzip and openssl. Installs
 * what is missing on Debian and its relatives; elsewhere says what to do.
 *
 * @typedef {'chromium' | 'pdftoppm' | 'chinese-font' | 'cups' | 'postgresql' | 'qpdf' | 'unzip' | 'openssl'} Tool
 */

/** @param {string} program */
const onPath = (program) =>
  (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .some((folder) => ['', '.exe'].some((ending) => existsSync(path.join(folder, program + ending))));

/** The browser that the stand-in drives: STANDIN_CHROMIUM when set, else the first usual place that has one. */
export function findChromium() {
  const named = process.env['STANDIN_CHROMIUM'];
  return [...(named === undefined ? [] : [named]), ...places].find((place) => existsSync(place));
}

/** Windows and macOS come with Chinese fonts. On Linux the usual folders are looked at before fontconfig is asked. */
function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const folders = ['/usr/share/fonts/opentype/noto', '/usr/share/fonts/noto-cjk', '/usr/share/fonts/google-noto-cjk'];
  if (folders.some((folder) => existsSync(folder) && readdirSync(folder).some((name) => name.includes('CJK'))))
    return true;
  return spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' }).stdout?.trim() > '';
}

/** The daemon lies where an ordinary user's PATH does not look, and its filters have a folder of their own. */
function hasCups() {
  // Windows prints by another road and has no CUPS; the tests of a CUPS queue are not run there.
  if (process.platform === 'win32') return true;
  const daemon = ['/usr/sbin/cupsd', '/usr/local/sbin/cupsd'].some((place) => existsSync(place));
  const filter = ['/usr/lib/cups', '/usr/libexec/cups'].some((place) => existsSync(`${place}/filter/pdftopdf`));
  return daemon && filter && onPath('lp');
}

/** Where Debian's package puts the programs of a version. The tests of a real PostgreSQL are run on Linux. */
function hasPostgresql() {
  if (process.platform !== 'linux') return true;
  const folder = '/usr/lib/postgresql';
  const versions = existsSync(folder) ? readdirSync(folder) : [];
  return versions.some((version) => Number(version) >= 15 && existsSync(`${folder}/${version}/bin/initdb`));
}

/** @type {Readonly<Record<Tool, { found: () => boolean, debian: readonly string[], advice: string }>>} */
const tools = {
  chromium: {
    found: () => electronBinary() !== undefined || findChromium() !== undefined,
    debian: ['chromium'],
    advice:
      'Install Chromium or Google Chrome, or name one in STANDIN_CHROMIUM. / 请安装 Chromium 或谷歌浏览器，或用环境变量 STANDIN_CHROMIUM 指明其位置。',
  },
  pdftoppm: {
    found: () => onPath('pdftoppm'),
    debian: ['poppler-utils'],
    advice:
      'Install poppler (macOS: brew install poppler); pdftoppm must be on PATH. / 请安装 poppler，使命令 pdftoppm 可用。',
  },
  'chinese-font': {
    found: hasChineseFont,
    debian: ['fonts-noto-cjk'],
    advice: 'Install a Chinese font such as Noto Sans CJK. / 请安装中文字体，例如 Noto Sans CJK。',
  },
  cups: {
    found: hasCups,
    debian: ['cups-daemon', 'cups-client', 'cups-filters'],
    advice:
      'Install CUPS and cups-filters; cupsd, lp, lpadmin and the filter pdftopdf must be there. / 请安装 CUPS 与 cups-filters，使 cupsd、lp、lpadmin 和过滤程序 pdftopdf 可用。',
  },
  postgresql: {
    found: hasPostgresql,
    debian: ['postgresql-15'],
    advice:
      'Install PostgreSQL 15; its programs must be under /usr/lib/postgresql/15/bin. / 请安装 PostgreSQL 15，程序位于 /usr/lib/postgresql/15/bin。',
  },
  qpdf: {
    found: () => onPath('qpdf'),
    debian: ['qpdf'],
    advice: 'Install qpdf (macOS: brew install qpdf); it must be on PATH. / 请安装 qpdf，使命令 qpdf 可用。',
  },
  unzip: {
    found: () => onPath('unzip'),
    debian: ['unzip'],
    advice: 'Install unzip; it must be on PATH. / 请安装 unzip，使命令 unzip 可用。',
  },
  openssl: {
    found: () => onPath('openssl'),
    debian: ['openssl'],
    advice: 'Install openssl; it must be on PATH. / 请安装 openssl，使命令 openssl 可用。',
  },
};

/** @type {readonly Tool[]} */
const all = ['chromium', 'pdftoppm', 'chinese-font', 'cups', 'postgresql', 'qpdf', 'unzip', 'openssl'];

/** How to run a command as root without being asked anything; undefined when that cannot be done. */
function asRoot() {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined;
}

/** @param {readonly string[]} packages */
function install(packages) {
  const prefix = onPath('apt-get') ? asRoot() : undefined;
  if (prefix === undefined) return;
  console.error(`installing ${packages.join(', ')} with apt-get / 正在用 apt-get 安装 ${packages.join('、')}`);
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const [program = '', ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    spawnSync(program, rest, { stdio: ['ignore', 'ignore', 'inherit'] });
  }
}

/**
 * Makes the named tools available, or says on standard error what a person has to install.
 *
 * @param {readonly Tool[]} names all of them unless told
 * @returns {boolean} whether all are there now
 */
export function ensureTools(names = all) {
  const missing = names.filter((name) => !tools[name].found());
  if (missing.length === 0) return true;
  install(missing.flatMap((name) => tools[name].debian));
  const left = missing.filter((name) => !tools[name].found());
  for (const name of left) console.error(`${name} is missing / 缺少 ${name}：${tools[name].advice}`);
  return left.length === 0;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = ensureTools() ? 0 : 1;
}
