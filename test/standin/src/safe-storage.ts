/**
 * Plays a machine WITH a key store, so that the app's way through it can be run. This protects nothing: the key lies in
 * a plain file beside the data that it seals, and whoever can read the one can read the other. The stand-in is for
 * development and tests; a mediation room runs Electron, which keeps the key in the system's own key store.
 *
 * STANDIN_KEYSTORE=basic_text plays a machine without a key store, which the app must refuse.
 */
import type * as Electron from 'electron';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { app } from './app';
import { refuseTheRest } from './refuse';

const MARK = Buffer.from('v11');
const NONCE = 12;
const TAG = 16;

function key(): Buffer {
  const file = path.join(app.getPath('userData'), 'Standin-Key');
  if (!fs.existsSync(file)) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, randomBytes(32), { mode: 0o600 });
  }
  return fs.readFileSync(file);
}

function requireReady(): void {
  if (!app.isReady()) throw new Error('safeStorage cannot be used before app is ready');
}

/** Mark, nonce, tag, then the text under AES-256-GCM. */
function encryptString(plainText: string): Buffer<ArrayBuffer> {
  requireReady();
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key(), nonce);
  const sealed = Buffer.concat([cipher.update(plainText, 'utf8'), cipher.final()]);
  return Buffer.concat([MARK, nonce, cipher.getAuthTag(), sealed]);
}

function decryptString(encrypted: Buffer): string {
  requireReady();
  const whole = Buffer.from(encrypted);
  if (!whole.subarray(0, MARK.length).equals(MARK)) {
    throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.');
  }
  const [nonce, tag] = [MARK.length, MARK.length + NONCE];
  const decipher = createDecipheriv('aes-256-gcm', key(), whole.subarray(nonce, tag));
  decipher.setAuthTag(whole.subarray(tag, tag + TAG));
  return Buffer.concat([decipher.update(whole.subarray(tag + TAG)), decipher.final()]).toString('utf8');
}

export const safeStorage = refuseTheRest('safeStorage', {
  isEncryptionAvailable: (): boolean => app.isReady(),
  isAsyncEncryptionAvailable: (): Promise<boolean> => app.whenReady().then(() => true),
  getSelectedStorageBackend: (): ReturnType<Electron.SafeStorage['getSelectedStorageBackend']> =>
    process.env['STANDIN_KEYSTORE'] === 'basic_text' ? 'basic_text' : 'gnome_libsecret',
  encryptString,
  decryptString,
  encryptStringAsync: async (plainText: string): Promise<Buffer<ArrayBuffer>> => {
    await app.whenReady();
    return encryptString(plainText);
  },
  decryptStringAsync: async (encrypted: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> => {
    await app.whenReady();
    return { result: decryptString(encrypted), shouldReEncrypt: false };
  },
});
