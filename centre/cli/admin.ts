import { readAdmin } from './admin-commands';
import { adminWay } from './admin-files';
import { ask } from './admin-line';
import { needsPerson, wordsOf } from './admin-words';
import type { Options } from './arguments';
import { say, type Exit } from './output';

/** `centre admin ...`: asks the service on this machine. Exit 1 also when `status` shows what a person has to settle. */
export async function admin(words: readonly string[], options: Options): Promise<Exit> {
  const { operation, input } = readAdmin(words, options);
  const answer = await ask(adminWay(options.data, process.env), operation, input);
  if (options.json) say.json(answer);
  else say.result(wordsOf(operation, answer));
  return needsPerson(operation, answer) ? 1 : 0;
}
