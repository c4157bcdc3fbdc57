import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { ATTACHMENT_ROLES } from '../domain/case/vocabulary';
import type { IntakeResult } from './intake-desk';
import type { Room } from './room';

/** What a sample case needs beyond its intake file（样例文书）, as shipped in samples/papers. */
const samplePapers = z.object({
  intake: z.string(),
  writes: z.array(z.object({ kind: z.string(), data: z.record(z.string(), z.unknown()) })),
  attachments: z.array(
    z.object({ role: z.enum(ATTACHMENT_ROLES), of: z.string(), file: z.string().regex(/^scans\/[a-z0-9.-]+$/) }),
  ),
});

/** The sample cases by name; variants such as case-c2.json are for the import by hand. */
const STANDARD = /^case-[a-z]\.json$/;

/**
 * Takes in the invented sample cases with their papers and scans. Loading them again changes nothing. Throws when the
 * installation is broken.
 */
export async function loadSampleCases(room: Room, folder: string, names = STANDARD): Promise<readonly IntakeResult[]> {
  const results: IntakeResult[] = [];
  for (const file of (await readdir(folder)).filter((name) => names.test(name)).sort()) {
    const taken = await room.intake.take(file, await readFile(path.join(folder, file), 'utf8'), true);
    results.push(...taken);
    for (const { outcome, caseId } of taken) {
      if (outcome === 'imported' && caseId !== null)
        await addSamplePapers(room, caseId, path.join(folder, 'papers'), file);
    }
  }
  return results;
}

/** Adds the papers and scans of a sample case (`file` in `folder`) to a case that was taken in. Throws when one is refused. */
export async function addSamplePapers(room: Room, caseId: string, folder: string, file: string): Promise<void> {
  const papers = samplePapers.parse(JSON.parse(await readFile(path.join(folder, file), 'utf8')));
  const view = await room.cases.open(caseId);
  const written = view.ok ? await room.cases.write(caseId, view.value.state.heads, papers.writes) : view;
  if (!written.ok) throw new Error(`sample papers of ${file}: ${written.problems.map((each) => each.en).join(' ')}`);
  for (const { role, of, file: scan } of papers.attachments) {
    const bytes = await readFile(path.join(folder, scan));
    const added = await room.attachments.add(caseId, role, of, { name: path.basename(scan), bytes });
    if (!added.ok || !added.value.ok) throw new Error(`sample scan ${scan} was refused`);
  }
}
