import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { IntakeResult } from '../core/room/intake-desk';
import { required, UsageError, type Options } from './arguments';
import { withStore } from './open-room';
import { say, type Exit } from './output';

/** `import`: takes intake files; each record is imported, unchanged, or refused with every reason. */
export async function importFiles(files: readonly string[], options: Options): Promise<Exit> {
  const folder = required(options.store, '--store');
  if (files.length === 0) throw new UsageError('请给出要导入的文件 / name the files to import');
  const texts = await Promise.all(files.map(async (file) => ({ file: path.basename(file), text: await read(file) })));
  const results = await withStore(folder, async (room) => {
    const all: IntakeResult[] = [];
    for (const { file, text } of texts)
      all.push(...(await room.intake.take(file, text, room.profile.organisation.sample)));
    return all;
  });
  if (options.json) say.json(results);
  for (const { file, record, id, outcome, problems } of results) {
    if (!options.json) say.result(`${outcome.padEnd(9)} ${file} #${record} ${id ?? ''}`);
    say.problems(problems);
  }
  return results.some((result) => result.outcome === 'refused') ? 1 : 0;
}

async function read(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => {
    throw new UsageError(`读不到文件 ${file} / cannot read ${file}`);
  });
}
