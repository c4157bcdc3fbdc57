import path from 'node:path';
import { readOffered, type Offered } from './offered';
import { electronTypings, errorsOf, programOf, root, type Overlay } from './program';
import { surfaceTypings } from './surface';

const nothing: Overlay = new Map();
let asItIs: Offered | undefined;
const main = path.join(root, 'electron/main.ts');
/** Where build/tsconfig.standin-app.json looks for Electron; it exists in memory only. */
const surface = path.join(root, 'out/standin/surface/electron.d.ts');

/**
 * What the stand-in offers and Electron does not, or not so: one sentence each, naming the member. `overlay` puts other
 * text in the place of files.
 */
export const standinProblems = (overlay: Overlay = nothing): readonly string[] => readOffered(overlay).problems;

/**
 * What the app's main process and preload use and the stand-in lacks: the compiler's errors, each naming the member.
 * Says so, too, when the check would not see the app or would see Electron's full typings. `files`: the compiler looks
 * for errors in these alone.
 */
export function appProblems(overlay: Overlay = nothing, files?: readonly string[]): readonly string[] {
  asItIs ??= readOffered(nothing);
  const typings = surfaceTypings(asItIs);
  const program = programOf('tsconfig.standin-app.json', new Map([...overlay, [surface, typings]]));
  const seen = new Set(program.getSourceFiles().map((file) => file.fileName));
  return [
    ...(seen.has(main) ? [] : ['electron/main.ts is not part of the check']),
    ...(seen.has(surface) ? [] : ['the typings of the stand-in are not part of the check']),
    ...(seen.has(electronTypings) ? ["Electron's full typings are part of the check"] : []),
    ...errorsOf(program, files),
  ];
}
