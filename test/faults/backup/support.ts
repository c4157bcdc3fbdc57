import type { Files, OpenFile } from '../../../electron/core/ports';

/** What happens at a call: it fails before it did anything, or after half of it, and so do all that follow; or only that one. */
export interface Cut {
  readonly at: number;
  readonly code: 'EIO' | 'ENOSPC';
  readonly lasting: boolean;
  readonly half: boolean;
}

export interface Cutting {
  readonly files: Files;
  /** How many calls there were. */
  readonly calls: () => number;
}

/** A file system that fails from its `at`th call on, counted from 1; null never fails. Removing always works when it is not lasting. */
export function cutting(inner: Files, cut: Cut | null): Cutting {
  let count = 0;
  const fault = () => Object.assign(new Error(cut?.code ?? ''), { code: cut?.code });
  const around = async <T>(work: () => Promise<T>): Promise<T> => {
    count += 1;
    const hit = cut !== null && (cut.lasting ? count >= cut.at : count === cut.at);
    if (!hit) return work();
    if (cut.half && count === cut.at) await work();
    throw fault();
  };
  const wrap = (file: OpenFile): OpenFile => ({
    write: (bytes, offset) => around(() => file.write(bytes, offset)),
    flush: () => around(() => file.flush()),
    close: () => around(() => file.close()),
  });
  const files: Files = {
    read: (path) => around(() => inner.read(path)),
    create: async (path) => wrap(await around(() => inner.create(path))),
    append: async (path) => wrap(await around(() => inner.append(path))),
    rename: (from, to) => around(() => inner.rename(from, to)),
    remove: (path) => around(() => inner.remove(path)),
    removeEmptyFolder: (folder) => around(() => inner.removeEmptyFolder(folder)),
    removeFolder: (folder) => around(() => inner.removeFolder(folder)),
    truncate: (path, length) => around(() => inner.truncate(path, length)),
    list: (folder) => around(() => inner.list(folder)),
    makeFolder: (folder) => around(() => inner.makeFolder(folder)),
    flushFolder: (folder) => around(() => inner.flushFolder(folder)),
  };
  return { files, calls: () => count };
}

/** Every place and way to cut work of so many calls. */
export function* cuts(calls: number, ways: readonly Omit<Cut, 'at'>[]): IterableIterator<Cut> {
  for (let at = 1; at <= calls; at++) for (const way of ways) yield { at, ...way };
}
