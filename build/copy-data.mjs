import { copyFileSync, cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from './targets.mjs';

const noto = 'node_modules/@expo-google-fonts/noto-serif-sc';

/**
 * Files that come from packages: [from, to], both relative to the project.
 *
 * @type {readonly (readonly [string, string])[]}
 */
const fromPackages = [
  [`${noto}/400Regular/NotoSerifSC_400Regular.ttf`, 'out/fonts/NotoSerifSC_400Regular.ttf'],
  [`${noto}/700Bold/NotoSerifSC_700Bold.ttf`, 'out/fonts/NotoSerifSC_700Bold.ttf'],
  // pdfkit reads the colour profile of an archival PDF from `data` beside its own code, which is now the bundle.
  ['node_modules/pdfkit/js/data/sRGB_IEC61966_2_1.icc', 'out/main/data/sRGB_IEC61966_2_1.icc'],
  ['node_modules/pdfkit/js/data/sRGB_IEC61966_2_1.icc', 'out/cli/data/sRGB_IEC61966_2_1.icc'],
];

/**
 * Copies what is shipped as data: every folder of assets/ to out/ under the same name (assets/fonts to out/fonts,
 * assets/samples to out/samples, ...), and the fonts that are taken from packages.
 */
export function copyData() {
  for (const entry of readdirSync(path.join(root, 'assets'), { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const target = path.join(root, 'out', entry.name);
    rmSync(target, { recursive: true, force: true });
    cpSync(path.join(root, 'assets', entry.name), target, { recursive: true });
  }
  for (const [from, to] of fromPackages) {
    mkdirSync(path.join(root, path.dirname(to)), { recursive: true });
    copyFileSync(path.join(root, from), path.join(root, to));
  }
}
