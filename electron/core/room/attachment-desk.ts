import { fold } from '../domain/case/fold';
import type { Attachment } from '../domain/case/case-state';
import type { AttachmentRole } from '../domain/case/vocabulary';
import { problemOf, type Problem } from '../domain/checks/problem';
import { noSuchCase } from './case-desk';
import { done, refused, type Outcome } from './outcome';
import type { RoomContext } from './room-context';

/** A file that a person chose. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What became of one file: the key of the attachment with what a person should know, or why it was not taken. */
export type Taken =
  | { readonly ok: true; readonly attachment: string; readonly warning?: Problem }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Scans and pictures of a case（附件）: evidence, identity papers, signed papers scanned back, characters without a glyph.
 * Promises: a file comes in whole, judged by its content, its bytes kept under their hash before the journal names them, or
 * it is refused by name and leaves nothing; the same file for the same purpose again changes nothing. Does not promise: that
 * a scan shows what the person says it shows. Proved by test/unit/room/attachment-desk.test.ts.
 */
export class AttachmentDesk {
  constructor(private readonly context: RoomContext) {}

  /** Takes in one file. `of` is what it belongs to (Attachment.of). */
  async add(caseId: string, role: AttachmentRole, of: string, file: ChosenFile): Promise<Outcome<Taken>> {
    const { store, works, ids } = this.context;
    if (!store.has(caseId)) return refused(noSuchCase(caseId));
    const found = await works.inspect(file.bytes, file.name);
    if (!found.ok) return done({ ok: false, problem: found.problem });
    if (role === 'character' && found.type === 'application/pdf')
      return done({ ok: false, problem: NOT_A_PICTURE(file.name) });
    const state = fold(caseId, await store.read(caseId));
    const document = state.documents.find((each) => each.entry === of);
    if (role === 'signed-scan' && !document) return refused(NO_DOCUMENT);
    const sha256 = await store.blobs.put(file.bytes);
    const again = state.attachments.find((each) => each.role === role && each.of === of && each.sha256 === sha256);
    const attachment = again?.key ?? `scan-${ids.next()}`;
    if (!again) {
      const { type, pages } = found;
      const set = { role, of, name: file.name, type, sha256, bytes: file.bytes.length, pages };
      const account = this.context.account();
      await store.commit([{ subject: caseId, kind: 'attachment-set', data: { attachment, set }, account }]);
    }
    const differs = role === 'signed-scan' && document !== undefined && document.pages !== found.pages;
    return done({
      ok: true,
      attachment,
      ...(differs ? { warning: otherPages(file.name, found.pages, document.pages) } : {}),
    });
  }

  /** The bytes of an attachment for a person to look at, recorded. Throws StoreError, AccessError. */
  async show(caseId: string, key: string): Promise<Outcome<Attachment & { readonly content: Uint8Array }>> {
    const read = await this.read(caseId, key);
    if (!read.ok) return read;
    const { log, session } = this.context;
    await log.look(session(), { event: 'opened-attachment', caseId, what: key });
    return read;
  }

  /** The bytes of an attachment. Throws StoreError when they cannot be read. */
  async read(caseId: string, key: string): Promise<Outcome<Attachment & { readonly content: Uint8Array }>> {
    const { store } = this.context;
    if (!store.has(caseId)) return refused(noSuchCase(caseId));
    const attachment = fold(caseId, await store.read(caseId)).attachments.find((each) => each.key === key);
    return attachment
      ? done({ ...attachment, content: await store.blobs.get(attachment.sha256) })
      : refused(
          problemOf(
            'no-such-attachment',
            '没有找到这个附件，请重新打开案件。',
            'There is no such attachment; open the case again.',
          ),
        );
  }
}

const NO_DOCUMENT = problemOf(
  'no-such-document',
  '没有找到这份扫描件对应的文书，请重新打开案件。',
  'The document that this scan belongs to was not found; open the case again.',
);

const NOT_A_PICTURE = (name: string): Problem =>
  problemOf(
    'not-a-picture',
    `“${name}”是 PDF，字形影像需要 JPG 或 PNG 图片：请从证件照片中截取该字。`,
    `"${name}" is a PDF; the picture of a character must be a JPEG or PNG cut from the photo of the identity paper.`,
  );

const otherPages = (name: string, scanned: number, issued: number): Problem =>
  problemOf(
    'other-page-count',
    `扫描件“${name}”有${scanned}页，定稿文书有${issued}页，页数不一致。扫描件已附卷，请核对是否缺页或多页。`,
    `The scan "${name}" has ${scanned} pages, the issued document ${issued}. It was attached; check for missing or extra pages.`,
  );
