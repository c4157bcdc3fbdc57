import { fold } from '../domain/case/fold';
import type { CaseState } from '../domain/case/case-state';
import { problemOf } from '../domain/checks/problem';
import { readinessOf, type ReadinessCheck } from '../domain/dossier/readiness';
import { dossierRows, MADE_AT_BINDING, type DossierPaper, type DossierRow } from '../domain/dossier/rows';
import { DOSSIER, FORMS } from '../domain/forms/form-facts';
import { WHOLE_CASE, type FormId } from '../domain/forms/form-ids';
import type { BindPart } from '../documents/dossier/bind';
import type { ContentsRow, Supplement } from '../documents/rendered';
import { noSuchCase } from './case-desk';
import { findingsOf } from './case-view';
import type { DocumentDesk } from './document-desk';
import { done, refused, type Outcome, type PlacedProblem } from './outcome';
import { todayOf, type RoomContext } from './room-context';

/** What the dossier holds and whether it is ready. */
export interface DossierView {
  readonly rows: readonly DossierRow[];
  readonly checks: readonly ReadinessCheck[];
}

/** A part of the bound dossier before its pages are put together. */
interface Section {
  readonly title: string;
  readonly parts: readonly BindPart[];
  readonly pages: number;
}

/**
 * 卷宗: what belongs to it, binding it into one PDF, archiving the case.
 * Promises: the bound pages are the frozen bytes of the issued papers and the scans as they were imported; the page numbers
 * of the contents are those stamped on the pages; nothing is bound and nothing archived while a required part is missing,
 * unless a reason was given, which stands in the journal and in the contents. Does not promise: that the papers are signed;
 * a scan of the signed paper is taken where there is one. Proved by test/unit/room/dossier-desk.slow.test.ts.
 */
export class DossierDesk {
  constructor(
    private readonly context: RoomContext,
    private readonly documents: DocumentDesk,
  ) {}

  /** The rows of the dossier in the committee's order, and the seven checks. */
  async check(caseId: string): Promise<Outcome<DossierView>> {
    const state = await this.state(caseId);
    return state ? done(this.view(state)) : refused(noSuchCase(caseId));
  }

  /** Binds the dossier and freezes it; gives the entry. One that still stands is given again. */
  async make(caseId: string): Promise<Outcome<string>> {
    const state = await this.state(caseId);
    if (!state) return refused(noSuchCase(caseId));
    const standing = state.documents.at(-1);
    if (standing?.form === DOSSIER && standing.current) return done(standing.entry);
    const { rows } = this.view(state);
    const missing = rows.filter((row) => row.state === 'missing');
    if (missing.length > 0 && state.archiving?.reason === undefined) return refused(...missingProblems(missing));
    const sections = await this.sections(caseId, rows);
    if (!sections.ok) return sections;
    const framed = await this.frame(caseId, rows, sections.value);
    if (!framed.ok) return framed;
    const { organisation } = this.context.profile();
    const bound = await this.context.works.bind({
      title: `${state.number?.text ?? caseId} 调解卷宗`,
      author: organisation.name,
      createdAt: new Date(this.context.clock.now()).toISOString(),
      parts: framed.value,
    });
    const sha256 = await this.context.store.blobs.put(bound.pdf);
    return done(await this.enter(caseId, state, { sha256, bytes: bound.pdf.length, pages: bound.pages }));
  }

  /** Archives the case（归档）. Refused while a required part is missing and no reason is given. */
  async archive(caseId: string, reason?: string): Promise<Outcome<null>> {
    const state = await this.state(caseId);
    if (!state) return refused(noSuchCase(caseId));
    if (state.archiving) return refused(ARCHIVED);
    const missing = this.view(state).rows.filter((row) => row.state === 'missing');
    const why = reason?.trim() ?? '';
    if (missing.length > 0 && why === '') return refused(NEEDS_REASON, ...missingProblems(missing));
    const by = this.context.account();
    const set = {
      on: todayOf(this.context),
      by,
      missing: missing.map((row) => `row-${row.place}`),
      ...(missing.length > 0 ? { reason: why } : {}),
    };
    await this.context.store.commit([{ subject: caseId, kind: 'archive-set', data: { set }, account: by }]);
    return done(null);
  }

  private view(state: CaseState): DossierView {
    const order = this.context.profile().dossierOrder ?? 'thirteen';
    const rows = dossierRows(state, order);
    return { rows, checks: readinessOf(state, { rows, findings: findingsOf(state), today: todayOf(this.context) }) };
  }

  /** The parts of each row, in order; those made at binding are made here, the cover, contents and back cover later. */
  private async sections(caseId: string, rows: readonly DossierRow[]): Promise<Outcome<readonly Section[]>> {
    const sections: Section[] = [];
    for (const row of rows) {
      for (const paper of row.papers) {
        if (paper.form === 'F18') continue;
        const section = await this.section(caseId, paper);
        if (!section.ok) return section;
        if (section.value) sections.push(section.value);
      }
    }
    return done(sections);
  }

  private async section(caseId: string, paper: DossierPaper): Promise<Outcome<Section | null>> {
    const { blobs } = this.context.store;
    if (paper.scans.length > 0) {
      const parts: BindPart[] = [];
      for (const [index, scan] of paper.scans.entries()) {
        const bookmark = index === 0 ? { title: paper.zh, level: 0 as const } : undefined;
        parts.push({ content: await blobs.get(scan.sha256), type: scan.type, bookmark, numbered: true });
      }
      return done({ title: paper.zh, parts, pages: paper.pages ?? parts.length });
    }
    const made = paper.form !== undefined && MADE_AT_BINDING.has(paper.form);
    if (!paper.document && !made) return done(null); // missing for the reason that was given
    const read = await this.page(caseId, paper.form ?? 'F17', paper.of, undefined, paper.document?.sha256);
    if (!read.ok) return read;
    const { part, pages } = read.value;
    return done({
      title: paper.zh,
      pages,
      parts: [{ ...part, bookmark: { title: paper.zh, level: 0 }, numbered: true }],
    });
  }

  /** Puts the cover and the contents before the sections and the back cover after them. */
  private async frame(
    caseId: string,
    rows: readonly DossierRow[],
    sections: readonly Section[],
  ): Promise<Outcome<readonly BindPart[]>> {
    const pages = sections.reduce((total, each) => total + each.pages, 0);
    const front: BindPart[] = [];
    const contents = { contents: await this.contents(caseId, rows, sections) };
    for (const [form, supplement] of [
      ['F01', undefined],
      ['F02', contents],
    ] as const) {
      const made = await this.page(caseId, form, WHOLE_CASE, supplement);
      if (!made.ok) return made;
      front.push({ ...made.value.part, bookmark: { title: FORMS[form].zh, level: 0 }, numbered: false });
    }
    const back = await this.page(caseId, 'F18', WHOLE_CASE, { dossierPages: pages });
    if (!back.ok) return back;
    const end: BindPart = { ...back.value.part, bookmark: { title: FORMS.F18.zh, level: 0 }, numbered: false };
    return done([...front, ...sections.flatMap((each) => each.parts), end]);
  }

  private async contents(
    caseId: string,
    rows: readonly DossierRow[],
    sections: readonly Section[],
  ): Promise<readonly ContentsRow[]> {
    let page = 1;
    const found: ContentsRow[] = sections.map(({ title, pages }) => {
      const row = { title, page };
      page += pages;
      return row;
    });
    const reason = (await this.state(caseId))?.archiving?.reason;
    return [
      ...found,
      ...rows
        .filter((row) => row.state === 'missing')
        .map((row) => ({ title: row.zh, page: null, remark: `缺。${reason ?? ''}` })),
      { title: FORMS.F18.zh, page: null },
    ];
  }

  /** One paper as issued now, or as it was issued (`sha256`). */
  private async page(
    caseId: string,
    form: FormId,
    of: string,
    supplement: Supplement | undefined,
    sha256?: string,
  ): Promise<Outcome<{ readonly part: Pick<BindPart, 'content' | 'type'>; readonly pages: number }>> {
    if (sha256 === undefined) {
      const issued = await this.documents.current(caseId, { form, of }, supplement);
      if (!issued.ok) return issued;
      return done(await this.partOf(issued.value.sha256, issued.value.pages));
    }
    const document = (await this.state(caseId))?.documents.find((each) => each.sha256 === sha256);
    return done(await this.partOf(sha256, document?.pages ?? 1));
  }

  private async partOf(
    sha256: string,
    pages: number,
  ): Promise<{ readonly part: Pick<BindPart, 'content' | 'type'>; readonly pages: number }> {
    return { part: { content: await this.context.store.blobs.get(sha256), type: 'application/pdf' }, pages };
  }

  private async enter(
    caseId: string,
    state: CaseState,
    facts: { readonly sha256: string; readonly bytes: number; readonly pages: number },
  ): Promise<string> {
    const account = this.context.account();
    const data = { form: DOSSIER, of: WHOLE_CASE, formVersion: '1.0', number: state.number?.text, ...facts };
    const [entry] = await this.context.store.commit([{ subject: caseId, kind: 'document-issued', data, account }]);
    if (!entry) throw new Error('commit gave no entry');
    return entry.id;
  }

  private async state(caseId: string): Promise<CaseState | null> {
    return this.context.store.has(caseId) ? fold(caseId, await this.context.store.read(caseId)) : null;
  }
}

const missingProblems = (missing: readonly DossierRow[]): readonly PlacedProblem[] =>
  missing.map(({ place, zh, en, reason }) => ({
    code: `missing-row-${place}`,
    zh: `${zh}：${reason?.zh ?? '缺少'}`,
    en: `${en}: ${reason?.en ?? 'missing'}`,
    field: reason?.field ?? 'documents',
  }));

const NEEDS_REASON = problemOf(
  'archive-needs-reason',
  '卷宗还缺必备材料，不能归档。请补齐；确需归档的，由负责人填写理由，理由会记入经过和卷内目录。',
  'Required parts are missing, so the case is not archived. Complete them, or have the chair give a reason, which is kept in the journal and in the contents.',
);

const ARCHIVED = problemOf('already-archived', '本案已经归档。', 'This case is archived already.');
