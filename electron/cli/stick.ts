import { required, UsageError, type Options } from './arguments';
import { withStore } from './open-room';
import { say, type Exit } from './output';

/** `stick write --to centre|STATION -o FILE` and `stick read FILE`: the exchange by a sealed file. */
export async function stick([what, file]: readonly string[], options: Options): Promise<Exit> {
  const store = required(options.store, '--store');
  if (what === 'write') {
    const to = required(options.to, '--to');
    const target = required(options.output, '-o');
    return withStore(store, async (room) => {
      const written = await room.sticks.write(to, target);
      if (!written.ok) {
        say.problems(written.problems);
        return 1;
      }
      const { entries, files, absent } = written.value;
      if (options.json) say.json(written.value);
      else say.result(`写出 written ${target}: ${entries} entries, ${files} files, ${absent} files not here`);
      return 0;
    });
  }
  if (what !== 'read' || file === undefined)
    throw new UsageError('stick write 或 stick read FILE / stick write or stick read FILE');
  return withStore(store, async (room) => {
    const read = await room.sticks.read(file);
    if (!read.ok) {
      say.problems(read.problems);
      return 1;
    }
    const { from, added, known, refused, files } = read.value;
    if (options.json) say.json(read.value);
    else
      say.result(
        `来自 from ${from}: 新增 added ${added}, 已有 known ${known}, 拒收 refused ${refused}, 文件 files ${files}`,
      );
    return refused === 0 ? 0 : 1;
  });
}
