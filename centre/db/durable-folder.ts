import type { NodeFS as Folder } from '@electric-sql/pglite/nodefs';
import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';

/** What is used of the emscripten file system that PGlite mounts its folder with. */
interface Stream {
  /** File descriptor of the host; none for a folder. */
  readonly nfd?: number;
  readonly node: unknown;
}
interface Mounted {
  readonly NODEFS: {
    readonly realPath: (node: unknown) => string;
    readonly stream_ops: { fsync?: (stream: Stream) => number };
  };
}

/** Flushes what PostgreSQL asks to flush: a file, or a folder with a new name in it. */
function flush({ realPath }: Mounted['NODEFS'], stream: Stream): number {
  if (stream.nfd !== undefined) {
    fsyncSync(stream.nfd);
    return 0;
  }
  const folder = openSync(realPath(stream.node), 'r');
  try {
    fsyncSync(folder);
  } catch (error) {
    // Windows flushes no folders; its file system orders names by itself.
    if (process.platform !== 'win32') throw error;
  } finally {
    closeSync(folder);
  }
  return 0;
}

/**
 * A folder for PGlite in which fsync flushes, made when it is not there. PGlite's own file system is loaded here and not above:
 * a centre on a PostgreSQL server comes without it.
 */
export async function durableFolder(folder: string): Promise<Folder> {
  mkdirSync(folder, { recursive: true });
  const { NodeFS } = await import('@electric-sql/pglite/nodefs');
  return new (class extends NodeFS {
    override async init(...given: Parameters<Folder['init']>): ReturnType<Folder['init']> {
      const made = await super.init(...given);
      const preRun = [made.emscriptenOpts.preRun ?? []].flat();
      const addFlush = (module: unknown): void => {
        const { NODEFS } = module as Mounted;
        NODEFS.stream_ops.fsync = (stream) => flush(NODEFS, stream);
      };
      return { ...made, emscriptenOpts: { ...made.emscriptenOpts, preRun: [...preRun, addFlush] } };
    }
  })(folder);
}
