import type { Attachment } from '../domain/case/case-state';
import { problemOf, type Problem } from '../domain/checks/problem';
import { imagesToPdf } from '../documents/joining/images-to-pdf';
import { splitPdf } from '../documents/joining/split-pdf';
import type { BlobFiles } from '../store/blob-files';
import { done, refused, type Outcome } from './outcome';
import type { PackFile } from './transfer-pack';

/** What the court's upload takes of one file（domain.md 4.4）. */
const MOST_BYTES = 20_000_000;

type Blobs = Pick<BlobFiles, 'get'>;

const unreadable = (name: string): Problem =>
  problemOf(
    'scan-unreadable',
    `扫描件“${name}”打不开，请重新扫描后替换。`,
    `The scan "${name}" cannot be opened; scan it again and replace it.`,
    { name },
  );

/** One PDF of several pictures, in their order. */
export async function picturesPdf(
  pictures: readonly Attachment[],
  perPage: 1 | 2,
  blobs: Blobs,
): Promise<Outcome<{ readonly pdf: Uint8Array; readonly pages: number }>> {
  const images: { bytes: Uint8Array; type: 'image/jpeg' | 'image/png' }[] = [];
  for (const { sha256, type } of pictures) {
    if (type !== 'application/pdf') images.push({ bytes: await blobs.get(sha256), type });
  }
  const made = await imagesToPdf(images, { perPage });
  if (made.ok) return done({ pdf: made.pdf, pages: made.pages });
  const broken = made.fault === 'damaged-image' ? pictures[made.image] : undefined;
  return refused(unreadable(broken?.name ?? ''));
}

/** What a set of scans becomes: their pictures as one file, each PDF as a file of its own. */
export async function scanFiles(
  scans: readonly Attachment[],
  about: Pick<PackFile, 'group' | 'title'> & { readonly of: string; readonly perPage: 1 | 2 },
  blobs: Blobs,
): Promise<Outcome<readonly PackFile[]>> {
  const { group, title, of, perPage } = about;
  const files: PackFile[] = [];
  const pictures = scans.filter((each) => each.type !== 'application/pdf');
  if (pictures.length > 0) {
    const made = await picturesPdf(pictures, perPage, blobs);
    if (!made.ok) return made;
    const source = `pictures.${of}`;
    files.push({ group, title, source, bytes: made.value.pdf, pages: made.value.pages, sourceDocId: pictures[0]?.key });
  }
  for (const scan of scans.filter((each) => each.type === 'application/pdf')) {
    const bytes = await blobs.get(scan.sha256);
    files.push({ group, title, source: `scan.${scan.key}`, bytes, pages: scan.pages, sourceDocId: scan.key });
  }
  return done(files);
}

/** Files that are too large for the court's upload in parts of whole pages; the others as they are. */
export async function fitForUpload(file: PackFile, mostBytes = MOST_BYTES): Promise<Outcome<readonly PackFile[]>> {
  if (file.group === 'data' || file.bytes.length <= mostBytes) return done([file]);
  const split = await splitPdf(file.bytes, mostBytes);
  if (!split.ok) {
    return refused(
      split.fault === 'page-too-large'
        ? problemOf(
            'page-too-large',
            `“${file.title}”第${split.page}页超过20 MB，法院平台不接收，请降低分辨率重新扫描。`,
            `Page ${split.page} of "${file.title}" is above 20 MB, which the court does not take; scan it again at a lower resolution.`,
          )
        : unreadable(file.title),
    );
  }
  return done(
    split.files.map((part, at) => ({
      ...file,
      title: `${file.title}（${at + 1}）`,
      source: at === 0 ? file.source : `${file.source}#${at + 1}`,
      bytes: part.pdf,
      pages: part.last - part.first + 1,
    })),
  );
}
