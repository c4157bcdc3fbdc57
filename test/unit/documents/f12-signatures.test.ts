import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../../electron/core/domain/case/case-state';
import { caseF } from '../../fixtures/documents/case-f';
import { pdfOf, textOf, textOfPages } from './support';

const last = (state: CaseState): readonly string[] => state.mediators.slice(-1);

describe('the signatures of F12', () => {
  it.each<[string, CaseState, RegExp]>([
    [
      'nine mediators',
      { ...caseF, mediators: Array.from({ length: 9 }, (_, n) => `调解员第${n + 1}人`) },
      /（以下无正文）|此页无正文/u,
    ],
    [
      'mediators with names of 100 characters',
      { ...caseF, mediators: ['苏'.repeat(100), '吴'.repeat(100)] },
      /（以下无正文）|此页无正文/u,
    ],
    [
      'a party with a name of 700 characters',
      { ...caseF, parties: caseF.parties.map((party) => ({ ...party, name: `${'泉'.repeat(700)}终` })) },
      // A place that is longer than a page is divided: it has text of its own on every page.
      /记录人/u,
    ],
  ])('have room for %s, with the seal and the end of the text on paper', async (_what, state, end) => {
    const { pdf } = await pdfOf(state);
    const text = textOf(pdf);
    expect(text).toContain('（以下无正文）');
    expect(text).toContain('印章');
    for (const name of last(state)) expect(text.split(name).length).toBeGreaterThan(1);
    for (const party of state.parties) expect(text.split(party.name.slice(-20)).length).toBeGreaterThan(2);
    const pages = textOfPages(pdf).map((page) => page.replace(/\s/gu, ''));
    expect(pages.at(-1)).toMatch(end);
  });

  it('of a nation with a long name stays whole', async () => {
    const nation = '很长的民族名称'.repeat(8);
    const state = { ...caseF, parties: caseF.parties.map((party) => ({ ...party, nation })) };
    expect(textOf((await pdfOf(state)).pdf)).toContain('很长的民族名称');
  });
});
