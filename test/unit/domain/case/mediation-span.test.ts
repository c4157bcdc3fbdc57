import { describe, expect, it } from 'vitest';
import type { CaseState, Session } from '../../../../electron/core/domain/case/case-state';
import { acceptedOnOf, mediationSpan } from '../../../../electron/core/domain/case/mediation-span';
import { emptyCase } from '../../../fixtures/documents/empty-case';

const session = (id: string, startedAt: string): Session => ({
  id,
  startedAt,
  mode: 'on-site',
  place: '',
  participants: [],
  record: '',
  result: 'to-be-continued',
});

const sessions = [session('1', '2024-05-20T23:30:00+08:00'), session('2', '2024-04-11T09:00:00+08:00')];

describe('the days of a mediation', () => {
  it('an empty case has none', () => {
    expect(mediationSpan(emptyCase)).toEqual({ from: undefined, to: undefined });
  });

  it('without a day of acceptance it runs from the first to the last session, in whatever order they stand', () => {
    expect(mediationSpan({ ...emptyCase, sessions })).toEqual({ from: '2024-04-11', to: '2024-05-20' });
  });

  it('the day of acceptance is the one typed, else the day of receipt in Shanghai', () => {
    const received = { ...emptyCase, receivedAt: '2024-04-01T16:30:00.000Z' };
    const typed = { ...received, acceptedOn: '2024-04-03' };
    expect(acceptedOnOf(received)).toBe('2024-04-02');
    expect(acceptedOnOf(typed)).toBe('2024-04-03');
  });

  it('it ends with an ending without agreement, else with the effect of the agreement, not with the day of closing', () => {
    const failed: CaseState = { ...emptyCase, sessions, ending: { reason: 'refused', on: '2024-06-05' } };
    expect(mediationSpan(failed).to).toBe('2024-06-05');
    const oral: CaseState = {
      ...emptyCase,
      sessions,
      regime: 'people',
      agreement: { form: 'oral', agreedOn: '2024-05-21', clauses: ['一次付清'], payments: [] },
      ending: { reason: 'settled', on: '2024-12-31' },
    };
    expect(mediationSpan(oral).to).toBe('2024-05-21');
    expect(mediationSpan({ ...emptyCase, ending: { reason: 'settled', on: '2024-12-31' } }).to).toBe('2024-12-31');
  });
});
