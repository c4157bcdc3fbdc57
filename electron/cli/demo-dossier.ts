import path from 'node:path';
import { MADE_AT_BINDING } from '../core/domain/dossier/rows';
import type { Outcome } from '../core/room/outcome';
import type { Room } from '../core/room/room';
import { addSamplePapers } from '../core/room/sample-cases';
import { durableWrite } from '../core/store/durable-write';
import { nodeFiles } from '../core/store/node-files';
import { SAMPLES } from './open-room';

/** What was bound. */
interface Bound {
  readonly file: string;
  readonly papers: number;
  readonly pages: number;
}

type Must = <T>(outcome: Outcome<T>) => T;

/**
 * Makes every paper that a case needs and binds its dossier into `folder`. `sample` is the file of the sample case, whose
 * papers and scans are taken in first.
 */
export async function bindDossier(
  room: Room,
  caseId: string,
  sample: string,
  folder: string,
  must: Must,
): Promise<Bound> {
  await addSamplePapers(room, caseId, path.join(SAMPLES, 'papers'), sample);
  const { papers } = must(await room.cases.open(caseId));
  const needed = papers.filter((paper) => paper.need === 'required' && !MADE_AT_BINDING.has(paper.form));
  for (const { form, of } of needed) {
    must(await room.numbers.takeFor(caseId, { form, of }));
    must(await room.documents.current(caseId, { form, of }));
  }
  const entry = must(await room.dossiers.make(caseId));
  const { pages } = must(await room.documents.find(caseId, entry));
  const file = path.join(folder, `${path.basename(sample, '.json')}-dossier.pdf`);
  await durableWrite(nodeFiles, file, must(await room.documents.read(caseId, entry)).pdf);
  return { file, papers: needed.length, pages };
}
