import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { manifestSchema, type Manifest } from '../domain/transfer/manifest';
import type { NamedFile } from './transfer-pack';

const MANIFEST = 'manifest.json';
const SHANGHAI = 8 * 3_600_000;
/** Made on Unix, rw-r--r--: Info-ZIP reads the names of what was made on MS-DOS in a code page, though they say UTF-8. */
const UNIX = 3;
const READABLE = 0o100644 * 0x10000;

/** An instant as it reads in Shanghai, `2024-06-05T10:00:00+08:00`; `millis` since 1970. */
export const shanghaiInstant = (millis: number): string =>
  `${new Date(millis + SHANGHAI).toISOString().slice(0, 19)}+08:00`;

/** A ZIP has no time zone: the fields of this date are Shanghai's on every machine. */
function zipTime(instant: string): Date {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = instant
    .slice(0, 19)
    .split(/\D/u)
    .map(Number);
  return new Date(year, month - 1, day, hour, minute, second);
}

/** JSON as it stands in the package: two blanks, a line end at the end. */
export const jsonBytes = (value: unknown): Uint8Array => strToU8(`${JSON.stringify(value, null, 2)}\n`);

/**
 * The package as one ZIP, its manifest first. The same files and manifest give the same bytes on every machine: stored, not
 * packed, one time for all, UTF-8 names without folders.
 */
export function zipPackage(files: readonly NamedFile[], manifest: Manifest): Uint8Array {
  const mtime = zipTime(manifest.createdAt);
  const entries: Zippable = { [MANIFEST]: jsonBytes(manifest) };
  for (const file of files) entries[file.fileName] = file.bytes;
  return zipSync(entries, { level: 0, mtime, os: UNIX, attrs: READABLE });
}

/** The manifest of a package that was made here. Throws when the package has none, or one of a newer version. */
export function manifestOf(zip: Uint8Array): Manifest {
  const found = unzipSync(zip, { filter: (file) => file.name === MANIFEST })[MANIFEST];
  return manifestSchema.parse(JSON.parse(new TextDecoder().decode(found)));
}
