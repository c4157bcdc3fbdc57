import { describe, expect, it } from 'vitest';
import { maskedState, maskedView } from '../../../../electron/core/domain/privacy/masked-view';
import { Workstation } from '../../../fixtures/entries';
import { numberedCase, stateOf } from './numbers';

const NUMBERS = /999999199003070019|999999198802140019|E12345678|138000000\d\d|139000000\d\d|62999900000000\d{5}/gu;
const none = (): boolean => false;
const found = (value: unknown): readonly string[] => [...(JSON.stringify(value).match(NUMBERS) ?? [])];

describe('a masked view', () => {
  it('shows no number of anybody outside of what people wrote, and names whose are hidden', () => {
    const whole = stateOf(numberedCase());
    const { state, masked } = maskedState(whole, none);
    const { facts, agreement, ...rest } = state;
    expect(found(rest)).toEqual([]);
    expect(found(agreement?.payments)).toEqual([]);
    expect(masked).toEqual(['bank', 'ke', 'lin']);
    expect(facts).toBe(whole.facts);
    expect(agreement?.clauses).toEqual(whole.agreement?.clauses);
    expect(state.parties.find(({ key }) => key === 'ke')).toMatchObject({
      name: '柯龙䶮',
      document: { number: '999999********0019' },
      phone: '138****0001',
      representatives: [{ phone: '139****0002' }, { document: { number: '*******78' }, phone: '139****0003' }],
    });
    expect(state.parties.find(({ key }) => key === 'bank')?.creditCode).toBe('91999999MA99990486');
    expect(state.papers[0]?.fields).toEqual({
      payerAccount: '***************3032',
      payeeAccount: '***************1010',
    });
  });

  it('shows one party whole, with its agents, the accounts paid to it and those of its slips, and nobody else', () => {
    const { state, masked } = maskedState(stateOf(numberedCase()), (party) => party === 'ke');
    expect(found(state.parties)).toEqual([
      '999999199003070019',
      '13800000001',
      '13900000002',
      'E12345678',
      '13900000003',
    ]);
    expect(state.agreement?.payments.map(({ account }) => account)).toEqual([
      '***************1010',
      '6299990000000002026',
    ]);
    expect(state.papers[0]?.fields).toEqual({
      payerAccount: '6299990000000003032',
      payeeAccount: '***************1010',
    });
    expect(masked).toEqual(['bank', 'lin']);
  });

  it('is the same view where all is shown', () => {
    const state = stateOf(numberedCase());
    expect(maskedState(state, () => true)).toEqual({ state, masked: [], hidden: new Map() });
  });

  it('hides the values of a conflict and of the journal in words', () => {
    const one = numberedCase();
    const two = new Workstation('two').learn(one.entries);
    one.partySet('ke', { phone: '13811110001' });
    two.partySet('ke', { phone: '13822220001' });
    two.agreementSet({ payments: [] });
    one.agreementSet({
      payments: [{ payer: 'ke', payee: 'bank', amountFen: 1, dueOn: '2024-05-31', account: '6299990000000001010' }],
    });
    const whole = stateOf(one.learn(two.entries));
    const journal = [{ zh: '导入附件 13822220001.jpg', en: 'Imported 13822220001.jpg' }];
    const view = maskedView({ state: whole, journal }, none);
    expect(whole.conflicts).toHaveLength(2);
    expect(JSON.stringify([view.state.conflicts, view.journal])).not.toMatch(/1381111|1382222|629999/u);
    expect(view.journal[0]?.zh).toBe('导入附件 138****0001.jpg');
  });
});
