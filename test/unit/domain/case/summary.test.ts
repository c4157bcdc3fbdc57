import { describe, expect, it } from 'vitest';
import { fold } from '../../../../electron/core/domain/case/fold';
import { caseSummary, matches, summaryOf, titleOf } from '../../../../electron/core/domain/case/summary';
import { CASE, withCase, Workstation } from '../../../fixtures/entries';
import { roomsApart, together } from './two-rooms';

const room = withCase(new Workstation('one'));
room.caseSet({
  courtNumber: '（2024）闽0503诉前调1234号',
  contractNumber: 'XY-2023-0077',
  intakeId: 'in-1',
  intakeHash: 'h',
});
room.write({
  kind: 'number-given',
  data: { number: { series: 'agreement', year: 2024, seq: 401, text: '（2024）泉银人调字第00401号' } },
});
room.agreementSet({
  form: 'written',
  clauses: ['分期还款。'],
  payments: [{ payer: 'ke', payee: 'bank', amountFen: 100_000, dueOn: '2024-06-10' }],
  confirmation: { wanted: true },
});
const summary = summaryOf(fold(CASE, room.entries));

describe('the summary of a case', () => {
  it('shows what lists need, and passes its own schema', () => {
    expect(summary).toMatchObject({
      id: CASE,
      title: '柯龙䶮 与 刺桐湾银行卡中心',
      stage: 'agreement',
      amountFen: 2_137_645,
      number: '（2024）泉银人调字第00401号',
      payments: [{ dueOn: '2024-06-10', amountFen: 100_000 }],
      confirmationWanted: true,
      effectiveOn: null,
      mediators: ['陈知远'],
      intakeId: 'in-1',
      conflicts: 0,
      sample: false,
    });
    expect(caseSummary.parse(JSON.parse(JSON.stringify(summary)))).toEqual(summary);
  });

  it('counts fields with two values and clashes together', () => {
    const [one, two] = roomsApart();
    one.caseSet({ recorder: '甲' });
    two.caseSet({ recorder: '乙' });
    one.write({ kind: 'ending-set', data: { set: { reason: 'withdrawn', on: '2024-05-01' } } });
    two.partySet('again', {
      side: 'respondent',
      kind: 'person',
      name: '柯某',
      document: { type: 'resident-id', number: '999999199003070019' },
    });
    const state = together(one, two);
    expect([state.conflicts.length, state.clashes.length]).toEqual([1, 2]);
    expect(summaryOf(state).conflicts).toBe(3);
  });

  it('tells the sessions that were held from those to come', () => {
    const [one] = roomsApart((begun) => {
      for (const [session, set] of [
        ['to-come', { record: ' ' }],
        ['written', { record: '双方到场。' }],
        ['decided', { result: 'not-settled' }],
      ] as const)
        begun.write({
          kind: 'session-set',
          data: { session, set: { startedAt: '2024-04-10T09:00:00+08:00', place: '一号室', ...set } },
        });
    });
    expect(summaryOf(together(one)).sessions.map(({ id, held }) => [id, held])).toEqual([
      ['to-come', false],
      ['written', true],
      ['decided', true],
    ]);
  });

  it('of an older version is known as such and made anew', () => {
    const { format: _format, ...older } = summary;
    expect(caseSummary.safeParse(older).success).toBe(false);
    expect(caseSummary.safeParse({ ...summary, format: 1 }).success).toBe(false);
  });

  it('is titled by short names, by the first of many, and by what there is', () => {
    const party = (side: 'applicant' | 'respondent', name: string, shortName?: string) =>
      ({ key: name, side, kind: 'person', name, shortName }) as const;
    expect(titleOf([party('applicant', '甲'), party('applicant', '乙'), party('respondent', '丙行', '')])).toBe(
      '甲、乙 与 丙行',
    );
    expect(titleOf(['甲', '乙', '丁'].map((name) => party('applicant', name)))).toBe('甲等3人');
    expect(titleOf([party('respondent', '丙')])).toBe('丙');
    expect(titleOf([])).toBe('');
  });
});

describe('searching summaries', () => {
  it.each([
    ['a rare character', '䶮'],
    ['part of a name', '龙䶮'],
    ['part of a number', '00401'],
    ['a whole number', '（2024）泉银人调字第00401号'],
    ['a court number', '闽0503诉前调1234'],
    ['a contract number without its hyphens', 'xy20230077'],
    ['the tail of an identity number', '0019'],
    ['a telephone number with blanks', '138 0000 0001'],
    ['pinyin in one piece', 'kelongyan'],
    ['pinyin in words, in capitals', 'KE Long'],
    ['a representative', '林砚'],
    ['a mediator', '陈知远'],
    ['several words in any order', '银行卡 00401 䶮'],
    ['words with wide blanks between', '银行　柯'],
    ['nothing at all', '  '],
  ])('finds the case by %s', (_what, query) => {
    expect(matches(summary, query)).toBe(true);
  });

  it.each(['龑', '00402', '柯龙䶮 00402', 'kelongyam', '逾期'])('does not find it by %s', (query) => {
    expect(matches(summary, query)).toBe(false);
  });
});
