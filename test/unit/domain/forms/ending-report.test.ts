import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../../../electron/core/domain/case/case-state';
import { ENDING_REASONS } from '../../../../electron/core/domain/case/vocabulary';
import { endingBoxes, trackSuggestion } from '../../../../electron/core/domain/forms/ending-report';
import { emptyCase } from '../../../fixtures/documents/empty-case';

const report = (fields: Readonly<Record<string, unknown>>): Pick<CaseState, 'papers'> => ({
  papers: [{ form: 'F21B', of: 'case', fields }],
});

describe('the report of an ending', () => {
  it('each reason of the case proposes one box; an agreement proposes none', () => {
    const boxes = ENDING_REASONS.map((reason) => endingBoxes({ ...emptyCase, ending: { reason, on: '2024-06-05' } }));
    expect(boxes.map(({ ticked }) => ticked)).toEqual([
      [],
      ['refused'],
      ['refused'],
      ['period-over'],
      ['too-far-apart'],
      ['bad-faith'],
      ['concealment-or-delay'],
      ['respondent-unreachable'],
      ['other'],
      ['other'],
    ]);
    expect(boxes.map(({ other }) => other).filter((text) => text !== '')).toEqual(['一方当事人不同意签署调解协议']);
  });

  it('what a person ticked stands, several or none', () => {
    const ending = { reason: 'refused', on: '2024-06-05' } as const;
    const typed = { ...emptyCase, ending, ...report({ reasons: ['bad-faith', 'other'], otherReason: ' 证人失联 ' }) };
    expect(endingBoxes(typed)).toEqual({ ticked: ['bad-faith', 'other'], other: '证人失联' });
    expect(endingBoxes({ ...emptyCase, ending, ...report({ reasons: [] }) }).ticked).toEqual([]);
  });

  it('clear facts propose a simple case, any obstacle a complex one with its reason, nothing known proposes nothing', () => {
    expect(trackSuggestion({ ...emptyCase, triage: { factsClear: true } })).toMatchObject({
      value: 'simple',
      typed: false,
    });
    expect(trackSuggestion({ ...emptyCase, triage: { factsClear: true, appraisalNeeded: true } })).toEqual({
      value: 'complex',
      reason: '需要评估、鉴定',
      typed: false,
    });
    expect(trackSuggestion(emptyCase)).toBeNull();
  });

  it('a respondent who cannot be reached makes the case complex even when the facts are clear', () => {
    const ending = { reason: 'respondent-unreachable', on: '2024-06-05' } as const;
    expect(trackSuggestion({ ...emptyCase, ending, triage: { factsClear: true } })).toEqual({
      value: 'complex',
      reason: '被申请人联系不到，是否属于下落不明由人民法院认定',
      typed: false,
    });
  });

  it('a typed proposal keeps its own reason and never the reason of the other one', () => {
    const clear = { ...emptyCase, triage: { factsClear: true } };
    expect(trackSuggestion({ ...clear, ...report({ suggestion: 'complex' }) })).toEqual({
      value: 'complex',
      reason: '',
      typed: true,
    });
    expect(trackSuggestion({ ...clear, ...report({ suggestion: 'simple', suggestionReason: '双方无争议' }) })).toEqual({
      value: 'simple',
      reason: '双方无争议',
      typed: true,
    });
  });
});
