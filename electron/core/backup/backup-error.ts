import type { Problem } from '../domain/checks/problem';

/** What can go wrong with a backup file, each with words for a person. */
export type BackupFault = 'not-a-backup' | 'newer-version' | 'damaged' | 'cut' | 'wrong-key' | 'stopped';

const WORDS: Readonly<Record<BackupFault, readonly [zh: string, en: string]>> = {
  'not-a-backup': [
    '这不是调解室的备份文件，没有作任何改动。请核对所选文件（结尾是 .mrb）。',
    'This is no backup of a room; nothing was changed. Check which file you chose (it ends in .mrb).',
  ],
  'newer-version': [
    '备份由更新版本的软件写成，没有作任何改动。请先升级软件。',
    'The backup was written by a newer version; nothing was changed. Update the program first.',
  ],
  damaged: [
    '备份文件已损坏，没有使用，也没有作任何改动。请换一份较早的备份。',
    'The backup file is damaged. It was not used and nothing was changed. Choose an earlier backup.',
  ],
  cut: [
    '备份文件不完整（没有写完，或没有复制完），没有作任何改动。请重新复制，或换一份备份。',
    'The backup file is incomplete (not written or not copied to its end); nothing was changed. Copy it again, or choose another one.',
  ],
  'wrong-key': [
    '密码或恢复密钥打不开这份备份，没有作任何改动。请核对后再试；备份之后改过的密码，仍用备份当时的。',
    'The password or recovery key does not open this backup; nothing was changed. Check and try again; a password changed since then is still the one of that day.',
  ],
  stopped: [
    '已停止，没有留下半份结果；之前的备份和数据完好。',
    'Stopped. Nothing half-made is left; earlier backups and the data are safe.',
  ],
};

/** A named fault of a backup. */
export class BackupError extends Error {
  constructor(
    readonly fault: BackupFault,
    /** Page or part that it concerns; nothing secret. */
    readonly about: string,
    options?: ErrorOptions,
  ) {
    super(`${fault}: ${about}`, options);
    this.name = 'BackupError';
  }

  get problem(): Problem<BackupFault> {
    const [zh, en] = WORDS[this.fault];
    return { code: this.fault, zh, en, detail: { about: this.about } };
  }
}

/** How long work is told of and ended. `done` of `total` is at most told as often as something was done. */
export interface Work {
  readonly signal?: AbortSignal | undefined;
  readonly tell?: ((done: number, total: number) => void) | undefined;
}

/** Throws BackupError `stopped` once the work was asked to end. */
export function goOn({ signal }: Work): void {
  if (signal?.aborted) throw new BackupError('stopped', '');
}
