import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import type { Files } from '../ports';
import { durableWrite } from './durable-write';
import { sealFor } from './seal';
import { newStationKey } from '../crypto/signing-key';
import { StoreError } from './store-error';

/**
 * The head of a store（数据头）: which format it has, and its data key wrapped once for each way to open it.
 *
 * Promises: nothing in it opens the store without one of the keys it names; a wrong key is `wrong-key` and touches
 * nothing. Does not promise: protection from who has the key file or the unlocked operating-system account.
 * Proved by test/unit/store/journal-store.test.ts.
 */
const headerSchema = z.looseObject({
  format: z.number().int(),
  wraps: z.array(z.looseObject({ way: z.string(), wrapped: z.string() })),
  /** The workstation's signing key, sealed with the data key. */
  station: z.string(),
  /** Public keys that this workstation had before（更换前的身份）, oldest first. */
  former: z.array(z.string()).optional(),
});
export type StoreHeader = z.infer<typeof headerSchema>;

export const HEADER_FILE: string = 'store.json';
const FORMAT = 1;

/** One way to unwrap the data key: a key file here, the operating system's store in the app. */
export interface Opener {
  readonly way: string;
  readonly wrap: (dataKey: Uint8Array) => Promise<Uint8Array>;
  readonly unwrap: (wrapped: Uint8Array) => Promise<Uint8Array>;
}

/** An opener from a 32-byte key that the caller keeps, e.g. in a key file. */
export function keyOpener(key: Uint8Array): Opener {
  const seal = sealFor(key, 'wrap');
  return {
    way: 'key-file',
    wrap: (dataKey) => Promise.resolve(seal.seal('data-key', dataKey)),
    unwrap: (wrapped) => Promise.resolve(seal.open('data-key', wrapped)),
  };
}

/** Makes a header with fresh keys. The folder must exist and hold none. */
export async function createHeader(files: Files, folder: string, opener: Opener): Promise<void> {
  const dataKey = randomBytes(32);
  const header: StoreHeader = {
    format: FORMAT,
    wraps: [{ way: opener.way, wrapped: Buffer.from(await opener.wrap(dataKey)).toString('base64') }],
    station: Buffer.from(sealFor(dataKey, 'key').seal('station', newStationKey())).toString('base64'),
  };
  await writeHeader(files, folder, header);
}

/** Reads the header and unwraps the keys. Throws `not-a-store`, `newer-store`, `wrong-key` or `damaged`. */
export async function openHeader(
  files: Files,
  folder: string,
  opener: Opener,
): Promise<StationSecret & { readonly dataKey: Uint8Array }> {
  const header = await readHeader(files, folder);
  const wrap = header.wraps.find((w) => w.way === opener.way);
  if (!wrap) throw new StoreError('wrong-key', folder);
  let dataKey: Uint8Array;
  try {
    dataKey = await opener.unwrap(Buffer.from(wrap.wrapped, 'base64'));
  } catch (cause) {
    throw new StoreError('wrong-key', folder, { cause });
  }
  return { dataKey, ...secretOf(header, dataKey) };
}

/** The workstation's key, PKCS#8 DER, and the public keys that it had before. */
export interface StationSecret {
  readonly stationKey: Uint8Array;
  readonly former: readonly string[];
}

const secretOf = (header: StoreHeader, dataKey: Uint8Array): StationSecret => ({
  stationKey: sealFor(dataKey, 'key').open('station', Buffer.from(header.station, 'base64')),
  former: header.former ?? [],
});

/** Reads the key again under the data key at hand. Faults as `openHeader`. */
export async function readStation(files: Files, folder: string, dataKey: Uint8Array): Promise<StationSecret> {
  return secretOf(await readHeader(files, folder), dataKey);
}

/** Puts another key of the workstation in the header, durably; what a newer version wrote beside it stays. */
export async function replaceStation(
  files: Files,
  folder: string,
  dataKey: Uint8Array,
  secret: StationSecret,
): Promise<void> {
  const header = await readHeader(files, folder);
  const station = Buffer.from(sealFor(dataKey, 'key').seal('station', secret.stationKey)).toString('base64');
  await writeHeader(files, folder, { ...header, station, former: [...secret.former] });
}

function writeHeader(files: Files, folder: string, header: StoreHeader): Promise<void> {
  const bytes = Buffer.from(`${JSON.stringify(header, null, 2)}\n`, 'utf8');
  return durableWrite(files, path.join(folder, HEADER_FILE), bytes);
}

async function readHeader(files: Files, folder: string): Promise<StoreHeader> {
  let text: string;
  try {
    text = Buffer.from(await files.read(path.join(folder, HEADER_FILE))).toString('utf8');
  } catch (fault) {
    const code = (fault as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new StoreError('not-a-store', folder, { cause: fault });
    throw fault;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new StoreError('damaged', HEADER_FILE, { cause });
  }
  const parsed = headerSchema.safeParse(value);
  if (!parsed.success) throw new StoreError('damaged', HEADER_FILE);
  if (parsed.data.format > FORMAT) throw new StoreError('newer-store', folder);
  return parsed.data;
}
