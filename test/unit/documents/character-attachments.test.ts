import { createHash } from 'node:crypto';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../../electron/core/domain/case/case-state';
import { renderForm } from '../../../electron/core/documents/render-form';
import { caseF } from '../../fixtures/documents/case-f';
import { fonts, requestFor } from './support';

/** A black square on white, as a crop of one character. */
function crop(): Uint8Array {
  const png = new PNG({ width: 60, height: 60 });
  png.data.fill(255);
  for (let y = 10; y < 50; y += 1) for (let x = 10; x < 50; x += 1) png.data.set([0, 0, 0, 255], (y * 60 + x) * 4);
  return PNG.sync.write(png);
}

const bytes = crop();
const sha256 = createHash('sha256').update(bytes).digest('hex');

/** Case F for a person whose name has a character that no font has. */
const named = (name: string, of: string): CaseState => ({
  ...caseF,
  parties: caseF.parties.map((party) => (party.key === 'applicant' ? { ...party, name } : party)),
  attachments: [
    { key: 'scan-1', role: 'character', of, name: 'a.png', type: 'image/png', sha256, bytes: bytes.length, pages: 1 },
  ],
});

describe('a character picture among the attachments of a case', () => {
  it.each([
    ['林𰻞', '𰻞'],
    ['林〓', '林〓'],
  ])('lets %s print', async (name, of) => {
    const state = named(name, of);
    const without = await renderForm(requestFor(state), fonts);
    expect(without.ok ? [] : without.problems.map((problem) => problem.field)).toContain('party.applicant.name');
    const rendered = await renderForm(requestFor(state, { pictures: { [sha256]: bytes } }), fonts);
    expect(rendered.ok).toBe(true);
  });
});
