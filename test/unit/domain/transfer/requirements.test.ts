import { elementFormOf } from '../../../../electron/core/domain/forms/case-papers';
import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../../../electron/core/domain/case/case-state';
import { missingOf, transferRequirements } from '../../../../electron/core/domain/transfer/requirements';
import {
  decisionProblems,
  transferCourt,
  transferIdOf,
  transferTypeOf,
} from '../../../../electron/core/domain/transfer/transfer-case';
import { sampleCase } from '../../../fixtures/documents/sample-case';

const rows = (state: CaseState, type: 'filing' | 'confirmation') =>
  transferRequirements(state, type).map(
    (row) =>
      `${row.group} ${row.papers.map((paper) => `${paper.form}.${paper.of}`).join(' ')} ${row.required ? '!' : '-'} ${row.state}`,
  );

describe('what a court asks for', () => {
  it('with case A for confirmation are the groups of domain.md 4.4', () => {
    const { state } = sampleCase('a');
    expect(rows(state, 'confirmation')).toEqual([
      'letter F27.case ! present',
      'applicant F06.applicant ! present',
      'respondent F06.respondent ! present',
      'complaint F03.case ! present',
      'service-address F19.applicant ! present',
      'service-address F19.respondent ! present',
      'agreement F12.case ! present',
      'confirmation F16B.case ! present',
      'record F11.handed-over-1 F11.handed-over-2 ! present',
      'rights F05.applicant ! present',
      'rights F05.respondent ! present',
      'authority F07.applicant F08.applicant ! present',
      'other  - not-applicable',
    ]);
    expect(missingOf(transferRequirements(state, 'confirmation'))).toEqual([]);
  });

  it('minds the consent of a person to handing over to the court, and never bars for want of it', () => {
    const { state } = sampleCase('a');
    const papers = state.papers.map((paper) =>
      paper.form === 'F31' && paper.of === 'respondent'
        ? { ...paper, fields: { ...paper.fields, court: false } }
        : paper,
    );
    const notes = (of: CaseState): readonly (string | undefined)[] =>
      transferRequirements(of, 'confirmation').map((row) => row.reason?.code);
    expect(notes(state)).not.toContain('no-consent-for-court');
    expect(notes({ ...state, papers })).toContain('no-consent-for-court');
    expect(missingOf(transferRequirements({ ...state, papers }, 'confirmation'))).toEqual([]);
  });

  it('with case G1 for filing are the papers of domain.md 7.8, and no record of the mediation', () => {
    const { state } = sampleCase('g');
    expect(rows(state, 'filing')).toEqual([
      'letter F27.case ! present',
      'applicant F06.applicant ! present',
      'respondent F06.respondent ! present',
      'complaint E01.case ! present',
      'service-address F19.applicant ! present',
      'service-address F19.respondent ! present',
      'ending F21B.case ! present',
      'undisputed F24.case ! present',
      'evidence F10.applicant ! present',
      'evidence F10.respondent - present',
      'authority F07.applicant F08.applicant ! present',
      'preservation  - not-applicable',
      'appraisal  - not-applicable',
      'other  - not-applicable',
    ]);
  });

  it('of a respondent who was never reached is not asked for, and that stops nothing (case G2)', () => {
    const { state } = sampleCase('g2');
    const asked = transferRequirements(state, 'filing');
    expect(missingOf(asked)).toEqual([]);
    const unasked = asked.filter((row) => row.reason?.code === 'respondent-not-reached');
    expect(unasked.map((row) => [row.group, row.required, row.state])).toEqual([
      ['respondent', false, 'not-applicable'],
      ['service-address', false, 'not-applicable'],
      ['undisputed', false, 'not-applicable'],
    ]);
    expect(decisionProblems(state, 'filing')).toEqual([]);
  });

  it('is missing with its reason when a recording replaced the record and no facts were confirmed', () => {
    const { state } = sampleCase('g');
    const changed: CaseState = {
      ...state,
      ending: { reason: 'too-far-apart', on: '2024-06-05', steps: ['2024年5月20日组织调解'] },
      papers: [
        ...state.papers.filter((paper) => paper.form !== 'F24'),
        { form: 'F32', of: 'case', fields: { replacesRecord: true } },
      ],
    };
    expect(missingOf(transferRequirements(changed, 'filing')).map((problem) => problem.code)).toEqual([
      'no-undisputed-facts',
    ]);
  });

  it('of a filing without evidence, or of a party without any identity, is named', () => {
    const { state } = sampleCase('g');
    const [bank, person] = state.parties;
    if (!bank || !person) throw new Error('case G has two parties');
    const changed: CaseState = {
      ...state,
      evidence: [],
      attachments: [],
      parties: [bank, { ...person, document: undefined }],
    };
    expect(missingOf(transferRequirements(changed, 'filing')).map(({ code, field }) => [code, field])).toEqual([
      ['no-identity', 'party.respondent.document'],
      ['no-evidence', 'evidence'],
    ]);
  });

  it('names evidence that has no scan, without stopping', () => {
    const { state } = sampleCase('g');
    const bare: CaseState = { ...state, attachments: state.attachments.filter((each) => each.of !== 'dunning') };
    const row = transferRequirements(bare, 'filing').find((each) => each.group === 'evidence');
    expect(row).toMatchObject({ state: 'present', reason: { code: 'evidence-without-scan' } });
    expect(row?.reason?.zh).toContain('催收记录');
  });

  it('of a dispute without an element form is the application itself', () => {
    const { state } = sampleCase('g');
    const other: CaseState = { ...state, disputeType: 'WM01' };
    expect(elementFormOf(other)).toBeNull();
    expect(elementFormOf({ ...state, disputeType: 'LN01' })).toBe('E02');
    expect(transferRequirements(other, 'filing').find((row) => row.group === 'complaint')?.papers).toEqual([
      { form: 'F03', of: 'case' },
    ]);
  });
});

describe('the court', () => {
  const delegated = sampleCase('a').state;

  it('is the one that sent the case; for a case of our own the one that the agreement names (民事诉讼法 Art. 205)', () => {
    expect(transferCourt(delegated, 'confirmation')).toBe('刺桐区人民法院（示例）');
    const own: CaseState = { ...delegated, source: 'party-application', court: undefined };
    expect(transferCourt(own, 'confirmation', '本地法院')).toBe(own.agreement?.confirmation?.court);
    expect(transferCourt({ ...own, agreement: undefined, papers: [] }, 'confirmation', '本地法院')).toBeNull();
    expect(transferCourt({ ...delegated, court: undefined, papers: [] }, 'confirmation', '本地法院')).toBe('本地法院');
  });

  it('that differs from the one in the agreement is asked about before anything is made', () => {
    const other: CaseState = { ...delegated, court: '别处人民法院' };
    expect(decisionProblems(other, 'confirmation').map((problem) => problem.code)).toContain('other-court');
  });
});

describe('the way a case goes', () => {
  it('is filing when it failed, and confirmation only with an agreement in effect that asks for it', () => {
    const [a, g] = [sampleCase('a').state, sampleCase('g').state];
    expect([transferTypeOf(a), transferTypeOf(g)]).toEqual(['confirmation', 'filing']);
    expect(decisionProblems(a, 'confirmation')).toEqual([]);
    expect(decisionProblems(a, 'filing').map((problem) => problem.code)).toEqual(['not-ended']);
    expect(decisionProblems(g, 'confirmation').map((problem) => problem.code)).toEqual(['ended-unsettled']);
    const unsigned = decisionProblems({ ...a, signatures: [] }, 'confirmation');
    expect(unsigned.map((problem) => problem.code)).toEqual(['agreement-not-effective']);
    expect(unsigned[0]?.zh).toContain('柯龙䶮');
  });

  it('has one id for a case and type', () => {
    const hash = (text: string): string => Buffer.from(text).toString('hex');
    expect(transferIdOf('case-1', 'filing', hash)).toBe(transferIdOf('case-1', 'filing', hash));
    expect(transferIdOf('case-1', 'filing', hash)).toMatch(/^la-[a-z0-9]{20}$/);
    expect(transferIdOf('case-1', 'confirmation', hash)).toMatch(/^sq-/);
  });
});
