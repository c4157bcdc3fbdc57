import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../../../electron/core/domain/case/case-state';
import { clocksOf } from '../../../../electron/core/domain/case/clocks';
import { effectOf } from '../../../../electron/core/domain/case/effect';
import { caseKinds } from '../../../../electron/core/domain/case/entry-kinds';
import { summaryOf } from '../../../../electron/core/domain/case/summary';
import { yuanPlain } from '../../../../electron/core/domain/money/money';
import { HOLIDAYS_2024 } from '../../../../electron/core/domain/time/holidays';
import { accepted, caseOf, sampleFile, sampleNames, soundRecord, writesOf } from './support';

/** Code and last day of each clock that a list shows of the case on a day. */
function clocks(state: CaseState, today: string): readonly (readonly [code: string, due: string])[] {
  const summary = summaryOf(state);
  const facts = { ...summary, closed: summary.ended };
  return clocksOf(facts, today, [HOLIDAYS_2024]).map(({ code, due }) => [code, due] as const);
}

const sound = [
  ...sampleNames.map((name) => [name, sampleFile(name)] as const),
  ['unknown-keys', soundRecord('unknown-keys')] as const,
];

describe('the entries of a handed-over record', () => {
  it.each(sound)('%s: every write fits the schema of its kind', (_name, value) => {
    for (const { kind, data } of writesOf(value)) expect(caseKinds[kind].safeParse(data).error).toBeUndefined();
  });

  it.each(sound)('%s: folding them leaves no fault, conflict or unknown kind', (_name, value) => {
    const state = caseOf(value);
    expect([state.faults, state.conflicts, state.unknown, state.waiting]).toEqual([[], [], [], []]);
    expect(state.sample).toBe(true);
  });

  it.each(sampleNames)('%s: the case says what the record says', (name) => {
    const intake = accepted(sampleFile(name));
    const state = caseOf(sampleFile(name));
    const { prepared, amount, parties, ...about } = intake;
    expect(state).toMatchObject({
      source: about.source,
      receivedAt: about.receivedAt,
      disputeType: about.disputeType,
      regime: about.regime,
      claims: about.claims,
      facts: about.facts,
      triage: about.triage,
      intakeId: about.id,
      mediators: prepared?.mediators,
      recorder: prepared?.recorder,
    });
    expect([state.courtNumber, state.contractNumber]).toEqual([about.courtNumber, about.contractNumber]);
    expect(yuanPlain(state.amountFen ?? -1)).toBe(amount);
    expect(state.parties).toEqual(parties);
    expect(state.sessions.map(({ id: _id, ...session }) => session)).toEqual(prepared?.sessions ?? []);
    expect(state.ending).toEqual(prepared?.ending);
    expect(state.extra).toEqual({});
  });

  it.each(sampleNames)('%s: clauses, payments and signatures of the agreement are those of the record', (name) => {
    const agreement = accepted(sampleFile(name)).prepared?.agreement;
    const state = caseOf(sampleFile(name));
    expect(state.agreement?.clauses).toEqual(agreement?.clauses);
    expect(
      state.agreement?.payments.map(({ amountFen, ...rest }) => ({ ...rest, amount: yuanPlain(amountFen) })),
    ).toEqual(agreement?.payments);
    expect(state.agreement?.payments.every((payment) => !('amount' in payment))).toBe(agreement ? true : undefined);
    expect([state.agreement?.form, state.agreement?.agreedOn, state.agreement?.confirmation]).toEqual([
      agreement?.form,
      agreement?.agreedOn,
      agreement?.confirmation,
    ]);
    const signed = (agreement?.signatures ?? []).map((signature) => ({ ...signature, valid: true }));
    expect(state.signatures).toEqual(signed.sort((a, b) => (a.by < b.by ? -1 : 1)));
  });

  it('writes names, numbers and telephones in their normal form', () => {
    const value = structuredClone(soundRecord('name-with-bullet')) as { parties: Record<string, unknown>[] };
    Object.assign(value.parties[0] ?? {}, {
      phone: '+86 199 0000 0003',
      document: { type: 'resident-id', number: ' 99999919790828004x' },
      sex: undefined,
      birthDate: undefined,
    });
    Object.assign(value.parties[1] ?? {}, {
      legalRepresentative: { name: '买买提\u30FB艾力' },
      representatives: [
        {
          name: ' 阿依\u2027古丽',
          kind: 'lawyer',
          phone: '(0595)22000001',
          document: { type: 'resident-id', number: '999999196908150152 ' },
        },
      ],
    });
    expect(caseOf(value).parties).toMatchObject([
      {
        name: '帕丽扎提·库尔班',
        phone: '19900000003',
        document: { type: 'resident-id', number: '99999919790828004X' },
        sex: 'female',
        birthDate: '1979-08-28',
      },
      {
        legalRepresentative: { name: '买买提·艾力' },
        representatives: [{ name: '阿依·古丽', phone: '0595-22000001', document: { number: '999999196908150152' } }],
      },
    ]);
  });

  it('keeps what the sender added, and lets none of it act', () => {
    const state = caseOf(soundRecord('unknown-keys'));
    expect(state.extra).toEqual({
      'case.handedOver': {
        sentBy: { system: '旧系统', version: 3 },
        prepared: { batch: '2024-04', agreement: { signatures: [{ by: 'mediator', device: '平板' }] } },
      },
      'party.applicant.wechat': 'none',
      'party.applicant.handedOver': { removed: true, namePinyin: 7 },
      'session.handed-over-1.recording': 'none',
      'agreement.template': 'T2',
      'agreement.handedOver': { performance: { way: '原路退回' } },
    });
    expect(state.parties.map(({ key }) => key)).toEqual(['applicant', 'respondent']);
    expect(state.parties[1]?.representatives?.[0]).toMatchObject({ badge: 'Q-15' });
    expect(state.agreement?.payments[0]).toMatchObject({ channel: '原路' });
    expect(state.triage).toMatchObject({ publicAttention: false });
  });

  it('takes the moment of an online signature when it falls on its day, else keeps it aside', () => {
    const value = structuredClone(soundRecord('valid')) as { prepared: { agreement: { signatures: unknown[] } } };
    value.prepared.agreement.signatures = [
      { by: 'applicant', on: '2024-04-10', at: '2024-04-10T20:15:00+08:00' },
      { by: 'respondent', on: '2024-04-11', at: '2024-04-12T09:40:00+08:00' },
    ];
    const state = caseOf(value);
    expect(state.signatures.map(({ by, at }) => [by, at])).toEqual([
      ['applicant', '2024-04-10T20:15:00+08:00'],
      ['respondent', undefined],
    ]);
    expect(state.extra['case.handedOver']).toEqual({
      prepared: { agreement: { signatures: [{ by: 'respondent', at: '2024-04-12T09:40:00+08:00' }] } },
    });
  });
});

describe('days that follow from the sample cases (domain.md 7)', () => {
  it.each([
    ['case-a', '2024-04-25'],
    ['case-b', '2024-06-06'],
    ['case-c', '2024-03-08'],
    ['case-d', '2024-03-04'],
    ['case-e', '2024-04-11'],
    ['case-f', '2024-09-05'],
  ])('%s takes effect on %s', (name, day) => {
    expect(effectOf(caseOf(sampleFile(name)))).toMatchObject({ effectiveOn: day, missing: [] });
  });

  it.each(['case-c2', 'case-g', 'case-g2'])('%s has no agreement and no day of effect', (name) => {
    expect(effectOf(caseOf(sampleFile(name)))).toBeNull();
  });

  it('A: confirmation is due on 2024-05-27 and the first instalment on 2024-05-31', () => {
    expect(clocks(caseOf(sampleFile('case-a')), '2024-04-26')).toEqual([
      ['confirmation', '2024-05-27'],
      ['payment', '2024-05-31'],
    ]);
  });

  it.each([
    ['case-b', '2024-07-08'],
    ['case-d', '2024-04-03'],
    ['case-e', '2024-05-11'],
    ['case-f', '2024-10-08'],
  ])('%s: confirmation, if the parties wanted it, would be due on %s', (name, day) => {
    const record = structuredClone(sampleFile(name)) as { prepared: { agreement: { confirmation: unknown } } };
    expect(clocks(caseOf(record), '2024-03-05').map(([code]) => code)).toEqual(['payment']);
    record.prepared.agreement.confirmation = { wanted: true };
    expect(clocks(caseOf(record), '2024-03-05')[0]).toEqual(['confirmation', day]);
  });

  it.each([
    ['case-a', '2024-05-06'],
    ['case-g', '2024-06-11'],
    ['case-g2', '2024-06-11'],
  ])('%s: before it is signed or ended, the delegated period runs to %s', (name, day) => {
    const open = caseOf(sampleFile(name), ({ kind }) => kind !== 'signature-set' && kind !== 'ending-set');
    expect(clocks(open, '2024-04-26')).toEqual([['mediation-period', day]]);
  });

  it('G: no period runs once the case has ended', () => {
    expect(clocks(caseOf(sampleFile('case-g')), '2024-06-06')).toEqual([]);
  });
});
