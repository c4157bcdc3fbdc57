import { PDFDocument } from '@cantoo/pdf-lib';
import { renderForm } from '../../electron/core/documents/render-form';
import type { RenderRequest, Supplement } from '../../electron/core/documents/rendered';
import type { CaseState } from '../../electron/core/domain/case/case-state';
import { papersOfCase, titleOfPaper } from '../../electron/core/domain/forms/case-papers';
import type { PaperRef } from '../../electron/core/domain/forms/form-ids';
import { drawnGlyphs } from '../unit/documents/drawn-glyphs';
import { pagesAsDots } from '../unit/documents/pictures';
import { fonts, requestFor } from '../unit/documents/support';
import { compareWithApproved, RESOLUTION } from './approved-pages';
import { wordsOfPages } from './page-words';
import { laidOut } from './set-lines';
import { textFaults } from './text-faults';

/** The refs of all papers that a case needs. */
export const neededPapers = (state: CaseState): readonly PaperRef[] =>
  papersOfCase(state).filter((paper) => paper.need === 'required');

/** What the dossier and the package would tell a form, made up from the papers: every paper two pages long. */
export function supplementFor(state: CaseState): Supplement {
  const papers = papersOfCase(state).filter((paper) => paper.need === 'required' && !/^F(01|02|18)$/u.test(paper.form));
  const titles = papers.map((paper) => titleOfPaper(paper.form, paper.of, state).zh);
  return {
    contents: titles.map((title, index) => ({
      title,
      page: 2 * index + 1,
      ...(index === 0 ? { remark: '原件' } : {}),
    })),
    enclosures: titles.slice(0, 12).map((title) => ({ title, pages: 2 })),
    packageSha256: '3f'.repeat(32),
    dossierPages: 2 * titles.length,
  };
}

interface Made {
  readonly name: string;
  readonly request: RenderRequest;
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/** One PDF of many, so that each program of poppler runs once. */
async function joined(papers: readonly Made[]): Promise<Uint8Array> {
  const whole = await PDFDocument.create();
  for (const { pdf } of papers) {
    const part = await PDFDocument.load(pdf);
    for (const page of await whole.copyPages(part, part.getPageIndices())) whole.addPage(page);
  }
  return whole.save();
}

/** What was made of papers of a case, and what is wrong with them beside their looks. */
export interface MadePapers {
  readonly faults: readonly string[];
  /** All papers in one, and the name of each of its pages. */
  readonly pdf: Uint8Array;
  readonly pageNames: readonly string[];
}

/** Makes papers of a case for good; a fault is a paper that was not made, a missing glyph, or text lost or out of place. */
export async function madePapers(
  state: CaseState,
  pictures: Readonly<Record<string, Uint8Array>>,
  refs: readonly PaperRef[],
): Promise<MadePapers> {
  const faults: string[] = [];
  const made: Made[] = [];
  const supplement = supplementFor(state);
  for (const { form, of } of refs) {
    const name = `${form}.${of}`;
    const request = requestFor(state, { form, of, pictures, supplement });
    const rendered = await renderForm(request, fonts);
    if (rendered.ok) made.push({ name, request, pdf: rendered.pdf, pages: rendered.pages });
    else faults.push(...rendered.problems.map((problem) => `${name}: ${problem.en}`));
  }
  const pdf = await joined(made);
  const words = wordsOfPages(pdf);
  const pageNames: string[] = [];
  for (const { name, request, pdf: paper, pages } of made) {
    if (drawnGlyphs(paper).includes(0)) faults.push(`${name}: a character has no glyph`);
    const own = words.slice(pageNames.length, pageNames.length + pages);
    faults.push(...textFaults(laidOut(request), own).map((fault) => `${name}: ${fault}`));
    pageNames.push(...own.map((_, index) => `${name}-${index + 1}`));
  }
  return { faults, pdf, pageNames };
}

/** All faults of papers of a case, and every page that looks other than approved under `folder`. */
export async function paperFaults(folder: string, ...paper: Parameters<typeof madePapers>): Promise<readonly string[]> {
  const { faults, pdf, pageNames } = await madePapers(...paper);
  const drawings = pagesAsDots(pdf, RESOLUTION);
  const pages = new Map(
    pageNames.flatMap((name, at) => {
      const drawing = drawings[at];
      return drawing ? [[name, drawing] as const] : [];
    }),
  );
  return [...faults, ...compareWithApproved(folder, pages)];
}
