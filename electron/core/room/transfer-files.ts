import type { Attachment, CaseState, IssuedDocument } from '../domain/case/case-state';
import { titleOfPaper } from '../domain/forms/case-papers';
import type { PaperRef } from '../domain/forms/form-ids';
import type { TransferGroup } from '../domain/transfer/groups';
import { signedScans } from '../domain/transfer/transfer-case';
import type { TransferRow } from '../domain/transfer/requirements';
import type { BlobFiles } from '../store/blob-files';
import { done, refused, type Outcome, type PlacedProblem } from './outcome';
import { fitForUpload, picturesPdf, scanFiles } from './transfer-scans';
import type { PackFile } from './transfer-pack';
import type { TransferPapers } from './transfer-papers';

type Blobs = Pick<BlobFiles, 'get'>;

/**
 * An issued paper as a file: the scan of its signed copy where there is one (a PDF before pictures, the last one taken),
 * else the paper as it was issued.
 */
export async function paperFile(
  state: CaseState,
  document: IssuedDocument,
  paper: PaperRef,
  group: TransferGroup,
  blobs: Blobs,
): Promise<Outcome<PackFile>> {
  const base = {
    group,
    title: titleOfPaper(paper.form, paper.of, state).zh,
    source: `${paper.form}.${paper.of}`,
    sourceDocId: document.entry,
    formVersion: document.formVersion,
  };
  const scans = signedScans(state, document.entry);
  const whole = scans.findLast((each) => each.type === 'application/pdf');
  if (whole) return done({ ...base, bytes: await blobs.get(whole.sha256), pages: whole.pages, signed: true });
  if (scans.length > 0) {
    const made = await picturesPdf(scans, 1, blobs);
    return made.ok ? done({ ...base, bytes: made.value.pdf, pages: made.value.pages, signed: true }) : made;
  }
  return done({ ...base, bytes: await blobs.get(document.sha256), pages: document.pages });
}

/** Title of the scans that belong to one thing: a piece of evidence, a party's identity paper, or a file by its name. */
function titleOfScans(state: CaseState, first: Attachment): string {
  if (first.role === 'evidence') return state.evidence.find((each) => each.key === first.of)?.name ?? first.name;
  if (first.role !== 'identity') return first.name.replace(/\.[a-z0-9]+$/iu, '');
  const party = state.parties.find((each) => each.key === first.of);
  return `证件影像（${party?.shortName ?? party?.name ?? first.of}）`;
}

/** The scans of a row, those of one thing together, in the order of the row. */
function scansByThing(state: CaseState, row: TransferRow): readonly (readonly Attachment[])[] {
  const things = new Map<string, Attachment[]>();
  for (const key of row.attachments) {
    const scan = state.attachments.find((each) => each.key === key);
    if (!scan) continue;
    // Other material has no owner in the case: each file stands for itself.
    const thing = scan.role === 'other' ? scan.key : scan.of;
    things.set(thing, [...(things.get(thing) ?? []), scan]);
  }
  return [...things.values()];
}

async function rowScans(state: CaseState, row: TransferRow, blobs: Blobs): Promise<Outcome<readonly PackFile[]>> {
  const files: PackFile[] = [];
  for (const scans of scansByThing(state, row)) {
    const [first] = scans;
    if (!first) continue;
    const made = await scanFiles(
      scans,
      {
        group: row.group,
        title: titleOfScans(state, first),
        of: first.role === 'other' ? first.key : `${first.role}.${first.of}`,
        perPage: first.role === 'identity' ? 2 : 1,
      },
      blobs,
    );
    if (!made.ok) return made;
    files.push(...made.value);
  }
  return done(files);
}

/**
 * The files of all rows but the letter, in their order: papers first, then scans. Every paper that cannot be made and every
 * scan that cannot be read is named, not only the first.
 */
export async function contentFiles(
  state: CaseState,
  rows: readonly TransferRow[],
  papers: TransferPapers,
  blobs: Blobs,
): Promise<Outcome<readonly PackFile[]>> {
  const files: PackFile[] = [];
  const problems: PlacedProblem[] = [];
  const take = <T>(outcome: Outcome<T>): T | null => {
    if (outcome.ok) return outcome.value;
    problems.push(...outcome.problems);
    return null;
  };
  for (const row of rows.filter((each) => each.group !== 'letter' && each.state === 'present')) {
    for (const paper of row.papers) {
      const document = take(await papers.standing(state, paper));
      const file = document && take(await paperFile(state, document, paper, row.group, blobs));
      if (file) files.push(...(take(await fitForUpload(file)) ?? []));
    }
    for (const scan of take(await rowScans(state, row, blobs)) ?? [])
      files.push(...(take(await fitForUpload(scan)) ?? []));
  }
  return problems.length > 0 ? refused(...problems) : done(files);
}
