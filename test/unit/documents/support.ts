import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { CaseState } from '../../../electron/core/domain/case/case-state';
import { directoryFonts, type FontSource } from '../../../electron/core/documents/fonts/font-source';
import { renderForm } from '../../../electron/core/documents/render-form';
import type { RenderRequest } from '../../../electron/core/documents/rendered';
import { sampleCommittee } from '../../fixtures/documents/organisation';

const root = path.resolve(import.meta.dirname, '../../..');
const noto = path.join(root, 'node_modules/@expo-google-fonts/noto-serif-sc');

/** Where the fonts lie before a build has gathered them. */
export const fontDirs: readonly string[] = [
  path.join(noto, '400Regular'),
  path.join(noto, '700Bold'),
  path.join(root, 'assets/fonts'),
];

/** One source for all tests of a file, so that its fonts stay warm. */
export const fonts: FontSource = directoryFonts(fontDirs);

/** A request to print F12 of a case, finished or as a draft. */
export const requestFor = (state: CaseState, changes: Partial<RenderRequest> = {}): RenderRequest => ({
  form: 'F12',
  of: 'case',
  state,
  organisation: sampleCommittee,
  printedAt: '2024-04-25T10:30:00+08:00',
  draft: false,
  ...changes,
});

/** The PDF of a case that must print. */
export async function pdfOf(state: CaseState, changes: Partial<RenderRequest> = {}) {
  const rendered = await renderForm(requestFor(state, changes), fonts);
  if (!rendered.ok) throw new Error(rendered.problems.map((problem) => problem.en).join(' '));
  return rendered;
}

/** Text of each page as poppler reads it, in the order of the layout. */
export function textOfPages(pdf: Uint8Array): readonly string[] {
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, maxBuffer: 64 << 20 }).toString('utf8');
  return text.split('\f').slice(0, -1);
}

/** All text in reading order, without any white space: lines end where the layout ends them. */
export function textOf(pdf: Uint8Array): string {
  const text = execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, maxBuffer: 64 << 20 }).toString('utf8');
  return text.replace(/\s/gu, '');
}
