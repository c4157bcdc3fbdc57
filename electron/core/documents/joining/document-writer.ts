import { writeArchiveClaim } from './archive-claim';
import type { DocumentFacts } from './document-facts';
import { objectOutput, type ObjectOutput, type WrittenFile } from './object-output';
import { writeOutlines, type OutlineEntry } from './outlines';
import { dateString, textString, type ByteSink } from './pdf-text';

/** A file under construction: pages come one by one, the rest at the end. */
export interface DocumentWriter {
  readonly output: ObjectOutput;
  /** Calls `write` with the number of the node that the page belongs to, notes the page and gives its number. */
  page(write: (parent: number) => Promise<number>): Promise<number>;
  /** Writes page tree, bookmarks, catalog and trailer. `extra` are further entries of the catalog. */
  end(options: {
    readonly facts: DocumentFacts;
    readonly bookmarks: readonly OutlineEntry[];
    readonly extra: string;
    readonly archive: boolean;
  }): Promise<WrittenFile>;
}

/** Pages of one node of the page tree: two levels serve for thousands of pages. */
const NODE = 64;

interface Node {
  readonly number: number;
  readonly pages: number[];
}

function infoText({ title, author, subject, created }: DocumentFacts): string {
  const texts = Object.entries({ Title: title, Author: author, Subject: subject })
    .filter(([, text]) => text !== '')
    .map(([name, text]) => `/${name} ${textString(text)}`);
  const dates = created === undefined ? '' : `/CreationDate ${dateString(created)}/ModDate ${dateString(created)}`;
  return `<<${texts.join('')}/Creator (Mediation Room)/Producer (Mediation Room)${dates}>>`;
}

/** Starts a file on a sink. Of what was written only offsets, page numbers and bookmarks are held. */
export function documentWriter(sink: ByteSink): DocumentWriter {
  const output = objectOutput(sink);
  const [catalog, root, info] = [output.reserve(), output.reserve(), output.reserve()];
  const nodes: Node[] = [];
  return {
    output,
    async page(write) {
      let node = nodes.at(-1);
      if (node === undefined || node.pages.length === NODE) {
        node = { number: output.reserve(), pages: [] };
        nodes.push(node);
      }
      const number = await write(node.number);
      node.pages.push(number);
      return number;
    },
    async end({ facts, bookmarks, extra, archive }) {
      const list = (numbers: readonly number[]): string => `[${numbers.map((each) => `${each} 0 R`).join(' ')}]`;
      for (const { number, pages } of nodes) {
        const body = `<</Type/Pages/Parent ${root} 0 R/Kids ${list(pages)}/Count ${pages.length}>>`;
        await output.object(number, body);
      }
      const count = nodes.reduce((sum, { pages }) => sum + pages.length, 0);
      await output.object(root, `<</Type/Pages/Kids ${list(nodes.map((node) => node.number))}/Count ${count}>>`);
      const outlines = await writeOutlines(output, bookmarks);
      const claim = archive ? await writeArchiveClaim(output, facts) : '';
      const seen = outlines === undefined ? '' : `/Outlines ${outlines} 0 R/PageMode/UseOutlines`;
      const shown = '/Lang (zh-CN)/ViewerPreferences <</DisplayDocTitle true>>';
      await output.object(catalog, `<</Type/Catalog/Pages ${root} 0 R${shown}${seen}${extra}${claim}>>`);
      await output.object(info, infoText(facts));
      return output.end(catalog, info);
    },
  };
}
