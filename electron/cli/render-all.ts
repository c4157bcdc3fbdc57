import path from 'node:path';
import { isFormId } from '../core/domain/forms/form-ids';
import { runToFile } from '../core/room/batch-file';
import { nodeFiles } from '../core/store/node-files';
import { required, UsageError, type Options } from './arguments';
import { withStore } from './open-room';
import { say, type Exit } from './output';

/** `render-all`: the same form of every case that has it, one PDF, with progress on standard error; Ctrl+C stops it. */
export async function renderAll([form]: readonly string[], options: Options): Promise<Exit> {
  if (form === undefined || !isFormId(form)) throw new UsageError('请给出文书，如 F12 / name a form, e.g. F12');
  const output = path.resolve(required(options.output, '-o'));
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once('SIGINT', interrupt);
  try {
    return await withStore(required(options.store, '--store'), async (room) => {
      const run = {
        form,
        signal: stop.signal,
        onProgress: (finished: number, total: number) => progress(finished, total),
      };
      const outcome = await runToFile(room, nodeFiles, output, run);
      if (!outcome.ok) {
        say.problems(outcome.problems);
        return 1;
      }
      const { file, made, pages, skipped, cancelled } = outcome.value;
      for (const each of skipped) {
        say.message(each.title);
        say.problems(each.problems);
      }
      if (options.json) say.json({ file, made, pages, skipped, cancelled });
      else if (file !== null) say.result(`${file}  ${made} papers  ${pages} pages`);
      if (cancelled) say.message('已停止，没有生成文件 / stopped, no file was made');
      return cancelled || skipped.length > 0 ? 1 : 0;
    });
  } finally {
    process.removeListener('SIGINT', interrupt);
  }
}

/** Every tenth case and the last one. */
function progress(finished: number, total: number): void {
  if (finished % 10 === 0 || finished === total) say.message(`${finished} / ${total}`);
}
