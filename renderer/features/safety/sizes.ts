/** The size of a file in words: `4.2 MB`, `310 KB`. Decimal, as Windows Explorer's neighbours and disks state it. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1_000)} KB`;
  return bytes < 1_000_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${(bytes / 1_000_000_000).toFixed(2)} GB`;
}

/** The name of a file without its folders, of either system. */
export const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;
