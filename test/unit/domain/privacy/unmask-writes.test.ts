import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../../../electron/core/domain/case/case-state';
import { maskedState } from '../../../../electron/core/domain/privacy/masked-view';
import { unmaskWrites, type MaskedWrite } from '../../../../electron/core/domain/privacy/unmask-writes';
import { Workstation } from '../../../fixtures/entries';
import { numberedCase, randomCase, stateOf } from './numbers';

const partySet = (set: object, party = 'ke'): MaskedWrite => ({ kind: 'party-set', data: { party, set } });
const paymentsSet = (payments: readonly object[]): MaskedWrite => ({
  kind: 'agreement-set',
  data: { set: { payments } },
});

/** Every field of a view, written back as it is. */
const allOf = ({ parties, agreement, papers }: CaseState): readonly MaskedWrite[] => [
  ...parties.map(({ key, ...set }) => partySet(set, key)),
  ...(agreement ? [{ kind: 'agreement-set', data: { set: { ...agreement } } }] : []),
  ...papers.map(({ form, of, fields }) => ({ kind: 'paper-set', data: { form, of, set: fields } })),
];

const whole = stateOf(numberedCase());
const setOf = (write: MaskedWrite, state: CaseState | null = whole): unknown => {
  const unmasked = unmaskWrites([write], state);
  return unmasked.ok ? unmasked.writes[0]?.data['set'] : unmasked.problems.map(({ code, field }) => `${code} ${field}`);
};

describe('writes with masks', () => {
  it('of a masked view, unchanged, are the writes of the whole one (random cases)', () => {
    const seed = Number(process.env['MASK_SEED'] ?? 20_261_124);
    fc.assert(
      fc.property(randomCase, fc.subarray(['ke', 'lin', 'bank']), (station, shown) => {
        const state = stateOf(station);
        const view = maskedState(state, (party) => shown.includes(party));
        expect(unmaskWrites(allOf(view.state), state)).toEqual({ ok: true, writes: allOf(state) });
        for (const { kind, data } of allOf(state)) station.write({ kind, data });
        expect({ ...stateOf(station), heads: [] }).toEqual({ ...state, heads: [] });
      }),
      { seed, numRuns: 150 },
    );
  });

  it('keep the number when another field beside it changes', () => {
    expect(setOf(partySet({ document: { type: 'passport', number: '999999********0019' }, name: '柯龙' }))).toEqual({
      document: { type: 'passport', number: '999999199003070019' },
      name: '柯龙',
    });
  });

  it('find the number of an agent who moved up when the one before was taken out', () => {
    const agents = [{ name: '陈砚', kind: 'near-relative', phone: '139****0003' }];
    expect(setOf(partySet({ representatives: agents }))).toEqual({
      representatives: [{ name: '陈砚', kind: 'near-relative', phone: '13900000003' }],
    });
  });

  it('find the account of a new instalment by the only one with that mask', () => {
    const row = { payer: 'ke', payee: 'bank', amountFen: 1, dueOn: '2024-07-31', account: '***************1010' };
    expect(setOf(paymentsSet([row]))).toEqual({ payments: [{ ...row, account: '6299990000000001010' }] });
  });

  it('are refused where two numbers look alike, at the field, with what to do', () => {
    const station = numberedCase();
    const row = { payer: 'ke', payee: 'bank', amountFen: 1, dueOn: '2024-05-31' };
    station.agreementSet({
      payments: ['6299990000000001010', '6299990000009991010'].map((account) => ({ ...row, account })),
    });
    const state = stateOf(station);
    const moved = paymentsSet([{ ...row, dueOn: '2024-09-30', account: '***************1010' }]);
    expect(setOf(moved, state)).toEqual(['masked-value agreement.payments.0.account']);
    const refused = unmaskWrites([moved], state);
    expect(refused.ok ? [] : refused.problems[0]?.zh).toContain('显示');
  });

  it('are refused where two sides of a conflict look alike', () => {
    const one = numberedCase();
    const two = new Workstation('two').learn(one.entries);
    one.partySet('ke', { phone: '13811110001' });
    two.partySet('ke', { phone: '13822220001' });
    expect(setOf(partySet({ phone: '138****0001' }), stateOf(one.learn(two.entries)))).toEqual([
      'masked-value party.ke.phone',
    ]);
  });

  it.each([
    ['of another party', partySet({ phone: '138****0004' }), 'party.ke.phone'],
    ['of a new party', partySet({ phone: '138****0001' }, 'new'), 'party.new.phone'],
    ['of another field', partySet({ phone: '999999********0019' }), 'party.ke.phone'],
    ['that somebody typed', partySet({ document: { type: 'passport', number: 'E1＊' } }), 'party.ke.document.number'],
  ])('are refused with a mask %s', (_what, write, field) => {
    expect(setOf(write)).toEqual([`masked-value ${field}`]);
  });

  it('of a case that is not there yet hold no mask', () => {
    expect(setOf(partySet({ phone: '138****0001' }), null)).toEqual(['masked-value party.ke.phone']);
    expect(setOf(partySet({ phone: '13800000001' }), null)).toEqual({ phone: '13800000001' });
  });

  it('leave what has no number as it is, whatever its shape', () => {
    const odd = [
      partySet({ phone: null, document: null, representatives: ['*', null], address: '3*5室' }),
      paymentsSet([{ account: 5 }]),
      { kind: 'session-set', data: { session: 's', set: { record: '138****0001' } } },
      { kind: 'party-set', data: { party: 'ke' } },
    ];
    expect(unmaskWrites(odd, whole)).toEqual({ ok: true, writes: odd });
  });
});
