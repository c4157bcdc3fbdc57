import { admin } from './cli/admin';
import { readArguments, USAGE, UsageError } from './cli/arguments';
import { CommandRefused, say, type Exit } from './cli/output';
import { serve } from './cli/serve';
import { DbAway } from './db/db';

/** Composition root of the centre: `centre serve` runs the service, `centre admin` speaks to it on the same machine. */
async function main(argv: readonly string[]): Promise<Exit> {
  try {
    const { words, options } = readArguments(argv);
    const [command = '', ...rest] = words;
    if (command === 'admin') return await admin(rest, options);
    if (command === 'serve' && rest.length === 0) return await serve(options);
    throw new UsageError(
      command === '' ? 'no command' : `没有命令“${words.join(' ')}” / no command "${words.join(' ')}"`,
    );
  } catch (fault) {
    if (fault instanceof UsageError) {
      say.message(`${fault.message}\n\n${USAGE}`);
      return 2;
    }
    if (fault instanceof CommandRefused) {
      say.message(`${fault.zh}\n${fault.en}`);
      return 1;
    }
    if (fault instanceof DbAway) {
      say.message('无法连接数据库\nThe database cannot be reached');
      return 1;
    }
    throw fault;
  }
}

void main(process.argv.slice(2)).then((exit) => {
  process.exitCode = exit;
});
