import { GROUP_NAMES } from '../domain/transfer/groups';
import type { ManifestFile } from '../domain/transfer/manifest';
import { sha256Hex, type NamedFile, type PackFile } from './transfer-pack';

/** Signs of a title; with group and number the name stays under the 255 bytes that file systems take. */
const MOST_SIGNS = 50;

/** Signs that no file name on Windows may hold, invisible ones and blanks. */
const UNFIT = /[\\/:*?"<>|\p{Cc}\p{Cf}\s]/gu;

export const fitForFileName = (text: string): string =>
  Array.from(text.replaceAll(UNFIT, '_')).slice(0, MOST_SIGNS).join('').replace(/\.+$/u, '');

const numberIn = (fileName: string): number => Number(/^\d+/u.exec(fileName)?.[0] ?? 0);

/**
 * Names of the files of a package, `NN_group_title.pdf` (domain.md 4.6), numbered in their order from 1. A file that the
 * revision before had keeps its name, whatever came or went beside it; new ones take the numbers after the highest, so
 * that a number never changes its meaning. Data files keep the title as their name.
 */
export function namedFiles(files: readonly PackFile[], before: readonly ManifestFile[]): readonly NamedFile[] {
  const known = new Map(before.map((file) => [file.source, file.fileName]));
  let last = Math.max(0, ...before.map((file) => numberIn(file.fileName)));
  return files.map((file) => {
    const kept = known.get(file.source);
    if (kept === undefined && file.group !== 'data') last += 1;
    const fresh =
      file.group === 'data'
        ? file.title
        : `${String(last).padStart(2, '0')}_${GROUP_NAMES[file.group].zh}_${fitForFileName(file.title)}.pdf`;
    return { ...file, fileName: kept ?? fresh, sha256: sha256Hex(file.bytes) };
  });
}

/** In the order of their names, as a folder shows them. */
export const inOrder = (files: readonly NamedFile[]): readonly NamedFile[] =>
  [...files].sort((a, b) => (a.fileName < b.fileName ? -1 : 1));
