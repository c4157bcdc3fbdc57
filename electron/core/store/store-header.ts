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
  wraps: z.array(z.looseObject({ way: z.string(), account: z.string().optional(), wrapped: z.string() })),
  /** The workstation's signing key, sealed with the data key. */
  station: z.string(),
  /** Public keys that this workstation had before（更换前的身份）, oldest first. */
  former: z.array(z.string()).optional(),
});
export type StoreHeader = z.infer<typeof headerSchema>;

export const HEADER_FILE: string = 'store.json';
const FORMAT = 1;

/** One way to unwrap the data key: a key file, the operating system's store, a person's password, the recovery key. */
export interface Opener {
  readonly way: string;
  /** Whose password it is; none for the other ways. */
  readonly account?: string;
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
    wraps: [await wrapBy(opener, dataKey)],
    station: Buffer.from(sealFor(dataKey, 'key').seal(placeOf([]), newStationKey())).toString('base64'),
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
  const dataKey = await unwrapBy(header.wraps, opener, folder);
  return { dataKey, ...secretOf(header, dataKey) };
}

/** The data key wrapped in one way, as it stands in headers and backups. */
export type Wrap = StoreHeader['wraps'][number];

const same = (wrap: Pick<Wrap, 'way' | 'account'>, other: Pick<Wrap, 'way' | 'account'>): boolean =>
  wrap.way === other.way && wrap.account === other.account;

async function wrapBy(opener: Opener, dataKey: Uint8Array): Promise<Wrap> {
  const { way, account } = opener;
  const wrapped = Buffer.from(await opener.wrap(dataKey)).toString('base64');
  return { way, ...(account === undefined ? {} : { account }), wrapped };
}

/** The data key out of the wrap that this opener made. Throws StoreError `wrong-key`. */
export async function unwrapBy(wraps: readonly Wrap[], opener: Opener, about: string): Promise<Uint8Array> {
  const wrap = wraps.find((each) => same(each, opener));
  if (!wrap) throw new StoreError('wrong-key', about);
  try {
    return await opener.unwrap(Buffer.from(wrap.wrapped, 'base64'));
  } catch (cause) {
    throw new StoreError('wrong-key', about, { cause });
  }
}

/** All wraps of a header. Faults as `openHeader`. */
export async function readWraps(files: Files, folder: string): Promise<readonly Wrap[]> {
  return (await readHeader(files, folder)).wraps;
}

/** Adds a wrap, in place of the one of the same way and account, in one durable write: the old one opens or the new one. */
export async function putWrap(files: Files, folder: string, dataKey: Uint8Array, opener: Opener): Promise<void> {
  const header = await readHeader(files, folder);
  const wrap = await wrapBy(opener, dataKey);
  await writeHeader(files, folder, { ...header, wraps: [...header.wraps.filter((each) => !same(each, wrap)), wrap] });
}

/** Takes a wrap out, durably; the last one stays. Throws a RangeError then. */
export async function dropWrap(files: Files, folder: string, which: Pick<Wrap, 'way' | 'account'>): Promise<void> {
  const header = await readHeader(files, folder);
  const wraps = header.wraps.filter((each) => !same(each, which));
  if (wraps.length === 0) throw new RangeError('the last way to open a store');
  if (wraps.length < header.wraps.length) await writeHeader(files, folder, { ...header, wraps });
}

/** A header for a store whose data key and further ways to open it come from a backup; its signing key is new. */
export async function createHeaderFrom(
  files: Files,
  folder: string,
  from: { readonly dataKey: Uint8Array; readonly wraps: readonly Wrap[]; readonly former: readonly string[] },
  opener: Opener,
): Promise<void> {
  const mine = await wrapBy(opener, from.dataKey);
  await writeHeader(files, folder, {
    format: FORMAT,
    wraps: [...from.wraps.filter((each) => !same(each, mine)), mine],
    station: Buffer.from(sealFor(from.dataKey, 'key').seal(placeOf(from.former), newStationKey())).toString('base64'),
    former: [...from.former],
  });
}

/** The workstation's key, PKCS#8 DER, and the public keys that it had before. */
export interface StationSecret {
  readonly stationKey: Uint8Array;
  readonly former: readonly string[];
}

/** The keys that it had before stand under the seal of the present one: changed, it does not open. */
const placeOf = (former: readonly string[]): string => ['station', ...former].join(' ');

function secretOf(header: StoreHeader, dataKey: Uint8Array): StationSecret {
  const former = header.former ?? [];
  try {
    return { stationKey: sealFor(dataKey, 'key').open(placeOf(former), Buffer.from(header.station, 'base64')), former };
  } catch (cause) {
    throw new StoreError('damaged', HEADER_FILE, { cause });
  }
}

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
  const station = Buffer.from(sealFor(dataKey, 'key').seal(placeOf(secret.former), secret.stationKey)).toString(
    'base64',
  );
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
