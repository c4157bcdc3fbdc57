import fs from 'node:fs';
import places from '../../../../build/chromium-places.json';

/** The browser to drive: STANDIN_CHROMIUM when set, else the first usual place that has one. */
export function findChromium(): string {
  const named = process.env['STANDIN_CHROMIUM'];
  const found = [...(named === undefined ? [] : [named]), ...places].find((place) => fs.existsSync(place));
  if (found === undefined) throw new Error('stand-in: no Chromium found; run `node build/ensure-tools.mjs`');
  return found;
}
