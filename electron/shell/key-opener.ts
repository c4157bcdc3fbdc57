import { safeStorage } from 'electron';
import type { Opener } from '../core/store/store-header';
import type { Problem } from '../core/domain/checks/problem';

/**
 * The data key wrapped by the operating system's key store（系统密钥库）: DPAPI, Keychain, or the desktop's keyring.
 * Promises: where the system has no store that protects (on Linux the backend `basic_text`), it is refused with words.
 * Does not promise: protection from who is signed in to the same account of the operating system.
 * Proved by test/e2e/first-start.spec.ts.
 */
export const osOpener: Opener = {
  way: 'os',
  wrap: (dataKey) => safeStorage.encryptStringAsync(Buffer.from(dataKey).toString('base64')),
  unwrap: async (wrapped) => {
    const { result } = await safeStorage.decryptStringAsync(Buffer.from(wrapped));
    return Buffer.from(result, 'base64');
  },
};

/** Null when the key store protects; else what to tell the person. Call when the app is ready. */
export async function keyStoreProblem(): Promise<Problem | null> {
  const plain = process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text';
  if (!plain && (await safeStorage.isAsyncEncryptionAvailable())) return null;
  return {
    code: 'no-key-store',
    zh: '这台电脑没有可用的系统密钥库，案件数据无法安全保存，因此没有新建或打开数据。请在系统中启用密钥环（如 GNOME 密钥环）并重新登录，再启动本软件。',
    en: 'This computer has no protecting key store, so nothing was created or opened. Enable the keyring of the system (e.g. GNOME Keyring), sign in again, and restart the program.',
  };
}
