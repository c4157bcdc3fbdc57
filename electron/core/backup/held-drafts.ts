import { foldBlock } from '../domain/numbers/number-block';
import type { JournalStore } from '../store/journal-store';
import type { Draft } from '../store/station-chain';

/**
 * The entries that hold number blocks（暂停使用号段）after their registers came back from a backup: of those with numbers left.
 * Throws StoreError when a register cannot be read.
 */
export async function heldDrafts(
  store: Pick<JournalStore, 'read' | 'has'>,
  registers: Iterable<string>,
  account: string,
): Promise<readonly Draft[]> {
  const drafts: Draft[] = [];
  for (const subject of registers) {
    const block = store.has(subject) ? foldBlock(await store.read(subject)) : null;
    if (block && block.next !== null) drafts.push({ subject, kind: 'block-held', data: {}, account });
  }
  return drafts;
}
