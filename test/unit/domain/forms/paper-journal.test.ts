import { describe, expect, it } from 'vitest';
import { fold } from '../../../../electron/core/domain/case/fold';
import type { FormId } from '../../../../electron/core/domain/forms/form-ids';
import { paperData } from '../../../../electron/core/domain/forms/paper-fields';
import { CASE, Workstation, withCase } from '../../../fixtures/entries';
import { sampleJournal, type SampleName } from '../../../fixtures/documents/sample-case';

const typed = (station: Workstation, form: FormId, of: string, set: Readonly<Record<string, unknown>>): Workstation => {
  station.write({ kind: 'paper-set', data: { form, of, set } });
  return station;
};

describe('what is typed for a paper', () => {
  it('is folded by form and subject, each field for itself', () => {
    const station = typed(withCase(new Workstation('one')), 'F05', 'ke', { toldOn: '2024-04-11' });
    typed(station, 'F05', 'bank', { toldOn: '2024-04-12' });
    typed(station, 'F06', 'ke', { checked: true });
    typed(station, 'F06', 'ke', { checkedBy: '傅听澜' });
    const { papers } = fold(CASE, station.entries);
    expect(paperData(papers, 'F05', 'ke')).toEqual({ toldOn: '2024-04-11' });
    expect(paperData(papers, 'F05', 'bank')).toEqual({ toldOn: '2024-04-12' });
    expect(paperData(papers, 'F06', 'ke')).toEqual({ checked: true, checkedBy: '傅听澜' });
    expect(paperData(papers, 'F06', 'bank')).toEqual({});
  });

  it('a value that does not fit stays in the journal and out of the case', () => {
    const station = typed(withCase(new Workstation('one')), 'F14', '1', { paidOn: '2024-02-30', amountFen: 82_765 });
    typed(station, 'F14', '1', { mood: 'good' });
    const { papers, faults } = fold(CASE, station.entries);
    expect(papers).toEqual([{ form: 'F14', of: '1', fields: { amountFen: 82_765 } }]);
    expect(faults).toEqual([]);
    expect(station.entries.some((entry) => JSON.stringify(entry.data).includes('2024-02-30'))).toBe(true);
  });

  it('null clears a field; a paper without any is gone', () => {
    const station = typed(withCase(new Workstation('one')), 'F08', 'bank', { issuedOn: '2024-04-08' });
    typed(station, 'F08', 'bank', { issuedOn: null });
    expect(fold(CASE, station.entries).papers).toEqual([]);
  });

  it('two rooms that fill in two fields of one paper merge', () => {
    const one = typed(withCase(new Workstation('one')), 'F17', 'case', { filer: '傅听澜' });
    const two = new Workstation('two').learn(one.entries);
    typed(one, 'F17', 'case', { inspector: '苏映潮' });
    typed(two, 'F17', 'case', { text: '缺原件一份。' });
    one.learn(two.entries);
    const { papers, conflicts } = fold(CASE, one.entries);
    expect(paperData(papers, 'F17', 'case')).toEqual({ filer: '傅听澜', inspector: '苏映潮', text: '缺原件一份。' });
    expect(conflicts).toEqual([]);
  });

  it('two values of one field, written apart, are a conflict', () => {
    const one = withCase(new Workstation('one'));
    const two = new Workstation('two').learn(one.entries);
    typed(one, 'F17', 'case', { filer: '傅听澜' });
    typed(two, 'F17', 'case', { filer: '谢怀舟' });
    expect(fold(CASE, one.learn(two.entries).entries).conflicts.map(({ path }) => path)).toEqual([
      'paper.F17.case.filer',
    ]);
  });
});

/** True when a paper issued from a sample case is still current after `change`. */
function currentAfter(
  name: SampleName,
  form: FormId,
  of: string,
  kind: string,
  data: Record<string, unknown>,
): boolean {
  const station = sampleJournal(name);
  const issued = { form, of, formVersion: '1.0', sha256: 'a'.repeat(64), bytes: 1_000, pages: 1 };
  station.write({ kind: 'document-issued', data: issued });
  station.write({ kind, data });
  return fold(`case-${name}`, station.entries).documents.at(-1)?.current === true;
}

describe('a paper is out of date when something that it prints has changed', () => {
  it.each<[string, SampleName, FormId, string, string, Record<string, unknown>]>([
    ['its own date', 'a', 'F05', 'respondent', 'paper-set', paper('F05', 'respondent', { toldOn: '2024-04-12' })],
    ["a party's name", 'a', 'F05', 'respondent', 'party-set', { party: 'respondent', set: { name: '柯龙炎' } }],
    ['a clause', 'a', 'F12', 'case', 'agreement-set', { set: { clauses: ['一条'] } }],
    ['a session', 'a', 'F11', 'handed-over-1', 'session-set', { session: 'handed-over-1', set: { place: '调解室一' } }],
    ['the evidence', 'g', 'F10', 'applicant', 'evidence-set', { evidence: 'debt', set: { pages: 2 } }],
    ['the ending', 'g', 'F21B', 'case', 'ending-set', { set: { focus: '利息' } }],
    ['its own number', 'g', 'F27', 'case', 'number-given', { number: null, paper: 'F27.case' }],
    ['the number of the agreement', 'a', 'F15', 'record-1', 'number-given', { number: null }],
    ['the court', 'g', 'F29', 'case', 'case-set', { set: { court: '另一法院' } }],
  ])('%s', (_, name, form, of, kind, data) => {
    expect(currentAfter(name, form, of, kind, data)).toBe(false);
  });

  it.each<[string, SampleName, FormId, string, string, Record<string, unknown>]>([
    [
      'the same form of the other party',
      'a',
      'F05',
      'respondent',
      'paper-set',
      paper('F05', 'applicant', { toldOn: null }),
    ],
    ['another form', 'a', 'F05', 'respondent', 'paper-set', paper('F06', 'respondent', { checked: false })],
    ['the evidence, for the agreement', 'a', 'F12', 'case', 'evidence-set', { evidence: 'income', set: { pages: 3 } }],
    ['the track, for the agreement', 'a', 'F12', 'case', 'case-set', { set: { track: 'ordinary' } }],
    [
      'a session, for the letter of notice',
      'g',
      'F21A',
      'applicant',
      'session-set',
      { session: 'handed-over-1', set: { place: '一' } },
    ],
    ['the number of another letter', 'g', 'F27', 'case', 'number-given', { number: null, paper: 'F21A.applicant' }],
    ['a signature', 'a', 'F12', 'case', 'signature-set', { by: 'applicant', on: '2024-04-26' }],
  ])('not by %s', (_, name, form, of, kind, data) => {
    expect(currentAfter(name, form, of, kind, data)).toBe(true);
  });
});

function paper(form: FormId, of: string, set: Record<string, unknown>): Record<string, unknown> {
  return { form, of, set };
}
