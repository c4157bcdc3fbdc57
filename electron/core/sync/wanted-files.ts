import { fileRefs } from '../domain/case/file-refs';
import type { RoundContext } from './round-context';
import type { WantedFile } from './sync-memory';

/** The id that something from the centre bears, '' when it bears none. */
export function idOf(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null || !('id' in entry)) return '';
  return typeof entry.id === 'string' ? entry.id : '';
}

/** Kind and data, where it has them. */
function parts(entry: unknown): Parameters<typeof fileRefs>[0] | null {
  if (typeof entry !== 'object' || entry === null || !('kind' in entry) || !('data' in entry)) return null;
  const { kind, data } = entry;
  if (typeof kind !== 'string' || typeof data !== 'object' || data === null) return null;
  return { kind, data: data as Record<string, unknown> };
}

/** The files that are wanted（待取文件）, with those that these entries speak of and that are not here. */
export async function withWanted(
  { memory, store }: Pick<RoundContext, 'memory' | 'store'>,
  entries: readonly unknown[],
  broken: ReadonlySet<string>,
): Promise<WantedFile[]> {
  const list = new Map(memory.value.filesIn.map((file) => [file.sha256, file]));
  for (const entry of entries) {
    const readable = broken.has(idOf(entry)) ? null : parts(entry);
    for (const { sha256, bytes, rank } of readable ? fileRefs(readable) : []) {
      if (list.has(sha256) || (await store.blobs.has(sha256))) continue;
      list.set(sha256, { sha256, bytes, rank, pieces: {} });
    }
  }
  return [...list.values()];
}
