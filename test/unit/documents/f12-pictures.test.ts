import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../../electron/core/domain/case/case-state';
import { caseA } from '../../fixtures/documents/case-a';
import { caseF } from '../../fixtures/documents/case-f';
import { caseLong } from '../../fixtures/documents/case-long';
import { comparePdf } from './pictures';
import { pdfOf } from './support';

const updating = process.env['UPDATE_APPROVED'] === '1';

describe('F12 on paper looks as approved', () => {
  it.each<[string, CaseState]>([
    ['f12-case-a', caseA],
    ['f12-case-f', caseF],
    ['f12-long', caseLong],
  ])('%s', async (name, state) => {
    expect(comparePdf((await pdfOf(state)).pdf, name)).toEqual([]);
  });

  it('a draft without a number says so and carries the watermark', async () => {
    const unnumbered = { ...caseF, number: undefined };
    expect(comparePdf((await pdfOf(unnumbered, { draft: true })).pdf, 'f12-draft')).toEqual([]);
  });

  it.runIf(!updating)('one other character in a name is seen on every page that prints it', async () => {
    const [applicant, respondent] = caseA.parties;
    if (!applicant || !respondent) throw new Error('case A has two parties');
    const changed = { ...caseA, parties: [applicant, { ...respondent, name: '柯龙龚' }] };
    const differences = comparePdf((await pdfOf(changed)).pdf, 'f12-case-a');
    expect(differences.map((each) => each.replace(/ in \d+ pixels/u, ''))).toEqual([
      'f12-case-a page 1 differs',
      'f12-case-a page 2 differs',
      'f12-case-a page 3 differs',
    ]);
  });

  it.runIf(!updating)('one other figure in one instalment is seen', async () => {
    const { agreement } = caseA;
    if (!agreement) throw new Error('case A has an agreement');
    const payments = agreement.payments.map((each, index) => (index === 4 ? { ...each, dueOn: '2024-09-20' } : each));
    const differences = comparePdf(
      (await pdfOf({ ...caseA, agreement: { ...agreement, payments } })).pdf,
      'f12-case-a',
    );
    expect(differences).toHaveLength(1);
    expect(differences[0]).toMatch(/^f12-case-a page 2 differs/u);
  });

  it.runIf(!updating)('a page too few or too many is seen', async () => {
    const { pdf } = await pdfOf(caseF);
    expect(comparePdf(pdf, 'f12-long')).toContain('f12-long has lost pages after 2');
    expect(comparePdf(pdf, 'f12-never-approved')).toEqual([
      'f12-never-approved page 1 has no approved picture',
      'f12-never-approved page 2 has no approved picture',
    ]);
  });
});
