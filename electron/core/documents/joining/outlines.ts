import type { ObjectOutput } from './object-output';
import { textString } from './pdf-text';

/** A bookmark（书签）to a page, by the number of the page's object. */
export interface OutlineEntry {
  readonly title: string;
  /** 1 stands under the 0 before it. */
  readonly level: 0 | 1;
  readonly page: number;
}

interface Item {
  readonly number: number;
  readonly entry: OutlineEntry;
  readonly children: Item[];
}

/** Writes the bookmarks (ISO 32000-1, 12.3.3), all open, and gives the number of their root; nothing without any. */
export async function writeOutlines(
  output: ObjectOutput,
  entries: readonly OutlineEntry[],
): Promise<number | undefined> {
  if (entries.length === 0) return undefined;
  const root = output.reserve();
  const top: Item[] = [];
  for (const entry of entries) {
    const item: Item = { number: output.reserve(), entry, children: [] };
    const above = entry.level === 0 ? undefined : top.at(-1);
    (above?.children ?? top).push(item);
  }
  const family = (items: readonly Item[], count: number): string => {
    const [first, last] = [items[0], items.at(-1)];
    return first && last ? `/First ${first.number} 0 R/Last ${last.number} 0 R/Count ${count}` : '';
  };
  const write = async (items: readonly Item[], parent: number): Promise<void> => {
    for (const [index, { number, entry, children }] of items.entries()) {
      const [before, after] = [items[index - 1], items[index + 1]];
      const links = `${before ? `/Prev ${before.number} 0 R` : ''}${after ? `/Next ${after.number} 0 R` : ''}`;
      const target = `/Title ${textString(entry.title)}/Parent ${parent} 0 R/Dest [${entry.page} 0 R /Fit]`;
      await output.object(number, `<<${target}${links}${family(children, children.length)}>>`);
      await write(children, number);
    }
  };
  await write(top, root);
  await output.object(root, `<</Type/Outlines${family(top, entries.length)}>>`);
  return root;
}
