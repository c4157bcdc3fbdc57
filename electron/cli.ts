import { backup } from './cli/backup';
import { demo } from './cli/demo';
import { readArguments, USAGE, UsageError, type Options } from './cli/arguments';
import { importFiles } from './cli/import-files';
import { init } from './cli/init';
import { list, show } from './cli/look';
import { enrol } from './cli/enrol';
import { stick } from './cli/stick';
import { sync } from './cli/sync';
import { say, type Exit } from './cli/output';
import { render } from './cli/render';
import { renderAll } from './cli/render-all';
import { restore } from './cli/restore';
import { verify } from './cli/verify';
import { AccessError } from './core/access/access-error';
import { diskError, StoreError } from './core/store/store-error';

/** Composition root of the `room` command: the core in plain Node, for administrators, tests and demonstrations. */
type Command = (words: readonly string[], options: Options) => Promise<Exit>;

const COMMANDS: Readonly<Record<string, Command>> = {
  init,
  import: importFiles,
  list,
  show,
  render,
  'render-all': renderAll,
  enrol,
  sync,
  stick,
  backup,
  restore,
  verify,
  demo,
};

async function main(argv: readonly string[]): Promise<Exit> {
  try {
    const { command, words, options } = readArguments(argv);
    const run = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
    if (!run) throw new UsageError(command === '' ? 'no command' : `没有命令“${command}” / no command "${command}"`);
    return await run(words, options);
  } catch (fault) {
    if (fault instanceof UsageError) {
      say.message(`${fault.message}\n\n${USAGE}`);
      return 2;
    }
    if (fault instanceof AccessError) {
      say.message(`${fault.problem.zh}\n${fault.problem.en}`);
      return 1;
    }
    const named = diskError(fault, '');
    if (!(named instanceof StoreError)) throw fault;
    say.message(`${named.problem.zh}\n${named.problem.en}\n[${named.fault}] ${named.about}`);
    return 1;
  }
}

void main(process.argv.slice(2)).then((exit) => {
  process.exitCode = exit;
});
