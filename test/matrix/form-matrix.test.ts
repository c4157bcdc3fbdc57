import { describe, expect, it } from 'vitest';
import type { PaperRef } from '../../electron/core/domain/forms/form-ids';
import { SAMPLE_CASES, sampleCase, type SampleName } from '../fixtures/documents/sample-case';
import { pagesAsDots } from '../unit/documents/pictures';
import { pdfOf } from '../unit/documents/support';
import { compareWithApproved, RESOLUTION } from './approved-pages';
import { madePapers, neededPapers, paperFaults } from './made-papers';
import { otherPapers } from './other-papers';
import { strained } from './strained-case';

const updating = process.env['UPDATE_APPROVED'] === '1';
/** Milliseconds that one case may take on a machine that has other work. */
const SLOW = 300_000;

/** The form matrix of domain.md 7.9: every paper that a sample case needs, made for good. */
describe('every paper of a sample case prints whole and looks as approved', () => {
  it.each(SAMPLE_CASES)('case %s', { timeout: SLOW }, async (name) => {
    const { state, pictures } = sampleCase(name);
    expect(await paperFaults(`case-${name}`, state, pictures, neededPapers(state))).toEqual([]);
  });

  it.each(otherPapers())('$title, which no sample case needs', async ({ state, paper }) => {
    expect(await paperFaults(`other-${paper.form}`, state, {}, [paper])).toEqual([]);
  });

  it.runIf(!updating)('one other figure in one of 24 instalments is seen at this resolution', async () => {
    const { state } = sampleCase('a');
    const payments = state.agreement?.payments.map((each, at) => (at === 4 ? { ...each, dueOn: '2024-09-20' } : each));
    if (!state.agreement || !payments) throw new Error('case A has an agreement');
    const { pdf } = await pdfOf({ ...state, agreement: { ...state.agreement, payments } });
    const pages = pagesAsDots(pdf, RESOLUTION).map((page, at) => [`F12.case-${at + 1}`, page] as const);
    const differences = compareWithApproved('case-a', new Map(pages)).filter((each) => each.startsWith('F12'));
    expect(differences).toEqual([expect.stringMatching(/^F12\.case-\d differs in \d+ dots$/u)]);
  });
});

/** One paper of each form, of the first case that needs it. */
const oneOfEach = (): readonly (readonly [SampleName, readonly PaperRef[]])[] => {
  const seen = new Set<string>();
  const isNew = ({ form }: PaperRef): boolean => seen.size < seen.add(form).size;
  return SAMPLE_CASES.map((name) => [name, neededPapers(sampleCase(name).state).filter(isNew)] as const).filter(
    ([, refs]) => refs.length > 0,
  );
};

describe('a form with more text than it has room for flows on and loses nothing', () => {
  it.each(oneOfEach())('papers of case %s', { timeout: SLOW }, async (name, refs) => {
    const { state, pictures } = sampleCase(name);
    expect((await madePapers(strained(state), pictures, refs)).faults).toEqual([]);
  });

  it.each(otherPapers())('$title', { timeout: SLOW }, async ({ state, paper }) => {
    expect((await madePapers(strained(state), {}, [paper])).faults).toEqual([]);
  });
});
