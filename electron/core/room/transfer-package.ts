import type { CaseState, IssuedDocument, Transfer } from '../domain/case/case-state';
import { fold } from '../domain/case/fold';
import type { TransferType } from '../domain/case/vocabulary';
import { WHOLE_CASE, type PaperRef } from '../domain/forms/form-ids';
import { transferCase } from '../domain/transfer/case-data';
import { contentLines, TRANSFER_SCHEMA, type Manifest } from '../domain/transfer/manifest';
import type { TransferRow } from '../domain/transfer/requirements';
import type { Enclosure, Supplement } from '../documents/rendered';
import type { DocumentDesk } from './document-desk';
import { done, type Outcome } from './outcome';
import type { RoomContext } from './room-context';
import { contentFiles, paperFile } from './transfer-files';
import { inOrder, namedFiles } from './transfer-names';
import { manifestFileOf, sha256Hex, type NamedFile, type PackFile } from './transfer-pack';
import { TransferPapers } from './transfer-papers';
import { jsonBytes, manifestOf, shanghaiInstant, zipPackage } from './transfer-zip';

const LETTER: PaperRef = { form: 'F27', of: WHOLE_CASE };
const LIST: PaperRef = { form: 'T01', of: WHOLE_CASE };
const LETTER_SOURCE = `${LETTER.form}.${LETTER.of}`;

/** A case that may be handed over, and what was made of it before. */
export interface PackageRequest {
  readonly state: CaseState;
  readonly rows: readonly TransferRow[];
  readonly transfer: string;
  readonly type: TransferType;
  readonly court: string;
  readonly standing: Transfer | null;
}

export interface MadePackage {
  readonly zip: Uint8Array;
  readonly manifest: Manifest;
}

const enclosureOf = ({ title, pages, signed }: PackFile): Enclosure => ({
  title: signed === true ? `${title}（签名扫描件）` : title,
  pages,
});

/** Puts a package together: content, letter, list, manifest, ZIP. The caller keeps it and names it in the journal. */
export class PackageMaker {
  private readonly papers: TransferPapers;

  constructor(
    private readonly context: RoomContext,
    private readonly documents: DocumentDesk,
  ) {
    this.papers = new TransferPapers(context, documents);
  }

  /** The package, or `unchanged` when the standing one has the same content and the same letter. */
  async make(request: PackageRequest): Promise<Outcome<MadePackage | 'unchanged'>> {
    const { state, rows, transfer, type, court, standing } = request;
    const { blobs } = this.context.store;
    const before = standing ? manifestOf(await blobs.get(standing.sha256)) : null;
    const gathered = await contentFiles(state, rows, this.papers, blobs);
    if (!gathered.ok) return gathered;
    const data: PackFile = {
      group: 'data',
      title: 'case.json',
      source: 'case.json',
      bytes: jsonBytes(transferCase(state, { transferId: transfer, type, court })),
      pages: 0,
    };
    // The letter is the first file; it is named with the others and made after them, for it lists them.
    const place: PackFile = { ...data, group: 'letter', title: '移送函', source: LETTER_SOURCE };
    const [letterPlace, ...content] = namedFiles([place, ...gathered.value, data], before?.files ?? []);
    if (!letterPlace) throw new Error('a package without its letter');
    const sorted = inOrder(content);
    const contentSha256 = sha256Hex(contentLines(sorted));

    const letter = await this.letter(request, before, sorted, contentSha256);
    if (!letter.ok) return letter;
    const named: NamedFile = {
      ...letter.value,
      fileName: letterPlace.fileName,
      sha256: sha256Hex(letter.value.bytes),
    };
    const sameContent = before?.contentSha256 === contentSha256;
    if (sameContent && before.files.some((file) => file.group === 'letter' && file.sha256 === named.sha256)) {
      return done('unchanged');
    }
    const list = await this.list(state, [named, ...sorted], contentSha256);
    if (!list.ok) return list;
    const files = inOrder([named, list.value, ...sorted]);
    const manifest: Manifest = {
      schemaVersion: TRANSFER_SCHEMA,
      transferId: transfer,
      revision: (standing?.revision ?? 0) + 1,
      caseId: state.id,
      type,
      court,
      createdAt: shanghaiInstant(this.context.clock.now()),
      room: this.context.profile().room,
      organisation: this.context.profile().organisation.name,
      files: files.map(manifestFileOf),
      contentSha256,
    };
    return done({ zip: zipPackage(files, manifest), manifest });
  }

  /** The letter of the same content, with its signed scan where there is one by now; else a new letter. */
  private async letter(
    { state }: PackageRequest,
    before: Manifest | null,
    content: readonly NamedFile[],
    contentSha256: string,
  ): Promise<Outcome<PackFile>> {
    const { blobs } = this.context.store;
    const old =
      before?.contentSha256 === contentSha256 ? before.files.find((file) => file.group === 'letter') : undefined;
    const kept = state.documents.find((each) => each.entry === old?.sourceDocId);
    if (kept) return paperFile(state, kept, LETTER, 'letter', blobs);
    const enclosures = content.filter((file) => file.group !== 'data').map(enclosureOf);
    const supplement = { enclosures, packageSha256: contentSha256 };
    const issued = await this.issued(state.id, LETTER, supplement);
    return issued.ok ? paperFile(state, issued.value, LETTER, 'letter', blobs) : issued;
  }

  private async list(
    state: CaseState,
    files: readonly NamedFile[],
    contentSha256: string,
  ): Promise<Outcome<NamedFile>> {
    const supplement = { enclosures: files.map(enclosureOf), packageSha256: contentSha256 };
    const issued = await this.issued(state.id, LIST, supplement);
    if (!issued.ok) return issued;
    const file = await paperFile(state, issued.value, LIST, 'checklist', this.context.store.blobs);
    if (!file.ok) return file;
    return done({ ...file.value, fileName: 'checklist.pdf', sha256: sha256Hex(file.value.bytes) });
  }

  private async issued(caseId: string, paper: PaperRef, supplement: Supplement): Promise<Outcome<IssuedDocument>> {
    const entry = await this.documents.issue(caseId, paper, supplement);
    if (!entry.ok) return entry;
    const state = fold(caseId, await this.context.store.read(caseId));
    const document = state.documents.find((each) => each.entry === entry.value);
    if (!document) throw new Error('an issued document is missing from its case');
    return done(document);
  }
}
