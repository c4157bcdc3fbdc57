import path from 'node:path';
import { FORM_IDS, type FormId } from '../core/documents/rendered';
import { durableWrite } from '../core/store/durable-write';
import { nodeFiles } from '../core/store/node-files';
import type { Outcome } from '../core/room/outcome';
import type { Room } from '../core/room/room';
import { required, UsageError, type Options } from './arguments';
import { findCase } from './look';
import { withStore } from './open-room';
import { say, type Exit } from './output';

const isForm = (form: string | undefined): form is FormId => FORM_IDS.some((id) => id === form);

/** `render`: issues a form of a case, taking its number where it has none, and writes the frozen bytes. */
export async function render([word, form]: readonly string[], options: Options): Promise<Exit> {
  if (!word || !isForm(form))
    throw new UsageError(`请给出案件和文书（${FORM_IDS.join('、')}） / name the case and the form`);
  const output = path.resolve(required(options.output, '-o'));
  return withStore(required(options.store, '--store'), async (room) => {
    const written = await writeForm(room, findCase(room, word), form, output);
    if (!written.ok) {
      say.problems(written.problems);
      return 1;
    }
    if (options.json) say.json(written.value);
    else say.result(`${written.value.file}  ${written.value.pages} pages  sha256 ${written.value.sha256}`);
    return 0;
  });
}

/** The newest issue of the form when nothing has changed since, else a new one; written to `file` durably. */
export async function writeForm(
  room: Room,
  caseId: string,
  form: FormId,
  file: string,
): Promise<Outcome<{ file: string; number: string | null; pages: number; sha256: string }>> {
  const numbered = await room.numbers.take(caseId);
  if (!numbered.ok) return numbered;
  const before = await room.cases.open(caseId);
  if (!before.ok) return before;
  const current = before.value.state.documents.findLast((d) => d.form === form && d.current);
  const issued = current ? { ok: true as const, value: current.entry } : await room.documents.issue(caseId, form);
  if (!issued.ok) return issued;
  const after = await room.cases.open(caseId);
  const paper = await room.documents.read(caseId, issued.value);
  if (!after.ok) return after;
  if (!paper.ok) return paper;
  await durableWrite(nodeFiles, file, paper.value.pdf);
  const document = after.value.state.documents.find((d) => d.entry === issued.value);
  if (!document) throw new Error('an issued document is missing from its case');
  return { ok: true, value: { file, number: document.number ?? null, pages: document.pages, sha256: document.sha256 } };
}
