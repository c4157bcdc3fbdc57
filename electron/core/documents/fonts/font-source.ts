import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The font files that the documents are made with, by file name. Nothing of the machine's own fonts is used. */
export const FONT_FILES = {
  regular: 'NotoSerifSC_400Regular.ttf',
  bold: 'NotoSerifSC_700Bold.ttf',
  rare: 'HanaMinB.ttf',
} as const;

/** Where font files come from. `read` gives the bytes of one of `FONT_FILES` or throws when it is not there. */
export interface FontSource {
  read(file: string): Uint8Array;
}

/** Looks for a file in each folder in turn. Throws an error that names the file, never a folder of the user. */
export function directoryFonts(dirs: readonly string[]): FontSource {
  return {
    read(file) {
      const found = dirs.map((dir) => path.join(dir, path.basename(file))).find((candidate) => existsSync(candidate));
      if (found === undefined) throw new Error(`font file ${file} is missing from the installation`);
      return readFileSync(found);
    },
  };
}
