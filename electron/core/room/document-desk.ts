import { fold } from '../domain/case/fold';
import type { CaseState, IssuedDocument } from '../domain/case/case-state';
import { problemOf } from '../domain/checks/problem';
import { FORMS } from '../domain/forms/form-facts';
import { isFormId, type PaperRef } from '../domain/forms/form-ids';
import type { Rendered, Supplement } from '../documents/rendered';
import { noSuchCase } from './case-desk';
import { findingsOf } from './case-view';
import { done, refused, type Outcome } from './outcome';
import { picturesOf } from './paper-pictures';
import type { RoomContext } from './room-context';
import type { TakenOut } from './taken-out';

/** A finished page set. */
export interface Paper {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/** Forms that are made with the agreement, whose clauses must not contradict themselves. */
const OF_AGREEMENT: ReadonlySet<string> = new Set(['F12', 'F13', 'F16A', 'F16B']);

/**
 * Documents of a case（文书）: previewed as drafts, issued once and frozen.
 * Promises: an issued document's bytes are kept under their hash before the journal names them, so a journal never names
 * bytes that are not there; what is read later is those bytes or a StoreError; looking at a draft or an issue, and taking
 * one out, is in the access log before the bytes are handed over. Proved by test/unit/room/document-desk.test.ts and
 * test/unit/room/access-log.test.ts.
 */
export class DocumentDesk {
  constructor(private readonly context: RoomContext) {}

  /** As it would print now, marked as a draft; nothing is kept. */
  async preview(caseId: string, paper: PaperRef, supplement?: Supplement): Promise<Outcome<Paper>> {
    const state = await this.state(caseId);
    if (!state) return refused(noSuchCase(caseId));
    await this.context.log.look(this.context.session(), { event: 'previewed', caseId, what: paper.form });
    return paperOf(await this.render(state, paper, true, supplement));
  }

  /** Freezes the document. Refused while something is missing or the clauses contradict themselves. Gives the entry id. */
  async issue(caseId: string, paper: PaperRef, supplement?: Supplement): Promise<Outcome<string>> {
    const state = await this.state(caseId);
    if (!state) return refused(noSuchCase(caseId));
    const errors = OF_AGREEMENT.has(paper.form) ? findingsOf(state).filter((finding) => finding.level === 'error') : [];
    if (errors.length > 0)
      return refused(...errors.map((finding) => ({ ...finding, field: `agreement.${finding.field}` })));
    const rendered = await this.render(state, paper, false, supplement);
    if (!rendered.ok) return refused(...rendered.problems);
    const sha256 = await this.context.store.blobs.put(rendered.pdf);
    const own = state.numbers[`${paper.form}.${paper.of}`];
    const [entry] = await this.context.store.commit([
      {
        subject: caseId,
        kind: 'document-issued',
        data: {
          form: paper.form,
          of: paper.of,
          formVersion: rendered.formVersion,
          number: (own ?? state.number)?.text,
          sha256,
          bytes: rendered.pdf.length,
          pages: rendered.pages,
        },
        account: this.context.account(),
        after: state.heads,
      },
    ]);
    if (!entry) throw new Error('commit gave no entry');
    return done(entry.id);
  }

  /** The newest issue of a paper while nothing that it shows has changed since; else a new one. */
  async current(caseId: string, paper: PaperRef, supplement?: Supplement): Promise<Outcome<IssuedDocument>> {
    const before = await this.state(caseId);
    if (!before) return refused(noSuchCase(caseId));
    const standing = before.documents.findLast((d) => d.form === paper.form && d.of === paper.of && d.current);
    if (standing && supplement === undefined) return done(standing);
    const issued = await this.issue(caseId, paper, supplement);
    if (!issued.ok) return issued;
    const after = await this.state(caseId);
    const document = after?.documents.find((d) => d.entry === issued.value);
    if (!document) throw new Error('an issued document is missing from its case');
    return done(document);
  }

  /** The frozen bytes of an issued document. Throws StoreError when they cannot be read. */
  async read(caseId: string, document: string): Promise<Outcome<{ readonly pdf: Uint8Array; readonly name: string }>> {
    const found = await this.find(caseId, document);
    if (!found.ok) return found;
    const { number, form, sha256 } = found.value;
    const title = isFormId(form) ? FORMS[form].zh : '卷宗';
    const name = `${number ?? title}-${form}.pdf`.replaceAll(/[\\/:*?"<>|]/g, '_');
    return done({ pdf: await this.context.store.blobs.get(sha256), name });
  }

  /** The frozen bytes for a person to look at, recorded. Throws StoreError, AccessError. */
  async show(caseId: string, document: string): Promise<Outcome<{ readonly pdf: Uint8Array; readonly name: string }>> {
    const found = await this.find(caseId, document);
    if (!found.ok) return found;
    const look = { event: 'opened-document', caseId, what: found.value.form } as const;
    await this.context.log.look(this.context.session(), look);
    return this.read(caseId, document);
  }

  /** The frozen bytes to be kept outside of the store. Throws StoreError, AccessError without the right `data.export`. */
  async takeOut(caseId: string, document: string): Promise<Outcome<TakenOut>> {
    const { log, account } = this.context;
    this.context.require('data.export');
    const found = await this.find(caseId, document);
    if (!found.ok) return found;
    const paper = await this.read(caseId, document);
    if (!paper.ok) return paper;
    const note = () => log.record({ event: 'exported', account: account(), caseId, what: found.value.form });
    return done({ name: paper.value.name, bytes: paper.value.pdf, note });
  }

  /** An issued document of a case by the id of its entry. */
  async find(caseId: string, document: string): Promise<Outcome<IssuedDocument>> {
    const state = await this.state(caseId);
    if (!state) return refused(noSuchCase(caseId));
    const issued = state.documents.find((d) => d.entry === document);
    return issued ? done(issued) : refused(noSuchDocument());
  }

  private async state(caseId: string): Promise<CaseState | null> {
    return this.context.store.has(caseId) ? fold(caseId, await this.context.store.read(caseId)) : null;
  }

  private async render(
    state: CaseState,
    paper: PaperRef,
    draft: boolean,
    supplement: Supplement | undefined,
  ): Promise<Rendered> {
    const printedAt = new Date(this.context.clock.now()).toISOString();
    const pictures = await picturesOf(state, paper, this.context.store.blobs);
    const { organisation } = this.context.profile();
    return this.context.render({ ...paper, state, organisation, printedAt, draft, pictures, supplement });
  }
}

const noSuchDocument = () =>
  problemOf(
    'no-such-document',
    '没有找到这份文书，请重新打开案件。',
    'There is no such document; open the case again.',
  );

function paperOf(rendered: Rendered): Outcome<Paper> {
  return rendered.ok ? done({ pdf: rendered.pdf, pages: rendered.pages }) : refused(...rendered.problems);
}
