import path from 'node:path';
import type { Files, OpenFile } from '../../../electron/core/ports';

/** A file of the disk: its bytes as the operating system shows them, and as they stand on the medium. */
interface Inode {
  shown: Buffer;
  durable: Buffer;
}

const fault = (code: string, where: string): Error => Object.assign(new Error(`${code}: ${where}`), { code });
const EMPTY = Buffer.alloc(0);

/**
 * A disk in memory（内存磁盘）, the operating system's double, for stores by the thousand. It tells what was flushed from
 * what was not: `powerCut` loses bytes that no `flush` and names that no `flushFolder` made durable.
 */
export class MemoryDisk {
  private names = new Map<string, Inode>();
  private durableNames = new Map<string, Inode>();
  private readonly folders = new Set<string>();
  private mounted: { dead: boolean } = { dead: false };
  /** Calls of the file system until the power goes, null for never. */
  private left: number | null = null;
  /** Asked before each call that writes: a code makes it fail, e.g. ENOSPC. */
  refuse: (call: string) => string | null = () => null;

  /** The file system as one process sees it, from now until `powerCut` or the next `mount`. */
  mount(): Files {
    this.mounted.dead = true;
    const life = { dead: false };
    this.mounted = life;
    this.left = null;
    return this.filesFor(life);
  }

  /** The power goes at the n-th call from now (1: the next one). */
  cutAfter(calls: number): void {
    this.left = calls;
  }

  get isCut(): boolean {
    return this.mounted.dead;
  }

  /** Ends the process that mounted it and loses what was not durable; `keeps` is asked for each such thing. */
  powerCut(keeps: () => boolean = () => false): void {
    this.mounted.dead = true;
    for (const inode of new Set([...this.names.values(), ...this.durableNames.values()])) {
      if (inode.shown !== inode.durable && keeps()) inode.durable = inode.shown;
      inode.shown = inode.durable;
    }
    for (const name of new Set([...this.names.keys(), ...this.durableNames.keys()])) {
      const shown = this.names.get(name);
      if (shown === this.durableNames.get(name) || !keeps()) continue;
      if (shown) this.durableNames.set(name, shown);
      else this.durableNames.delete(name);
    }
    this.names = new Map(this.durableNames);
  }

  /** All files as they stand now, to be put back by `restore`: what an imaging tool does. */
  image(): ReadonlyMap<string, Uint8Array> {
    return new Map([...this.names].map(([name, inode]) => [name, inode.shown]));
  }

  restore(image: ReadonlyMap<string, Uint8Array>): void {
    this.mounted.dead = true;
    this.names = new Map();
    this.durableNames = new Map();
    for (const [name, bytes] of image) this.place(name, bytes);
  }

  /** Puts a durable file there, as an installer would. */
  place(name: string, bytes: Uint8Array): void {
    const whole = Buffer.from(bytes);
    const inode = { shown: whole, durable: whole };
    this.names.set(name, inode);
    this.durableNames.set(name, inode);
    for (let folder = path.dirname(name); !this.folders.has(folder); folder = path.dirname(folder)) {
      this.folders.add(folder);
    }
  }

  private inode(name: string): Inode {
    const inode = this.names.get(name);
    if (!inode) throw fault('ENOENT', name);
    return inode;
  }

  private open(inode: Inode, call: <T>(name: string, work: () => T) => Promise<T>): OpenFile {
    return {
      write: (bytes, offset) =>
        call('write', () => {
          inode.shown = Buffer.concat([inode.shown, bytes.subarray(offset)]);
          return bytes.length - offset;
        }),
      flush: () => call('flush', () => void (inode.durable = inode.shown)),
      close: () => Promise.resolve(),
    };
  }

  private filesFor(life: { dead: boolean }): Files {
    // No `async` functions: a rejected promise is made in one place, and each call costs one turn.
    const call = <T>(name: string, work: () => T): Promise<T> => {
      if (this.left !== null && this.left-- <= 1) life.dead = true;
      const code = life.dead ? 'EIO' : this.refuse(name);
      if (code !== null) return Promise.reject(fault(code, name));
      try {
        return Promise.resolve(work());
      } catch (error) {
        return Promise.reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    const inFolder = (folder: string) => (name: string) => path.dirname(name) === folder;
    const below = (folder: string) => (name: string) => name.startsWith(`${folder}/`);
    return {
      read: (name) => call('read', () => Buffer.from(this.inode(name).shown)),
      create: (name) =>
        call('create', () => {
          if (this.names.has(name)) throw fault('EEXIST', name);
          if (!this.folders.has(path.dirname(name))) throw fault('ENOENT', name);
          const inode = { shown: EMPTY, durable: EMPTY };
          this.names.set(name, inode);
          return this.open(inode, call);
        }),
      append: (name) =>
        call('append', () => {
          const inode = this.names.get(name) ?? { shown: EMPTY, durable: EMPTY };
          this.names.set(name, inode);
          return this.open(inode, call);
        }),
      rename: (from, to) =>
        call('rename', () => {
          this.names.set(to, this.inode(from));
          this.names.delete(from);
        }),
      remove: (name) => call('remove', () => void this.names.delete(name)),
      removeEmptyFolder: (folder) =>
        call('removeEmptyFolder', () => {
          if ([...this.names.keys()].some(below(folder))) throw fault('ENOTEMPTY', folder);
          this.folders.delete(folder);
        }),
      removeFolder: (folder) =>
        call('removeFolder', () => {
          for (const name of [...this.names.keys()].filter(below(folder))) this.names.delete(name);
          for (const name of [...this.folders].filter((one) => one === folder || below(folder)(one))) {
            this.folders.delete(name);
          }
        }),
      truncate: (name, length) =>
        call('truncate', () => {
          const inode = this.inode(name);
          inode.shown = inode.shown.subarray(0, length);
        }),
      list: (folder) =>
        call('list', () => {
          if (!this.folders.has(folder)) throw fault('ENOENT', folder);
          const names = [...this.names.keys(), ...this.folders].filter(inFolder(folder));
          return names.map((name) => path.basename(name)).sort();
        }),
      makeFolder: (folder) =>
        call('makeFolder', () => {
          for (let name = folder; !this.folders.has(name); name = path.dirname(name)) this.folders.add(name);
        }),
      flushFolder: (folder) =>
        call('flushFolder', () => {
          for (const name of new Set([...this.names.keys(), ...this.durableNames.keys()])) {
            if (path.dirname(name) !== folder) continue;
            const inode = this.names.get(name);
            if (inode) this.durableNames.set(name, inode);
            else this.durableNames.delete(name);
          }
        }),
    };
  }
}
