import fc from 'fast-check';
import type { CaseState } from '../../../../electron/core/domain/case/case-state';
import { fold } from '../../../../electron/core/domain/case/fold';
import { CASE, Workstation } from '../../../fixtures/entries';

/** Numbers of people of every sort, with names in rare characters; invented, region 999999. */
export function numberedCase(station = new Workstation('one')): Workstation {
  station.partySet('ke', {
    side: 'respondent',
    kind: 'person',
    name: '柯龙䶮',
    document: { type: 'resident-id', number: '999999199003070019' },
    phone: '13800000001',
    address: '刺桐区海丝路1号',
    representatives: [
      { name: '林𬎆', kind: 'lawyer', phone: '13900000002' },
      {
        name: '陈砚',
        kind: 'near-relative',
        document: { type: 'passport', number: 'E12345678' },
        phone: '13900000003',
      },
    ],
  });
  station.partySet('lin', {
    side: 'third-party',
    kind: 'person',
    name: '林知远',
    document: { type: 'resident-id', number: '999999198802140019' },
    phone: '13800000004',
  });
  station.partySet('bank', {
    side: 'applicant',
    kind: 'organisation',
    name: '海丝岬银行股份有限公司泉州分行',
    creditCode: '91999999MA99990486',
    document: { type: 'credit-code', number: '91999999MA99990486' },
  });
  station.caseSet({ facts: '柯龙䶮（999999199003070019）欠款。' });
  station.agreementSet({
    form: 'written',
    clauses: ['付至 6299990000000001010。'],
    payments: [
      { payer: 'ke', payee: 'bank', amountFen: 100, dueOn: '2024-05-31', account: '6299990000000001010' },
      { payer: 'bank', payee: 'ke', amountFen: 50, dueOn: '2024-06-30', account: '6299990000000002026' },
    ],
  });
  station.write({
    kind: 'paper-set',
    data: { form: 'F14', of: '1', set: { payerAccount: '6299990000000003032', payeeAccount: '6299990000000001010' } },
  });
  return station;
}

export const stateOf = (station: Workstation): CaseState => fold(CASE, station.entries);

const phone = fc.constantFrom('13800000001', '13811110001', '13800000002', '0595-22000001', '12345', '95588');
const paper = fc.record({
  type: fc.constantFrom('resident-id', 'passport', 'other', 'credit-code'),
  number: fc.constantFrom('999999199003070019', '999999198802140019', 'E12345678', 'E99945678', '1'),
});
const agent = fc.record(
  { name: fc.constantFrom('林砚', '陈砚'), kind: fc.constant('lawyer'), phone, document: paper },
  { requiredKeys: ['name', 'kind'] },
);
const key = fc.constantFrom('ke', 'lin', 'bank');
const party = fc.record(
  {
    side: fc.constant('respondent'),
    kind: fc.constantFrom('person', 'organisation'),
    name: fc.constantFrom('柯龙䶮', '林知远'),
    phone,
    document: paper,
    representatives: fc.array(agent, { maxLength: 2 }),
  },
  { requiredKeys: ['side', 'kind', 'name'] },
);
const payment = fc.record(
  {
    payer: key,
    payee: key,
    amountFen: fc.constantFrom(1, 2),
    dueOn: fc.constantFrom('2024-05-31', '2024-06-30'),
    account: fc.constantFrom('6299990000000001010', '6299990000009991010', '5', '6299**1010', '现金'),
  },
  { requiredKeys: ['payer', 'payee', 'amountFen', 'dueOn'] },
);

/** Cases of one workstation with numbers that look alike under their masks. */
export const randomCase: fc.Arbitrary<Workstation> = fc
  .tuple(fc.dictionary(key, party, { maxKeys: 3 }), fc.array(payment, { maxLength: 4 }), fc.boolean())
  .map(([parties, payments, plan]) => {
    const station = new Workstation('one');
    for (const [name, set] of Object.entries(parties)) station.partySet(name, set);
    if (plan) station.agreementSet({ form: 'written', payments });
    const set = { payerAccount: '6299990000000003032' };
    station.write({ kind: 'paper-set', data: { form: 'F14', of: '1', set } });
    return station;
  });
