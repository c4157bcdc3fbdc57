import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { manifestSchema, type Manifest } from '../../../electron/core/domain/transfer/manifest';
import type { Rendered, RenderRequest } from '../../../electron/core/documents/rendered';
import { DocumentDesk } from '../../../electron/core/room/document-desk';
import type { Room } from '../../../electron/core/room/room';
import type { RoomContext } from '../../../electron/core/room/room-context';
import { TransferDesk } from '../../../electron/core/room/transfer-desk';

/** A package as a program that is not ours unpacks it. */
export interface Unpacked {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly manifest: Manifest;
  readonly caseData: Readonly<Record<string, unknown>>;
}

/** Checks every CRC, that names are UTF-8 and without folders, and that all bear one time. */
const UNPACK = `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as z:
    assert z.testzip() is None
    for info in z.infolist():
        assert info.filename.isascii() or info.flag_bits & 0x800, info.filename
        assert '/' not in info.filename, info.filename
        assert info.create_system == 3
    assert len({info.date_time for info in z.infolist()}) == 1
    z.extractall(sys.argv[2])
`;

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** Unpacks with Python's zipfile and reads what lies there. */
export function unpack(zip: Uint8Array): Unpacked {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'package-'));
  try {
    const [file, out] = [path.join(folder, 'package.zip'), path.join(folder, 'out')];
    writeFileSync(file, zip);
    execFileSync('python3', ['-c', UNPACK, file, out]);
    const files = new Map(
      readdirSync(out).map((name) => [name, new Uint8Array(readFileSync(path.join(out, name)))] as const),
    );
    const json = (name: string): unknown => JSON.parse(Buffer.from(files.get(name) ?? []).toString('utf8'));
    return {
      files,
      manifest: manifestSchema.parse(json('manifest.json')),
      caseData: json('case.json') as Record<string, unknown>,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Pages of a PDF as poppler counts them; fails when poppler cannot open it. */
export function pagesOf(pdf: Uint8Array): number {
  const info = execFileSync('pdfinfo', ['-'], { input: pdf, stdio: ['pipe', 'pipe', 'ignore'] }).toString('utf8');
  return Number(/^Pages:\s+(\d+)/mu.exec(info)?.[1]);
}

/**
 * What is wrong with a package: files that the manifest misses or has in vain, wrong hashes, sizes or page counts (poppler
 * opens every file for that, unless `open` is false).
 */
export function faultsOf({ files, manifest }: Unpacked, open = true): readonly string[] {
  const listed = new Set(manifest.files.map((file) => file.fileName));
  const strange = [...files.keys()].filter((name) => name !== 'manifest.json' && !listed.has(name));
  const wrong = manifest.files.flatMap((file) => {
    const bytes = files.get(file.fileName);
    if (bytes === undefined) return [`${file.fileName} is missing`];
    const pages = !open ? file.pages : file.group === 'data' ? 0 : pagesOf(bytes);
    return [
      ...(sha256(bytes) === file.sha256 ? [] : [`${file.fileName} has another hash`]),
      ...(bytes.length === file.bytes ? [] : [`${file.fileName} has another size`]),
      ...(pages === file.pages ? [] : [`${file.fileName} has ${pages} pages, not ${file.pages}`]),
    ];
  });
  const content = manifest.files
    .filter((file) => file.group !== 'letter' && file.group !== 'checklist')
    .map((file) => `${file.sha256}  ${file.fileName}\n`)
    .join('');
  return [...strange, ...wrong, ...(sha256(content) === manifest.contentSha256 ? [] : ['the content hash is wrong'])];
}

/** A PDF of one empty page; `note` stands in it as a comment, so that other notes give other bytes. */
export function smallPdf(note: string): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
  ];
  let text = `%PDF-1.4\n%${note}\n`;
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj${object}endobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const xref = text.length;
  text += `xref\n0 4\n0000000000 65535 f \n${offsets.join('')}trailer<</Size 4/Root 1 0 R>>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** Papers that take no time to make: a page that depends on what the real one prints of the case, and on when it was made. */
function quickPaper({ form, of, state, printedAt, supplement }: RenderRequest): Promise<Rendered> {
  const { parties, claims, facts, ending, agreement, amountFen } = state;
  const evidence =
    form === 'E01' || form === 'F10' ? state.evidence.filter((each) => form === 'E01' || each.by === of) : [];
  const own = state.papers.find((paper) => paper.form === form && paper.of === of)?.fields;
  const shown = {
    form,
    of,
    parties,
    claims,
    facts,
    ending,
    agreement,
    amountFen,
    own,
    evidence,
    supplement,
    printedAt,
  };
  const pdf = smallPdf(sha256(JSON.stringify(shown)));
  return Promise.resolve({ ok: true, pdf, pages: 1, form, formVersion: '1.0' });
}

/** The transfers of a room with papers that are quickly made, for what is not about how a paper looks. */
export function quickTransfers(room: Room): TransferDesk {
  const context: RoomContext = { ...room['context'], render: quickPaper };
  return new TransferDesk(context, new DocumentDesk(context), room.numbers);
}
