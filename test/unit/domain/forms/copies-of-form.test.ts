import { describe, expect, it } from 'vitest';
import { copiesOfForm } from '../../../../electron/core/domain/case/copies';
import type { FormId } from '../../../../electron/core/domain/forms/form-ids';
import { sampleCase, type SampleName } from '../../../fixtures/documents/sample-case';

describe('copies of a form (domain.md 1.5 and 7.9)', () => {
  it.each<[string, SampleName, FormId, number]>([
    ['the agreement of A: two parties, the committee, the court', 'a', 'F12', 4],
    ['the agreement of B: two parties and the committee', 'b', 'F12', 3],
    ['the agreement of F: two parties and the committee', 'f', 'F12', 3],
    ['an application: the dossier and the respondent', 'd', 'F03', 2],
    ['a mandate in a case from a court', 'g', 'F07', 2],
    ['a mandate in another case', 'b', 'F07', 1],
    ['notice of rights: the party and the dossier', 'c', 'F05', 2],
    ['evidence: the list and its receipt', 'd', 'F10', 2],
    ['application for confirmation: the court and each party', 'a', 'F16A', 3],
    ['the same in the form of the court', 'a', 'F16B', 3],
    ['undisputed facts: each party, the committee, the court', 'g', 'F24', 4],
    ['undisputed facts without a court', 'e', 'F24', 3],
    ["a mediator's proposal", 'c2', 'F25', 3],
    ['an address: the dossier and the court', 'g', 'F19', 2],
    ['oral agreement', 'c', 'F13', 1],
    ['cover', 'a', 'F01', 1],
  ])('%s', (_, name, form, copies) => {
    expect(copiesOfForm(form, sampleCase(name).state)).toBe(copies);
  });

  it('with a second respondent one more application goes out', () => {
    const { state } = sampleCase('d');
    const [, respondent] = state.parties;
    if (!respondent) throw new Error('case D has a respondent');
    const parties = [...state.parties, { ...respondent, key: 'respondent-2' }];
    expect(copiesOfForm('F03', { ...state, parties })).toBe(3);
    expect(copiesOfForm('F12', { ...state, parties })).toBe(4);
  });
});
