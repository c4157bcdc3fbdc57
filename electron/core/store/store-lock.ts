import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { rm } from 'node:fs/promises';
import { StoreError } from './store-error';

/**
 * One writer（单一写入者）.
 *
 * Promises: while a process holds the lock on a store folder, a second process on this computer is refused with
 * `store-in-use`; a process that dies in any way, kill -9 and power cut included, leaves no lock behind, because the
 * operating system itself drops it (a local socket's name).
 * Does not promise: anything between two computers on a shared network folder; stores belong on a local disk.
 * Proved by test/unit/store/store-lock.slow.test.ts.
 */
export interface StoreLock {
  readonly release: () => Promise<void>;
}

function addressOf(folder: string): string {
  const name = `mediation-room-${createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 32)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  // Linux's abstract names vanish with their process; elsewhere a file stays and is cleared below.
  return process.platform === 'linux' ? `\0${name}` : path.join(os.tmpdir(), `${name}.sock`);
}

/** Takes the lock on an existing folder, or throws StoreError `store-in-use`. */
export async function lockStore(folder: string): Promise<StoreLock> {
  const address = addressOf(folder);
  const first = await listen(address);
  if (first) return first;
  if (!address.startsWith('\0') && process.platform !== 'win32' && !(await answers(address))) {
    await rm(address, { force: true });
    const second = await listen(address);
    if (second) return second;
  }
  throw new StoreError('store-in-use', folder);
}

function listen(address: string): Promise<StoreLock | null> {
  return new Promise((resolve, reject) => {
    const server = net.createServer((socket) => socket.destroy());
    server.once('error', (fault: NodeJS.ErrnoException) => {
      if (fault.code === 'EADDRINUSE' || fault.code === 'EACCES') resolve(null);
      else reject(fault);
    });
    server.listen(address, () => {
      server.unref();
      resolve({ release: () => new Promise((done) => server.close(() => done())) });
    });
  });
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(address, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
