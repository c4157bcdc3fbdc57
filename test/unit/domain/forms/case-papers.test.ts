import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../../../electron/core/domain/case/case-state';
import { papersOfCase, titleOfPaper } from '../../../../electron/core/domain/forms/case-papers';
import { FORM_IDS, type FormId } from '../../../../electron/core/domain/forms/form-ids';
import { paperFieldFault } from '../../../../electron/core/domain/forms/paper-fields';
import { emptyCase } from '../../../fixtures/documents/empty-case';
import { sampleCase, sampleJournal, type SampleName } from '../../../fixtures/documents/sample-case';

const CASES = ['a', 'b', 'c', 'c2', 'd', 'e', 'f', 'g', 'g2'] as const satisfies readonly SampleName[];

/**
 * The form matrix of domain.md 7.9: how many papers of each form a sample case needs, in the order of CASES. A form without
 * a row is needed by none. F20, F22A, F28, F30 and F33 are made when a person begins one, as the sample cases do.
 */
const MATRIX: Readonly<Partial<Record<FormId, readonly number[]>>> = {
  //     a  b  c c2  d  e  f  g g2
  F01: [1, 1, 1, 1, 1, 1, 1, 1, 1],
  F02: [1, 1, 1, 1, 1, 1, 1, 1, 1],
  F03: [1, 1, 0, 0, 1, 1, 1, 1, 1],
  F04: [0, 0, 1, 1, 0, 0, 0, 0, 0],
  F05: [2, 2, 2, 2, 2, 2, 2, 2, 1],
  F06: [2, 2, 2, 2, 2, 2, 2, 2, 1],
  F07: [1, 1, 1, 1, 1, 1, 1, 1, 1],
  F08: [1, 1, 1, 1, 1, 1, 1, 1, 1],
  F09: [0, 0, 0, 0, 1, 0, 1, 0, 0],
  F10: [2, 2, 2, 2, 2, 2, 2, 2, 1],
  F11: [2, 1, 1, 1, 2, 1, 1, 1, 0],
  F12: [1, 1, 0, 0, 1, 1, 1, 0, 0],
  F13: [0, 0, 1, 0, 0, 0, 0, 0, 0],
  F14: [2, 1, 1, 0, 1, 1, 1, 0, 0],
  F15: [1, 1, 1, 0, 1, 1, 1, 0, 0],
  F16A: [1, 0, 0, 0, 0, 0, 0, 0, 0],
  F16B: [1, 0, 0, 0, 0, 0, 0, 0, 0],
  F17: [1, 1, 1, 1, 1, 1, 1, 1, 1],
  F18: [1, 1, 1, 1, 1, 1, 1, 1, 1],
  F19: [2, 0, 0, 0, 0, 2, 0, 2, 1],
  F20: [0, 0, 0, 0, 0, 0, 0, 1, 0],
  F21A: [0, 0, 0, 2, 0, 0, 0, 2, 2],
  F21B: [0, 0, 0, 0, 0, 0, 0, 1, 1],
  F22A: [1, 0, 0, 0, 0, 0, 0, 0, 0],
  F24: [0, 0, 0, 0, 0, 1, 0, 1, 0],
  F25: [0, 0, 0, 1, 0, 0, 0, 0, 0],
  F26: [1, 1, 1, 1, 1, 1, 1, 1, 1],
  F27: [1, 0, 0, 0, 0, 0, 0, 1, 1],
  F28: [1, 1, 0, 0, 1, 0, 0, 0, 0],
  F29: [1, 0, 0, 0, 0, 0, 0, 1, 1],
  F30: [0, 0, 1, 1, 0, 0, 0, 0, 0],
  F31: [2, 2, 2, 2, 2, 2, 2, 2, 1],
  F32: [0, 1, 0, 0, 0, 1, 0, 0, 0],
  F33: [1, 0, 1, 1, 1, 0, 0, 1, 0],
  E01: [0, 0, 0, 0, 0, 0, 0, 1, 1],
};

const needed = (state: CaseState, form: FormId): readonly string[] =>
  papersOfCase(state)
    .filter((paper) => paper.need === 'required' && paper.form === form)
    .map((paper) => paper.of);

const offered = (state: CaseState, form: FormId): readonly string[] =>
  papersOfCase(state)
    .filter((paper) => paper.need === 'offered' && paper.form === form)
    .map((paper) => paper.of);

describe('the papers of the sample cases (domain.md 7.9)', () => {
  it.each(CASES.map((name, column) => [name, column] as const))(
    'case %s needs what the matrix says',
    (name, column) => {
      const { state } = sampleCase(name);
      const expected = Object.fromEntries(FORM_IDS.map((form) => [form, MATRIX[form]?.[column] ?? 0]));
      const found = Object.fromEntries(FORM_IDS.map((form) => [form, needed(state, form).length]));
      expect(found).toEqual(expected);
    },
  );

  it('the papers come in the order of their forms, each once', () => {
    for (const name of CASES) {
      const refs = papersOfCase(sampleCase(name).state).map(({ form, of }) => [FORM_IDS.indexOf(form), of] as const);
      expect(refs.map(([at]) => at)).toEqual(refs.map(([at]) => at).toSorted((a, b) => a - b));
      expect(new Set(refs.map((ref) => ref.join('.'))).size).toBe(refs.length);
    }
  });

  it('each session has its record', () => {
    expect(needed(sampleCase('a').state, 'F11')).toEqual(['handed-over-1', 'handed-over-2']);
    expect(needed(sampleCase('d').state, 'F11')).toEqual(['handed-over-1', 'handed-over-2']);
  });

  it('who could not be reached signs nothing, and is told of the ending all the same', () => {
    const { state } = sampleCase('g2');
    for (const form of ['F05', 'F06', 'F19', 'F31'] as const) expect(needed(state, form)).toEqual(['applicant']);
    expect(needed(state, 'F21A')).toEqual(['applicant', 'respondent']);
  });

  it('mandate and proof of the head are asked of the institution alone', () => {
    expect(needed(sampleCase('a').state, 'F07')).toEqual(['applicant']);
    expect(needed(sampleCase('b').state, 'F08')).toEqual(['respondent']);
  });

  it('an instalment that was paid needs its receipt, one still due may have one', () => {
    const { state } = sampleCase('a');
    expect(needed(state, 'F14')).toEqual(['1', '2']);
    expect(offered(state, 'F14')).toEqual(Array.from({ length: 22 }, (_, index) => String(index + 3)));
  });

  it.each(CASES)('every value typed for the papers of case %s fits its field', (name) => {
    const faults = sampleJournal(name)
      .entries.filter((entry) => entry.kind === 'paper-set')
      .flatMap(({ data }) => {
        const { form, set } = data as { form: FormId; set: Record<string, unknown> };
        return Object.entries(set).map(([field, value]) => [form, field, paperFieldFault(form, field, value)]);
      })
      .filter(([, , fault]) => fault !== null);
    expect(faults).toEqual([]);
  });

  it('a loan that failed before a court has the complaint of its own kind, other disputes have none', () => {
    const { state } = sampleCase('g2');
    expect(needed({ ...state, disputeType: 'LN01' }, 'E02')).toEqual(['case']);
    expect(needed({ ...state, disputeType: 'WM01' }, 'E01')).toEqual([]);
  });
});

describe('the papers of a case that is still open', () => {
  it('an empty case needs its covers and an application', () => {
    expect(papersOfCase(emptyCase).map(({ form }) => form)).toEqual(['F01', 'F02', 'F03', 'F17', 'F18']);
  });

  it.each(['oral', 'own-motion'] as const)('%s: the register form stands in for the application', (application) => {
    const state: CaseState = { ...emptyCase, application };
    expect(needed(state, 'F03')).toEqual([]);
    expect(needed(state, 'F04')).toEqual(['case']);
  });

  it('a withdrawn case needs the withdrawal and a notice to each party', () => {
    const { state } = sampleCase('g');
    const withdrawn: CaseState = { ...state, ending: { reason: 'withdrawn', on: '2024-05-15' } };
    expect(needed(withdrawn, 'F23')).toEqual(['case']);
    expect(needed(withdrawn, 'F21A')).toEqual(['applicant', 'respondent']);
  });

  it('no letter to a court in a case that came from no court', () => {
    const { state } = sampleCase('g');
    const own: CaseState = { ...state, source: 'party-application', papers: [] };
    for (const form of ['F21B', 'F27', 'F29', 'E01'] as const) expect(needed(own, form)).toEqual([]);
  });

  it('a recording that replaces the record makes the undisputed facts a paper of its own', () => {
    const { state } = sampleCase('e');
    const papers = state.papers.filter(({ form }) => form !== 'F24');
    expect(needed({ ...state, papers }, 'F24')).toEqual(['case']);
    expect(needed({ ...state, papers: papers.filter(({ form }) => form !== 'F32') }, 'F24')).toEqual([]);
  });

  it('acceptance is offered always, a refusal only before an agreement is drafted', () => {
    expect(offered(sampleCase('b').state, 'F22A')).toEqual(['applicant']);
    expect(offered(sampleCase('b').state, 'F22B')).toEqual([]);
    expect(offered(sampleCase('g').state, 'F22B')).toEqual(['applicant']);
  });

  it('facts confirmed in a case that settled are no paper', () => {
    const { state } = sampleCase('b');
    const ending = { reason: 'settled', on: '2024-06-06', undisputedFacts: ['合同有效'] } as const;
    expect(needed({ ...state, ending }, 'F24')).toEqual([]);
  });

  it('what was typed for a party of a form makes that paper needed', () => {
    const state: CaseState = { ...emptyCase, papers: [{ form: 'F20', of: 'record-1', fields: { server: '傅听澜' } }] };
    expect(needed(state, 'F20')).toEqual(['record-1']);
    expect(needed({ ...emptyCase, papers: [{ form: 'F20', of: 'record-1', fields: {} }] }, 'F20')).toEqual([]);
  });
});

describe('the title of a paper', () => {
  const { state } = sampleCase('d');

  it.each<[FormId, string, string]>([
    ['F12', 'case', '人民调解协议书'],
    ['F07', 'respondent', '授权委托书（刺桐湾银行）'],
    ['F05', 'applicant', '人民调解当事人权利义务告知书（黄蕴棠）'],
    ['F11', 'handed-over-2', '人民调解记录（第2次）'],
    ['F14', '1', '履行凭证（第1期）'],
    ['F09', 'record-1', '人民调解调查记录（第1份）'],
    ['F15', 'visit', '人民调解回访记录'],
  ])('%s of %s reads %s', (form, of, title) => {
    expect(titleOfPaper(form, of, state).zh).toBe(title);
  });
});
