import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codes, must, testRoom, type TestRoom } from '../../fixtures/room';
import { smallAgreement, smallCase } from '../../fixtures/writes';

let at: TestRoom;
beforeEach(async () => {
  at = await testRoom();
});
afterEach(() => at.end());

describe('a case at the desk', () => {
  it('is registered, and found again after a restart by a rare character, the tail of the identity number and the mediator', async () => {
    const view = must(await at.room.cases.create(smallCase()));
    const room = await at.restart();
    for (const query of ['䶮', '0019', '海丝岬', '谢怀舟', '柯龙 0019']) {
      expect(
        room.cases.list({ query, stage: null, offset: 0, limit: 10 }).rows.map((row) => row.id),
        query,
      ).toEqual([view.id]);
    }
    expect(room.cases.list({ query: '没有这个人', stage: null, offset: 0, limit: 10 }).total).toBe(0);
    expect(must(await room.cases.open(view.id)).state).toEqual(view.state);
  });

  it('is refused whole when one number is wrong, naming the field, and nothing is left behind', async () => {
    const writes = smallCase().map((write) =>
      write.data['party'] === 'person'
        ? {
            ...write,
            data: {
              party: 'person',
              set: {
                side: 'respondent',
                kind: 'person',
                name: '柯龙䶮',
                document: { type: 'resident-id', number: '999999198802140018' },
              },
            },
          }
        : write,
    );
    const refused = await at.room.cases.create(writes);
    expect(refused).toMatchObject({
      ok: false,
      problems: [{ field: 'party.person.document.number', code: 'identity-check-digit' }],
    });
    expect(at.room.caseCount).toBe(0);
  });

  it('is refused when the sex contradicts the identity number, also when only one of them is typed later', async () => {
    const view = must(await at.room.cases.create(smallCase()));
    const changed = await at.room.cases.write(view.id, view.state.heads, [
      { kind: 'party-set', data: { party: 'person', set: { sex: 'female' } } },
    ]);
    expect(changed).toMatchObject({
      ok: false,
      problems: [{ field: 'party.person.sex', code: 'identity-sex-differs' }],
    });
    expect(must(await at.room.cases.open(view.id)).state.heads).toEqual(view.state.heads);
  });

  it('refuses an unknown dispute type, an unknown kind and a malformed value', async () => {
    const view = must(await at.room.cases.create(smallCase()));
    const write = (kind: string, data: Record<string, unknown>) =>
      at.room.cases.write(view.id, view.state.heads, [{ kind, data }]);
    expect(codes(await write('case-set', { set: { disputeType: 'XX99' } }))).toEqual(['dispute-type']);
    expect(codes(await write('case-burned', {}))).toEqual(['unknown-kind']);
    expect(
      await write('agreement-set', {
        set: { payments: [{ payer: 'person', payee: 'bank', amountFen: 1.5, dueOn: '2024-05-31' }] },
      }),
    ).toMatchObject({
      ok: false,
      problems: [{ field: 'agreement.payments.0.amountFen', code: 'bad-value' }],
    });
  });

  it('keeps quick edits of one person in line: two writes from the same screen are no conflict', async () => {
    const view = must(await at.room.cases.create(smallCase()));
    const seen = view.state.heads;
    must(await at.room.cases.write(view.id, seen, [{ kind: 'case-set', data: { set: { facts: '一' } } }]));
    const after = must(
      await at.room.cases.write(view.id, seen, [{ kind: 'case-set', data: { set: { facts: '二' } } }]),
    );
    expect(after.state.conflicts).toEqual([]);
    expect(after.state.facts).toBe('二');
  });

  it('moves through its stages and says what is missing', async () => {
    const view = must(await at.room.cases.create(smallCase()));
    expect(view.stage).toBe('accepted');
    expect(view.missing.map((m) => m.code)).toEqual(['no-session']);
    const session = {
      startedAt: '2024-04-25T09:00:00+08:00',
      mode: 'on-site',
      place: '调解室三',
      participants: [],
      record: '问：\n答：',
      result: 'settled',
    };
    const mediated = must(
      await at.room.cases.write(view.id, view.state.heads, [
        { kind: 'session-set', data: { session: 's1', set: session } },
      ]),
    );
    expect(mediated.stage).toBe('mediation');
    const drafted = must(await at.room.cases.write(view.id, mediated.state.heads, [smallAgreement]));
    expect(drafted.stage).toBe('agreement');
    expect(drafted.missing.map((m) => m.code)).toEqual(['not-told-bank', 'not-told-person', 'no-number', 'not-issued']);
    expect(drafted.findings.filter((f) => f.level === 'error')).toEqual([]);
  });

  it('keeps clauses that are typed before anyone chose the form of the agreement', async () => {
    const view = must(await at.room.cases.create(smallCase()));
    const clauses = ['双方再无其他争议。'];
    const after = must(
      await at.room.cases.write(view.id, view.state.heads, [{ kind: 'agreement-set', data: { set: { clauses } } }]),
    );
    expect(after.state.agreement).toMatchObject({ form: 'written', clauses });
  });

  it('refuses a case that does not exist', async () => {
    expect(codes(await at.room.cases.open('case-none'))).toEqual(['no-such-case']);
    expect(codes(await at.room.cases.open('numbers-agreement-2024-401'))).toEqual(['no-such-case']);
  });
});

describe('an agent who signs', () => {
  const agent = (authority: readonly string[]) => ({
    kind: 'party-set',
    data: { party: 'bank', set: { representatives: [{ name: '骆青屿', kind: 'employee', authority }] } },
  });
  const signed = { kind: 'signature-set', data: { by: 'bank', on: '2024-04-25', signer: '骆青屿' } };

  it('is refused without the authority to admit and to sign, and taken with it', async () => {
    const { id } = must(await at.room.cases.create([...smallCase(), smallAgreement]));
    const write = async (...writes: { kind: string; data: Record<string, unknown> }[]) =>
      at.room.cases.write(id, must(await at.room.cases.open(id)).state.heads, writes);
    expect(codes(await write(signed))).toEqual(['not-an-agent']);
    must(await write(agent(['evidence', 'attend-and-sign'])));
    expect(codes(await write(signed))).toEqual(['no-authority-to-sign']);
    expect(must(await at.room.cases.open(id)).state.signatures).toEqual([]);
    must(await write(agent(['admit-change-waive', 'attend-and-sign'])));
    const view = must(await write(signed));
    expect(view.state.signatures).toMatchObject([{ by: 'bank', on: '2024-04-25', signer: '骆青屿', valid: true }]);
    must(await write({ kind: 'signature-set', data: { by: 'bank', on: null } }));
  });
});

describe('the own data of a paper', () => {
  it('is kept field by field, and a value that does not fit is refused at its field', async () => {
    const { id } = must(await at.room.cases.create(smallCase()));
    const write = async (set: Record<string, unknown>) =>
      at.room.cases.write(id, must(await at.room.cases.open(id)).state.heads, [
        { kind: 'paper-set', data: { form: 'F15', of: 'visit-1', set } },
      ]);
    const refused = await write({ visitedAt: '昨天', situation: '已履行' });
    expect(refused.ok ? [] : refused.problems.map((p) => [p.code, p.field])).toEqual([
      ['bad-value', 'paper.F15.visit-1.visitedAt'],
    ]);
    expect(codes(await write({ nothing: 'x' }))).toEqual(['bad-value']);
    must(await write({ situation: '已履行', performed: true }));
    const view = must(await write({ visitedAt: '2024-06-01T09:30:00+08:00', performed: null }));
    expect(view.state.papers).toEqual([
      { form: 'F15', of: 'visit-1', fields: { situation: '已履行', visitedAt: '2024-06-01T09:30:00+08:00' } },
    ]);
    expect(view.papers.some((paper) => paper.form === 'F15' && paper.of === 'visit-1')).toBe(true);
  });
});
