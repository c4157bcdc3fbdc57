import { afterEach, describe, expect, it } from 'vitest';
import type { Room } from '../../../electron/core/room/room';
import type { RawWrite } from '../../../electron/core/room/check-writes';
import type { TransferDesk } from '../../../electron/core/room/transfer-desk';
import { codes, must, type TestRoom } from '../../fixtures/room';
import { sampleRoom } from '../../fixtures/sample-room';
import { faultsOf, quickTransfers, smallPdf, unpack, type Unpacked } from './transfer-support';

let at: (TestRoom & { readonly id: string }) | undefined;
afterEach(async () => {
  await at?.end();
  at = undefined;
});

interface Working {
  readonly at: TestRoom;
  readonly room: Room;
  readonly id: string;
  readonly transfers: TransferDesk;
}

async function working(name: string, now = '2024-06-06T10:00:00+08:00'): Promise<Working> {
  at = await sampleRoom(name);
  at.clock.now = Date.parse(now);
  return { at, room: at.room, id: at.id, transfers: quickTransfers(at.room) };
}

async function write({ room, id }: Working, ...writes: readonly RawWrite[]): Promise<void> {
  must(await room.cases.write(id, must(await room.cases.open(id)).state.heads, writes));
}

const entriesOf = async ({ room, id }: Working): Promise<number> => must(await room.cases.open(id)).journal.length;

async function packed({ transfers, id }: Working, type: 'filing' | 'confirmation' = 'filing') {
  const made = must(await transfers.make(id, type));
  const { zip } = must(await transfers.read(id, made.transfer));
  return { made, zip, unpacked: unpack(zip) };
}

const named = ({ manifest }: Unpacked): Readonly<Record<string, string>> =>
  Object.fromEntries(manifest.files.map((file) => [file.source, `${file.fileName} ${file.sha256}`]));

const evidence = (key: string, name: string): RawWrite => ({
  kind: 'evidence-set',
  data: { evidence: key, set: { by: 'applicant', name, source: '申请人业务系统打印' } },
});

describe('a package', () => {
  it('asked for twice is the same one: id, bytes, and no further entry, also after a restart', async () => {
    const one = await working('g');
    const first = await packed(one);
    expect(first.made).toMatchObject({ revision: 1, made: true });
    expect(faultsOf(first.unpacked, false)).toEqual([]);
    const entries = await entriesOf(one);
    one.at.clock.now += 3_600_000;
    expect(await one.transfers.make(one.id, 'filing')).toEqual({ ok: true, value: { ...first.made, made: false } });
    expect(await entriesOf(one)).toBe(entries);
    const room = await one.at.restart();
    const again = await packed({ at: one.at, room, id: one.id, transfers: quickTransfers(room) });
    expect(again.made).toEqual({ ...first.made, made: false });
    expect(Buffer.from(again.zip).equals(Buffer.from(first.zip))).toBe(true);
  }, 60_000);

  it('made by two presses at once is made once', async () => {
    const one = await working('g');
    const [a, b] = await Promise.all([one.transfers.make(one.id, 'filing'), one.transfers.make(one.id, 'filing')]);
    expect([must(a).made, must(b).made]).toEqual([true, false]);
    expect(must(b).sha256).toBe(must(a).sha256);
  }, 60_000);

  it('is refused while the mediation goes on, and nothing is issued', async () => {
    const one = await working('g');
    await write(one, { kind: 'ending-set', data: { set: { reason: null, on: null } } });
    expect(codes(await one.transfers.make(one.id, 'filing'))).toContain('not-ended');
    expect(codes(await one.transfers.make(one.id, 'confirmation'))).toContain('no-written-agreement');
    expect(must(await one.room.cases.open(one.id)).state.documents).toEqual([]);
  }, 60_000);

  it('names everything that is missing, and still lists it', async () => {
    const one = await working('g');
    const bare = ['contract', 'debt', 'dunning', 'letter'].map((key) => ({
      kind: 'evidence-set',
      data: { evidence: key, set: { removed: true } },
    }));
    await write(
      one,
      ...bare,
      { kind: 'party-set', data: { party: 'respondent', set: { address: null } } },
      { kind: 'party-set', data: { party: 'applicant', set: { legalRepresentative: null } } },
      { kind: 'ending-set', data: { set: { steps: [] } } },
    );
    expect(codes(await one.transfers.make(one.id, 'filing'))).toEqual([
      'no-address',
      'no-steps',
      'no-evidence',
      'no-legal-representative',
    ]);
    const { rows } = must(await one.transfers.check(one.id, 'filing'));
    expect(rows.filter((row) => row.state === 'missing').map((row) => row.zh)).toEqual([
      '送达地址确认书（晏知衡）',
      '终止调解情况表',
      '证据材料',
      '授权与身份证明（刺桐湾银行卡中心）',
    ]);
  }, 60_000);

  it('takes the signed scan before the unsigned print, and says so', async () => {
    const one = await working('g');
    const before = await packed(one);
    const complaint = before.unpacked.manifest.files.find((file) => file.source === 'E01.case');
    const scan = smallPdf('signed complaint');
    const added = await one.room.attachments.add(one.id, 'signed-scan', complaint?.sourceDocId ?? '', {
      name: '起诉状.pdf',
      bytes: scan,
    });
    expect(must(added).ok).toBe(true);
    const after = await packed(one);
    const file = after.unpacked.manifest.files.find((each) => each.source === 'E01.case');
    expect(file).toMatchObject({ fileName: complaint?.fileName, signed: true, sourceDocId: complaint?.sourceDocId });
    expect(Buffer.from(after.unpacked.files.get(file?.fileName ?? '') ?? []).equals(Buffer.from(scan))).toBe(true);
    expect(complaint?.signed).toBeUndefined();
  }, 60_000);

  it('with the sealed letter scanned back is a new revision with the same content', async () => {
    const one = await working('g');
    const before = await packed(one);
    const letter = before.unpacked.manifest.files.find((file) => file.group === 'letter');
    must(
      await one.room.attachments.add(one.id, 'signed-scan', letter?.sourceDocId ?? '', {
        name: '移送函.pdf',
        bytes: smallPdf('sealed letter'),
      }),
    );
    const { made, unpacked } = await packed(one);
    expect(made.revision).toBe(2);
    expect(unpacked.manifest.contentSha256).toBe(before.unpacked.manifest.contentSha256);
    expect(unpacked.manifest.files.find((file) => file.group === 'letter')).toMatchObject({
      signed: true,
      sourceDocId: letter?.sourceDocId,
    });
    expect((await packed(one)).made.made).toBe(false);
  }, 60_000);
});

describe('a package that was sent back for correction', () => {
  it('keeps what was accepted, byte for byte and by name, and adds what was asked for', async () => {
    const one = await working('g');
    const first = await packed(one);
    must(await one.transfers.markSent(one.id, first.made.transfer));
    must(
      await one.transfers.answer(one.id, first.made.transfer, {
        status: 'to-correct',
        answeredOn: '2024-06-06',
        answerReason: '补充账户交易流水',
      }),
    );
    await write(one, evidence('flow', '账户交易流水'));
    must(
      await one.room.attachments.add(one.id, 'evidence', 'flow', { name: '流水.pdf', bytes: smallPdf('account flow') }),
    );
    one.at.clock.now += 86_400_000;
    const second = await packed(one);
    expect(second.made).toMatchObject({ transfer: first.made.transfer, revision: 2, made: true });
    expect(faultsOf(second.unpacked, false)).toEqual([]);
    const [before, after] = [named(first.unpacked), named(second.unpacked)];
    const changed = Object.keys(before).filter((source) => before[source] !== after[source]);
    expect(changed.sort()).toEqual(['E01.case', 'F10.applicant', 'F27.case', 'T01.case', 'case.json']);
    const added = second.unpacked.manifest.files.filter((file) => !(file.source in before));
    expect(added.map((file) => file.fileName)).toEqual(['19_证据材料_账户交易流水.pdf']);
    const [transfer] = must(await one.room.cases.open(one.id)).state.transfers;
    expect(transfer).toMatchObject({ status: 'to-send', revision: 2 });
    expect(transfer?.answerReason).toBeUndefined();
  }, 60_000);
});

describe("the court's answer", () => {
  it('needs a day, and a reason unless the package was received', async () => {
    const one = await working('g');
    const { made } = await packed(one);
    const answer = (set: Parameters<TransferDesk['answer']>[2]) => one.transfers.answer(one.id, made.transfer, set);
    expect(codes(await answer({ status: 'received' }))).toEqual(['answer-without-day']);
    expect(codes(await answer({ status: 'not-accepted', answeredOn: '2024-06-06' }))).toEqual([
      'answer-without-reason',
    ]);
    expect(codes(await answer({ status: 'to-correct', answeredOn: '2024-06-06', answerReason: ' ' }))).toEqual([
      'answer-without-reason',
    ]);
    expect(codes(await answer({ status: 'received', answeredOn: '2024-06-07' }))).toEqual(['answer-day']);
    must(await answer({ status: 'received', answeredOn: '2024-06-06', receiver: '立案庭', answerNumber: '民初1号' }));
    const [transfer] = must(await one.room.cases.open(one.id)).state.transfers;
    expect(transfer).toMatchObject({ status: 'received', receiver: '立案庭', answerNumber: '民初1号' });
    expect(codes(await answer({ status: 'sent' }))).toEqual(['already-answered']);
    expect(codes(await one.transfers.answer(one.id, 'la-0', { status: 'sent' }))).toEqual(['no-such-transfer']);
  }, 60_000);

  it('that it was received freezes the package, whatever is written afterwards', async () => {
    const one = await working('g');
    const { made } = await packed(one);
    must(await one.transfers.answer(one.id, made.transfer, { status: 'received', answeredOn: '2024-06-06' }));
    await write(one, evidence('late', '后补证据'));
    expect(must(await one.transfers.make(one.id, 'filing'))).toEqual({ ...made, made: false });
  }, 60_000);
});

describe('a confirmation', () => {
  it('is refused while somebody has not signed, and while the clauses contradict the plan', async () => {
    const one = await working('a', '2024-04-26T10:00:00+08:00');
    await write(one, { kind: 'agreement-set', data: { set: { confirmation: { wanted: false } } } });
    const unsigned = await one.transfers.make(one.id, 'confirmation');
    expect(codes(unsigned)).toEqual(expect.arrayContaining(['confirmation-not-wanted', 'agreement-not-effective']));
    const { agreement } = must(await one.room.cases.open(one.id)).state;
    const [first, ...others] = agreement?.payments ?? [];
    await write(one, {
      kind: 'agreement-set',
      data: { set: { payments: [{ ...first, amountFen: 1 }, ...others] } },
    });
    const { problems } = must(await one.transfers.check(one.id, 'confirmation'));
    expect(problems.some((problem) => problem.field?.startsWith('agreement.') === true)).toBe(true);
  }, 60_000);

  it('goes to the court that sent the case, and says so when another one is named', async () => {
    const one = await working('a', '2024-04-26T10:00:00+08:00');
    expect(must(await one.transfers.check(one.id, 'confirmation'))).toMatchObject({
      court: '刺桐区人民法院（示例）',
      problems: [],
    });
    await write(one, { kind: 'paper-set', data: { form: 'F27', of: 'case', set: { court: '别处人民法院' } } });
    expect(codes(await one.transfers.make(one.id, 'confirmation'))).toEqual(['other-court']);
  }, 60_000);
});
