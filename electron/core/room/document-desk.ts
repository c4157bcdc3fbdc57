import { fold } from '../domain/case/fold';
import type { CaseState } from '../domain/case/case-state';
import { problemOf } from '../domain/checks/problem';
import type { FormId, Rendered } from '../documents/rendered';
import { noSuchCase } from './case-desk';
import { findingsOf } from './case-view';
import { done, refused, type Outcome } from './outcome';
import type { RoomContext } from './room-context';

/** A finished page set. */
export interface Paper {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/**
 * Documents of a case（文书）: previewed as drafts, issued once and frozen.
 * Promises: an issued document's bytes are kept under their hash before the journal names them, so a journal never names
 * bytes that are not there; what is read later is those bytes or a StoreError. Proved by test/unit/room/document-desk.test.ts.
 */
export class DocumentDesk {
  constructor(private readonly context: RoomContext) {}

  /** As it would print now, marked as a draft; nothing is kept. */
  async preview(caseId: string, form: FormId): Promise<Outcome<Paper>> {
    const state = await this.state(caseId);
    return state ? paperOf(await this.render(state, form, true)) : refused(noSuchCase(caseId));
  }

  /** Freezes the document. Refused while something is missing or the clauses contradict themselves. Gives the entry id. */
  async issue(caseId: string, form: FormId): Promise<Outcome<string>> {
    const state = await this.state(caseId);
    if (!state) return refused(noSuchCase(caseId));
    const errors = findingsOf(state).filter((finding) => finding.level === 'error');
    if (errors.length > 0)
      return refused(...errors.map((finding) => ({ ...finding, field: `agreement.${finding.field}` })));
    const rendered = await this.render(state, form, false);
    if (!rendered.ok) return refused(...rendered.problems);
    const sha256 = await this.context.store.blobs.put(rendered.pdf);
    const [entry] = await this.context.store.commit([
      {
        subject: caseId,
        kind: 'document-issued',
        data: {
          form,
          formVersion: rendered.formVersion,
          number: state.number?.text,
          sha256,
          bytes: rendered.pdf.length,
          pages: rendered.pages,
        },
        account: this.context.profile().operator,
        after: state.heads,
      },
    ]);
    if (!entry) throw new Error('commit gave no entry');
    return done(entry.id);
  }

  /** The frozen bytes of an issued document. Throws StoreError when they cannot be read. */
  async read(caseId: string, document: string): Promise<Outcome<{ readonly pdf: Uint8Array; readonly name: string }>> {
    const state = await this.state(caseId);
    if (!state) return refused(noSuchCase(caseId));
    const issued = state.documents.find((d) => d.entry === document);
    if (!issued) return refused(noSuchDocument());
    const name = `${issued.number ?? issued.form}-${issued.form}.pdf`.replaceAll(/[\\/:*?"<>|]/g, '_');
    return done({ pdf: await this.context.store.blobs.get(issued.sha256), name });
  }

  /** The person says that the paper is there（已打印）. */
  async confirmPrinted(caseId: string, document: string, copies: number): Promise<Outcome<null>> {
    const state = await this.state(caseId);
    if (!state) return refused(noSuchCase(caseId));
    if (!state.documents.some((d) => d.entry === document)) return refused(noSuchDocument());
    const account = this.context.profile().operator;
    await this.context.store.commit([
      { subject: caseId, kind: 'document-printed', data: { document, copies, way: 'viewer' }, account },
    ]);
    return done(null);
  }

  private async state(caseId: string): Promise<CaseState | null> {
    return this.context.store.has(caseId) ? fold(caseId, await this.context.store.read(caseId)) : null;
  }

  private render(state: CaseState, form: FormId, draft: boolean): Promise<Rendered> {
    const printedAt = new Date(this.context.clock.now()).toISOString();
    return this.context.render({ form, state, organisation: this.context.profile().organisation, printedAt, draft });
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
