import path from 'node:path';
import { DOSSIER, FORMS } from '../core/domain/forms/form-facts';
import { FORM_IDS, isFormId, type FormId, type PaperRef } from '../core/domain/forms/form-ids';
import { joinToBytes } from '../core/documents/joining/join-pdfs';
import { durableWrite } from '../core/store/durable-write';
import { nodeFiles } from '../core/store/node-files';
import { done, refused, type Outcome } from '../core/room/outcome';
import type { Room } from '../core/room/room';
import { required, UsageError, type Options } from './arguments';
import { findCase } from './look';
import { withStore } from './open-room';
import { say, type Exit } from './output';

/** What was written. `sha256` is that of the frozen issue, absent when several papers were joined into the file. */
interface Written {
  readonly file: string;
  readonly number: string | null;
  readonly pages: number | null;
  readonly sha256?: string;
}

/** `render`: issues a form of a case, taking its number where it has none, and writes the frozen bytes. */
export async function render([word, what]: readonly string[], options: Options): Promise<Exit> {
  if (!word || !what) throw new UsageError(`请给出案件和文书（${FORM_IDS.join('、')}） / name the case and the form`);
  const output = path.resolve(required(options.output, '-o'));
  return withStore(required(options.store, '--store'), async (room) => {
    const written = await writeWhat(room, findCase(room, word), what, output);
    if (!written.ok) {
      say.problems(written.problems);
      return 1;
    }
    const { file, pages, sha256 } = written.value;
    if (options.json) say.json(written.value);
    else
      say.result(
        [file, ...(pages === null ? [] : [`${pages} pages`]), ...(sha256 ? [`sha256 ${sha256}`] : [])].join('  '),
      );
    return 0;
  });
}

async function writeWhat(room: Room, caseId: string, what: string, file: string): Promise<Outcome<Written>> {
  if (what === DOSSIER) {
    const made = await room.dossiers.make(caseId);
    return made.ok ? writeIssued(room, caseId, made.value, file) : made;
  }
  if (what === 'transfer' || what === 'confirmation') return writePackage(room, caseId, what, file);
  const [form = '', of] = what.split(':');
  if (!isFormId(form)) throw new UsageError(`没有文书“${form}” / there is no form "${form}"`);
  return of === undefined ? writeForm(room, caseId, form, file) : writePapers(room, caseId, [{ form, of }], file);
}

async function writePackage(room: Room, caseId: string, what: string, file: string): Promise<Outcome<Written>> {
  const made = await room.transfers.make(caseId, what === 'transfer' ? 'filing' : 'confirmation');
  if (!made.ok) return made;
  const read = await room.transfers.takeOut(caseId, made.value.transfer);
  if (!read.ok) return read;
  await read.value.note();
  await durableWrite(nodeFiles, file, read.value.bytes);
  return done({ file, number: made.value.transfer, pages: null, sha256: read.value.sha256 });
}

/** All papers of a form that the case needs, in one file; written to `file` durably. */
export async function writeForm(room: Room, caseId: string, form: FormId, file: string): Promise<Outcome<Written>> {
  const view = await room.cases.open(caseId);
  if (!view.ok) return view;
  const papers = view.value.papers.filter((each) => each.form === form);
  const wanted = papers.length > 0 ? papers : FORMS[form].per === 'case' ? [{ form, of: 'case' }] : [];
  if (wanted.length === 0) {
    return refused({
      code: 'no-such-paper',
      zh: `本案没有“${FORMS[form].zh}”，请用“${form}:当事人、场次或期次的代号”指明。`,
      en: `This case has no ${FORMS[form].en}; name one as ${form}:KEY (party, session, instalment or record).`,
    });
  }
  return writePapers(room, caseId, wanted, file);
}

async function writePapers(
  room: Room,
  caseId: string,
  papers: readonly PaperRef[],
  file: string,
): Promise<Outcome<Written>> {
  const issued: string[] = [];
  for (const { form, of } of papers) {
    const numbered = await room.numbers.takeFor(caseId, { form, of });
    if (!numbered.ok) return numbered;
    const current = await room.documents.current(caseId, { form, of });
    if (!current.ok) return current;
    issued.push(current.value.entry);
  }
  const [only] = issued;
  if (issued.length === 1 && only !== undefined) return writeIssued(room, caseId, only, file);
  const parts: { pdf: Uint8Array }[] = [];
  for (const [index, entry] of issued.entries()) {
    const paper = await room.documents.takeOut(caseId, entry);
    if (!paper.ok) return paper;
    if (index === 0) await paper.value.note(); // all are of one form: one note says so
    parts.push({ pdf: paper.value.bytes });
  }
  const { name } = room.profile.organisation;
  const title = FORMS[papers[0]?.form ?? 'F12'].zh;
  const joined = await joinToBytes(parts, {
    title,
    author: name,
    subject: '',
    createdAt: new Date().toISOString(),
  });
  await durableWrite(nodeFiles, file, joined.pdf);
  return done({ file, number: null, pages: joined.pages });
}

async function writeIssued(room: Room, caseId: string, entry: string, file: string): Promise<Outcome<Written>> {
  const found = await room.documents.find(caseId, entry);
  const paper = await room.documents.takeOut(caseId, entry);
  if (!found.ok) return found;
  if (!paper.ok) return paper;
  await paper.value.note();
  await durableWrite(nodeFiles, file, paper.value.bytes);
  const { number, pages, sha256 } = found.value;
  return done({ file, number: number ?? null, pages, sha256 });
}
