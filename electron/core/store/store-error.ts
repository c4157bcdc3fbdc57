import type { Problem } from '../domain/checks/problem';

/** What can go wrong with a store, each with words for a person. */
export type StoreFault =
  | 'not-a-store'
  | 'store-exists'
  | 'store-in-use'
  | 'wrong-key'
  | 'newer-store'
  | 'damaged'
  | 'wrong-place'
  | 'older-copy'
  | 'missing'
  | 'disk-full'
  | 'disk-fault';

const WORDS: Readonly<Record<StoreFault, readonly [zh: string, en: string]>> = {
  'not-a-store': [
    '这个文件夹里没有调解室数据。请核对路径，或先新建。',
    'This folder holds no room store. Check the path, or create one first.',
  ],
  'store-exists': [
    '这个文件夹里已有调解室数据，未作任何改动。请换一个空文件夹。',
    'This folder already holds a room store; nothing was changed. Choose an empty folder.',
  ],
  'store-in-use': [
    '另一个程序正在使用这份调解室数据，请先关闭它。数据未作任何改动。',
    'Another program is using this room store. Close it first. Nothing was changed.',
  ],
  'wrong-key': [
    '密钥不对，打不开这份调解室数据。数据未作任何改动。',
    'The key does not open this room store. Nothing was changed.',
  ],
  'newer-store': [
    '这份数据由更新版本的软件写成，请先升级软件。',
    'This store was written by a newer version. Update the program first.',
  ],
  damaged: [
    '文件已损坏，没有使用；原件保留，案件文件移入隔离区。请从备份或中心恢复。',
    'The file is damaged and was not used. It is kept; a case file goes to quarantine. Restore it from a backup or the centre.',
  ],
  'wrong-place': [
    '文件不属于这个案件（可能被调换），已移入隔离区保存。',
    'The file belongs to another case (it may have been swapped) and was set aside in quarantine.',
  ],
  'older-copy': [
    '文件是较旧的副本（可能被人放回），已移入隔离区保存。请从备份或中心恢复。',
    'The file is an older copy (it may have been put back) and was set aside in quarantine. Restore it from a backup or the centre.',
  ],
  missing: ['文件不见了。请从备份或中心恢复。', 'The file is gone. Restore it from a backup or the centre.'],
  'disk-full': [
    '磁盘已满，这次没有保存；之前保存的内容完好。请清理磁盘后再试。',
    'The disk is full: this was not saved; what was saved before is safe. Free some space and try again.',
  ],
  'disk-fault': [
    '磁盘读写出错，这次可能没有保存；之前保存的内容完好。请重新打开核对后再试，仍不行请联系管理员。',
    'The disk reported a fault: this may not be saved; what was saved before is safe. Reopen, look, try again, then call the administrator.',
  ],
};

/** A named fault of the store. `fault` is one of a closed list; `problem` is for people; nothing secret is inside. */
export class StoreError extends Error {
  constructor(
    readonly fault: StoreFault,
    /** Subject or path that it concerns, for the journal of faults. */
    readonly about: string,
    options?: ErrorOptions,
  ) {
    super(`${fault}: ${about}`, options);
    this.name = 'StoreError';
  }

  get problem(): Problem {
    const [zh, en] = WORDS[this.fault];
    return { code: this.fault, zh, en, detail: { about: this.about } };
  }
}

/** Wraps a fault of the disk into a named one; other errors are bugs and go through. */
export function diskError(fault: unknown, about: string): unknown {
  if (fault instanceof StoreError) return fault;
  const code = (fault as NodeJS.ErrnoException).code;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new StoreError('disk-full', about, { cause: fault });
  if (code !== undefined) return new StoreError('disk-fault', about, { cause: fault });
  return fault;
}
