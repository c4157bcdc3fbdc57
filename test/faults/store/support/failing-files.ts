import type { Files, OpenFile } from '../../../../electron/core/ports';

export type CallName = keyof Files | 'write' | 'flush' | 'close';

/**
 * What a call does instead of its work: fails before it, fails after it (a write after half of it), or, of a write only,
 * takes fewer bytes than it was given and says so.
 */
export type Failure =
  | { readonly when: 'before' | 'after'; readonly code: string }
  | { readonly when: 'short'; readonly bytes: 'half' | 'none' };

/** A file system that fails where a plan says so, and counts calls. */
export class FailingFiles implements Files {
  calls = 0;

  constructor(
    private readonly inner: Files,
    /** Asked at each call, with its number from 1. */
    public plan: (number: number, name: CallName) => Failure | null = () => null,
  ) {}

  private async around<T>(name: CallName, work: (failure: Failure | null) => Promise<T>): Promise<T> {
    const failure = this.plan(++this.calls, name);
    if (failure?.when === 'before') throw failed(failure.code, name);
    const result = await work(failure);
    if (failure?.when === 'after') throw failed(failure.code, name);
    return result;
  }

  private opened(file: OpenFile): OpenFile {
    return {
      write: (bytes, offset) =>
        this.around('write', async (failure) => {
          if (!failure) return file.write(bytes, offset);
          if (failure.when === 'short' && failure.bytes === 'none') return 0;
          const half = offset + Math.ceil((bytes.length - offset) / 2);
          return file.write(bytes.subarray(0, half), offset);
        }),
      flush: () => this.around('flush', () => file.flush()),
      close: () => this.around('close', () => file.close()),
    };
  }

  readonly read = (path: string) => this.around('read', () => this.inner.read(path));
  readonly create = (path: string) => this.around('create', async () => this.opened(await this.inner.create(path)));
  readonly append = (path: string) => this.around('append', async () => this.opened(await this.inner.append(path)));
  readonly rename = (from: string, to: string) => this.around('rename', () => this.inner.rename(from, to));
  readonly remove = (path: string) => this.around('remove', () => this.inner.remove(path));
  readonly removeEmptyFolder = (folder: string) =>
    this.around('removeEmptyFolder', () => this.inner.removeEmptyFolder(folder));
  readonly removeFolder = (folder: string) => this.around('removeFolder', () => this.inner.removeFolder(folder));
  readonly truncate = (path: string, length: number) =>
    this.around('truncate', () => this.inner.truncate(path, length));
  readonly list = (folder: string) => this.around('list', () => this.inner.list(folder));
  readonly makeFolder = (folder: string) => this.around('makeFolder', () => this.inner.makeFolder(folder));
  readonly flushFolder = (folder: string) => this.around('flushFolder', () => this.inner.flushFolder(folder));
}

/** Without a stack: tens of thousands are made. */
function failed(code: string, name: string): Error {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  const error = Object.assign(new Error(`${code}: ${name}`), { code });
  Error.stackTraceLimit = stackTraceLimit;
  return error;
}
