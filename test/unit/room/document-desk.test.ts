import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codes, must, testRoom, type TestRoom } from '../../fixtures/room';
import { smallAgreement, smallCase } from '../../fixtures/writes';

const F12 = { form: 'F12', of: 'case' } as const;

let at: TestRoom;
beforeEach(async () => {
  at = await testRoom();
});
afterEach(() => at.end());

async function numbered(name?: string): Promise<string> {
  const { id } = must(await at.room.cases.create([...smallCase(name), smallAgreement]));
  must(await at.room.numbers.take(id));
  return id;
}

describe('documents', () => {
  it('are frozen when issued: the same bytes after a restart, under the hash that the journal names', async () => {
    const id = await numbered();
    const entry = must(await at.room.documents.issue(id, F12));
    const before = must(await at.room.documents.read(id, entry)).pdf;
    const room = await at.restart();
    const after = must(await room.documents.read(id, entry));
    expect(Buffer.from(after.pdf).equals(Buffer.from(before))).toBe(true);
    expect(after.name).toBe('（2024）泉银人调字第00401号-F12.pdf');
    const [document] = must(await room.cases.open(id)).state.documents;
    expect(document).toMatchObject({ form: 'F12', number: '（2024）泉银人调字第00401号', current: true });
    expect(document?.sha256).toBe(createHash('sha256').update(after.pdf).digest('hex'));
  });

  it('stop being current when the agreement changes, and signatures on the old one stop counting', async () => {
    const id = await numbered();
    must(await at.room.documents.issue(id, F12));
    const signed = must(
      await at.room.cases.write(
        id,
        must(await at.room.cases.open(id)).state.heads,
        ['bank', 'person', 'mediator', 'committee'].map((by) => ({
          kind: 'signature-set',
          data: { by, on: '2024-04-25' },
        })),
      ),
    );
    expect([signed.stage, signed.effectiveOn]).toEqual(['performance', '2024-04-25']);
    const changed = must(
      await at.room.cases.write(id, signed.state.heads, [
        {
          kind: 'agreement-set',
          data: { set: { clauses: ['被申请人于2024年5月30日（含当日）前向申请人支付人民币叁佰元整（￥300.00）。'] } },
        },
      ]),
    );
    expect(changed.state.documents[0]?.current).toBe(false);
    expect(changed.effectiveOn).toBeNull();
    expect(changed.state.signatures.every((s) => !s.valid)).toBe(true);
  });

  it('are refused while the number is missing or the clauses contradict the plan', async () => {
    const { id } = must(await at.room.cases.create([...smallCase(), smallAgreement]));
    expect(codes(await at.room.documents.issue(id, F12))).toContain('not-ready');
    must(await at.room.numbers.take(id));
    const view = must(await at.room.cases.open(id));
    const wrong = {
      ...smallAgreement,
      data: { set: { payments: [{ payer: 'person', payee: 'bank', amountFen: 29_900, dueOn: '2024-05-31' }] } },
    };
    const broken = must(await at.room.cases.write(id, view.state.heads, [wrong]));
    expect(broken.findings.some((f) => f.level === 'error')).toBe(true);
    expect((await at.room.documents.issue(id, F12)).ok).toBe(false);
    expect(must(await at.room.cases.open(id)).state.documents).toEqual([]);
  });

  it('stop at a character that no font has, naming it, and keep nothing', async () => {
    const id = await numbered('林𰻞');
    const refused = await at.room.documents.issue(id, F12);
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'missing-glyph' }] });
    expect(JSON.stringify(refused)).toContain('U+30EDE');
    expect(must(await at.room.cases.open(id)).state.documents).toEqual([]);
  });

  it('count as printed only when a person says so', async () => {
    const id = await numbered();
    const entry = must(await at.room.documents.issue(id, F12));
    expect(must(await at.room.cases.open(id)).state.documents[0]?.printings).toEqual([]);
    must(await at.room.printing.confirm(id, entry, 3));
    expect(must(await at.room.cases.open(id)).state.documents[0]?.printings).toMatchObject([
      { copies: 3, way: 'viewer', duplicate: false },
    ]);
    expect(codes(await at.room.printing.confirm(id, 'other', 3))).toEqual(['no-such-document']);
  });

  it('are given again while nothing they show has changed, and made anew when it has', async () => {
    const id = await numbered();
    const first = must(await at.room.documents.current(id, F12));
    const view = must(await at.room.cases.open(id));
    const phone = { kind: 'case-set', data: { set: { contractNumber: 'C-1' } } };
    must(await at.room.cases.write(id, view.state.heads, [phone]));
    expect(must(await at.room.documents.current(id, F12)).entry).toBe(first.entry);
    const facts = { kind: 'case-set', data: { set: { facts: '另有说明。' } } };
    must(await at.room.cases.write(id, must(await at.room.cases.open(id)).state.heads, [facts]));
    expect(must(await at.room.documents.current(id, F12)).entry).not.toBe(first.entry);
  });

  it('of one form stand apart by what they are about', async () => {
    const id = await numbered();
    const bank = must(await at.room.documents.current(id, { form: 'F05', of: 'bank' }));
    const person = must(await at.room.documents.current(id, { form: 'F05', of: 'person' }));
    expect([bank.of, person.of]).toEqual(['bank', 'person']);
    expect(bank.sha256).not.toBe(person.sha256);
    expect(must(await at.room.documents.current(id, { form: 'F05', of: 'bank' })).entry).toBe(bank.entry);
  });

  it('are previewed as drafts without a number, and a preview keeps nothing', async () => {
    const { id } = must(await at.room.cases.create([...smallCase(), smallAgreement]));
    expect(must(await at.room.documents.preview(id, F12)).pages).toBeGreaterThan(0);
    expect(must(await at.room.cases.open(id)).state.documents).toEqual([]);
  });
});
