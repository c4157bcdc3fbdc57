import { required, type Options } from './arguments';
import { withStore } from './open-room';
import { say, type Exit } from './output';

/** `verify --store DIR`: checks all of a store; exit 1 on any fault. */
export async function verify(_words: readonly string[], options: Options): Promise<Exit> {
  const store = required(options.store, '--store');
  return withStore(store, async (room) => {
    const checked = await room.verifying.run();
    if (!checked.ok) {
      say.problems(checked.problems);
      return 1;
    }
    const { cases, entries, files, numbers, faults, faultsOther } = checked.value;
    const count = faults.length + faultsOther;
    if (options.json) say.json(checked.value);
    else say.result(`${cases} cases, ${entries} entries, ${files} files, ${numbers} numbers, ${count} faults`);
    say.problems(faults.map(({ about, problem }) => ({ ...problem, field: about })));
    if (faultsOther > 0) say.message(`  … ${faultsOther} more`);
    return count === 0 ? 0 : 1;
  });
}
