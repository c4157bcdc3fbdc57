import path from 'node:path';
import { required, type Options } from './arguments';
import { withStore } from './open-room';
import { say, type Exit } from './output';

/** `backup --store DIR -o FILE`: all of the store in one sealed file. */
export async function backup(_words: readonly string[], options: Options): Promise<Exit> {
  const store = required(options.store, '--store');
  const target = path.resolve(required(options.output, '-o'));
  return withStore(store, async (room) => {
    const made = await room.backups.write(target);
    if (!made.ok) {
      say.problems(made.problems);
      return 1;
    }
    const { cases, entries, files, bytes, absent, leftOut } = made.value;
    if (options.json) say.json({ file: target, ...made.value });
    else
      say.result(
        `备份 backup ${target}: ${cases} cases, ${entries} entries, ${files} files, ${bytes} bytes, checked; ${absent} files not here`,
      );
    for (const { about, fault } of leftOut) say.message(`  未备份 left out: ${about} [${fault}]`);
    return leftOut.length === 0 ? 0 : 1;
  });
}
