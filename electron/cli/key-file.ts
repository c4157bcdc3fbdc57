import { randomBytes } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { durableWrite } from '../core/store/durable-write';
import { nodeFiles } from '../core/store/node-files';
import { keyOpener, type Opener } from '../core/store/store-header';
import { StoreError } from '../core/store/store-error';

/** First line of a key file; the second is 32 bytes in base64url. */
const HEAD = 'mediation-room key 1';

/** Where the key of a store lies: ROOM_KEY_FILE, else beside the store. */
export function keyFileOf(store: string): string {
  return process.env['ROOM_KEY_FILE'] ?? `${store.replace(/[\\/]+$/, '')}.key`;
}

/** Makes a key file for a new store; an existing one is never written over. The file is for its owner only. */
export async function makeKeyFile(file: string): Promise<Opener> {
  if (
    await readFile(file).then(
      () => true,
      () => false,
    )
  )
    throw new StoreError('store-exists', file);
  const key = randomBytes(32);
  await durableWrite(nodeFiles, file, Buffer.from(`${HEAD}\n${key.toString('base64url')}\n`, 'utf8'));
  return keyOpener(key);
}

/** Takes back a key file whose store could not be made. */
export const removeKeyFile = (file: string): Promise<void> => rm(file, { force: true });

/** Reads a key file. Throws StoreError `wrong-key` when it is missing or no key. */
export async function readKeyFile(file: string): Promise<Opener> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new StoreError('wrong-key', file, { cause });
  });
  const [head, body] = text.split('\n');
  const key = Buffer.from(body ?? '', 'base64url');
  if (head !== HEAD || key.length !== 32) throw new StoreError('wrong-key', file);
  return keyOpener(key);
}
