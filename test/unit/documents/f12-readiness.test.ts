import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../../electron/core/domain/case/case-state';
import { renderForm } from '../../../electron/core/documents/render-form';
import { caseA } from '../../fixtures/documents/case-a';
import { caseF } from '../../fixtures/documents/case-f';
import { emptyCase } from '../../fixtures/documents/empty-case';
import { fonts, pdfOf, requestFor, textOf } from './support';

const fieldsOf = async (state: CaseState, draft = false): Promise<readonly (string | undefined)[]> => {
  const rendered = await renderForm(requestFor(state, { draft }), fonts);
  return rendered.ok ? [] : rendered.problems.map((problem) => problem.field);
};
const { agreement } = caseF;
if (!agreement) throw new Error('case F has an agreement');

describe('F12 is refused with every reason', () => {
  it('an empty case names both sides, the facts, the agreement and the number', async () => {
    expect(await fieldsOf(emptyCase)).toEqual(['parties', 'parties', 'case.facts', 'agreement.form', 'number']);
  });

  it('an oral agreement, no clauses, an empty clause', async () => {
    expect(await fieldsOf({ ...caseF, agreement: { ...agreement, form: 'oral' } })).toEqual(['agreement.form']);
    expect(await fieldsOf({ ...caseF, agreement: { ...agreement, clauses: [] } })).toEqual(['agreement.clauses']);
    expect(await fieldsOf({ ...caseF, agreement: { ...agreement, clauses: ['付款。', ' '] } })).toEqual([
      'agreement.clauses',
    ]);
  });

  it('a payment between people who are no parties', async () => {
    const payments = agreement.payments.map((each) => ({ ...each, payer: 'nobody' }));
    expect(await fieldsOf({ ...caseF, agreement: { ...agreement, payments } })).toEqual(['agreement.payments']);
  });

  it('an unsettled conflict in a field that is printed, not in another', async () => {
    const at = (path: string) => ({ ...caseF, conflicts: [{ path, values: [] }] });
    expect(await fieldsOf(at('party.applicant.address'))).toEqual(['party.applicant.address']);
    expect(await fieldsOf(at('case.facts'))).toEqual(['case.facts']);
    expect(await fieldsOf(at('party.applicant.namePinyin'))).toEqual([]);
    expect(await fieldsOf(at('case.triage'))).toEqual([]);
  });

  it('a conflict is named in the words of the form', async () => {
    const state = { ...caseF, conflicts: [{ path: 'party.respondent.address', values: [] }] };
    const rendered = await renderForm(requestFor(state), fonts);
    expect(rendered.ok ? [] : rendered.problems.map((problem) => problem.zh)).toEqual([
      '“被申请人住址”有两份不同的填写，请先选定一份。',
    ]);
  });

  it('a missing number stops a final print, not a draft', async () => {
    const unnumbered = { ...caseF, number: undefined };
    expect(await fieldsOf(unnumbered)).toEqual(['number']);
    const { pdf } = await pdfOf(unnumbered, { draft: true });
    expect(textOf(pdf)).toContain('编号：（未编号，草稿）');
  });
});

describe('copies of F12', () => {
  it('one a party and one for the committee', async () => {
    expect(textOf((await pdfOf(caseF)).pdf)).toContain('本协议一式叁份，当事人、人民调解委员会各持一份。');
  });

  it('one more for the court when confirmation is wanted', async () => {
    expect(textOf((await pdfOf(caseA)).pdf)).toContain('本协议一式肆份');
  });
});
