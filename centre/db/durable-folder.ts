import { NodeFS } from '@electric-sql/pglite/nodefs';
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

class DurableFolder extends NodeFS {
  override async init(...given: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const made = await super.init(...given);
    const preRun = [made.emscriptenOpts.preRun ?? []].flat();
    const addFlush = (module: unknown): void => {
      const { NODEFS } = module as Mounted;
      NODEFS.stream_ops.fsync = (stream) => flush(NODEFS, stream);
    };
    return { ...made, emscriptenOpts: { ...made.emscriptenOpts, preRun: [...preRun, addFlush] } };
  }
}

/** A folder for PGlite in which fsync flushes, made when it is not there. */
export function durableFolder(folder: string): NodeFS {
  mkdirSync(folder, { recursive: true });
  return new DurableFolder(folder);
}
