import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './targets.mjs';

/**
 * `node build/make-icons.mjs`: draws assets/icons/icon.svg with an installed Chromium (CHROMIUM, or /usr/bin/chromium)
 * and writes what the three systems want: icon.png (Linux), icon.ico (Windows), icon.icns (macOS). Run by hand when the
 * drawing changes; the results are committed, so that no build needs a browser.
 */

const folder = path.join(root, 'assets/icons');
const svg = readFileSync(path.join(folder, 'icon.svg'), 'utf8');

/**
 * @param {number} size edge in pixels
 * @returns {Buffer} PNG with a transparent ground
 */
function draw(size) {
  const temp = mkdtempSync(path.join(os.tmpdir(), 'icons-'));
  const page = path.join(temp, 'icon.html');
  const png = path.join(temp, 'icon.png');
  writeFileSync(page, `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  execFileSync(process.env['CHROMIUM'] ?? '/usr/bin/chromium', [
    ...['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--default-background-color=00000000'],
    ...[`--user-data-dir=${temp}`, `--window-size=${size},${size}`, `--screenshot=${png}`, page],
  ]);
  const bytes = readFileSync(png);
  rmSync(temp, { recursive: true, force: true, maxRetries: 5 });
  return bytes;
}

/**
 * A Windows icon: a directory of PNG images.
 *
 * @param {readonly (readonly [number, Buffer])[]} images edge and PNG, at most 256 pixels
 */
function ico(images) {
  const head = Buffer.alloc(6 + 16 * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  for (const [i, [size, png]] of images.entries()) {
    const at = 6 + 16 * i;
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...images.map(([, png]) => png)]);
}

/**
 * A macOS icon: PNG images behind four-letter names and lengths.
 *
 * @param {readonly (readonly [string, Buffer])[]} images type and PNG
 */
function icns(images) {
  /** @type {(name: string, length: number) => Buffer} */
  const head = (name, length) => {
    const bytes = Buffer.alloc(8);
    bytes.write(name, 'latin1');
    bytes.writeUInt32BE(length + 8, 4);
    return bytes;
  };
  const body = Buffer.concat(images.flatMap(([name, png]) => [head(name, png.length), png]));
  return Buffer.concat([head('icns', body.length), body]);
}

const drawn = new Map([16, 32, 48, 64, 128, 256, 512, 1024].map((size) => [size, draw(size)]));
/** @param {number} size */
const at = (size) => {
  const png = drawn.get(size);
  if (png === undefined) throw new Error(`${size} was not drawn`);
  return png;
};
writeFileSync(path.join(folder, 'icon.png'), at(512));
writeFileSync(path.join(folder, 'icon.ico'), ico([16, 32, 48, 64, 128, 256].map((size) => [size, at(size)])));
writeFileSync(
  path.join(folder, 'icon.icns'),
  icns([
    ['ic11', at(32)],
    ['ic07', at(128)],
    ['ic08', at(256)],
    ['ic09', at(512)],
    ['ic10', at(1024)],
  ]),
);
