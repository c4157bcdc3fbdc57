import { PNG } from 'pngjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codes, must, testRoom, type TestRoom } from '../../fixtures/room';
import { smallAgreement, smallCase } from '../../fixtures/writes';

let at: TestRoom;
let id: string;
beforeEach(async () => {
  at = await testRoom();
  ({ id } = must(await at.room.cases.create([...smallCase(), smallAgreement])));
});
afterEach(() => at.end());

const picture = (shade: number): Uint8Array => {
  const png = new PNG({ width: 20, height: 10 });
  png.data.fill(shade);
  return PNG.sync.write(png);
};

describe('attachments', () => {
  it('keep the bytes as they were imported, by hash, with type and pages', async () => {
    const bytes = picture(200);
    const taken = must(await at.room.attachments.add(id, 'identity', 'person', { name: '身份证.png', bytes }));
    if (!taken.ok) throw new Error(taken.problem.en);
    const room = await at.restart();
    const read = must(await room.attachments.read(id, taken.attachment));
    expect(Buffer.compare(read.content, bytes)).toBe(0);
    expect(read).toMatchObject({ role: 'identity', of: 'person', name: '身份证.png', type: 'image/png', pages: 1 });
  });

  it('of the same bytes for the same purpose come in once', async () => {
    const file = { name: 'a.png', bytes: picture(90) };
    const first = must(await at.room.attachments.add(id, 'evidence', 'bill', file));
    const again = must(await at.room.attachments.add(id, 'evidence', 'bill', file));
    expect(again).toEqual(first);
    expect(must(await at.room.cases.open(id)).state.attachments).toHaveLength(1);
    must(await at.room.attachments.add(id, 'evidence', 'contract', file));
    expect(must(await at.room.cases.open(id)).state.attachments).toHaveLength(2);
  });

  it('that are no picture are refused by name and leave nothing', async () => {
    const bytes = new TextEncoder().encode('not a picture at all');
    const taken = must(await at.room.attachments.add(id, 'evidence', 'bill', { name: '流水.jpg', bytes }));
    expect(taken).toMatchObject({ ok: false, problem: { code: 'unsupported-type' } });
    expect(taken.ok ? '' : taken.problem.zh).toContain('流水.jpg');
    expect(must(await at.room.cases.open(id)).state.attachments).toEqual([]);
  });

  it('a signed scan is held against the issue: another number of pages is a warning, not a refusal', async () => {
    must(await at.room.numbers.take(id));
    const { entry, pages } = must(await at.room.documents.current(id, { form: 'F12', of: 'case' }));
    const pdf = must(await at.room.documents.read(id, entry)).pdf;
    const whole = must(await at.room.attachments.add(id, 'signed-scan', entry, { name: '签署件.pdf', bytes: pdf }));
    expect(whole.ok && whole.warning).toBeFalsy();
    const short = must(await at.room.attachments.add(id, 'signed-scan', entry, { name: 'one.png', bytes: picture(1) }));
    expect(pages).toBeGreaterThan(1);
    expect(short).toMatchObject({ ok: true, warning: { code: 'other-page-count' } });
    const { attachments } = must(await at.room.cases.open(id)).state;
    expect(attachments.map((each) => [each.role, each.of, each.pages])).toEqual([
      ['signed-scan', entry, pages],
      ['signed-scan', entry, 1],
    ]);
  });

  it('a scan of nothing, a case of nobody and a picture of a character as PDF are refused', async () => {
    const png = { name: 'a.png', bytes: picture(3) };
    expect(codes(await at.room.attachments.add(id, 'signed-scan', 'nothing', png))).toEqual(['no-such-document']);
    expect(codes(await at.room.attachments.add('case-none', 'evidence', 'x', png))).toEqual(['no-such-case']);
    must(await at.room.numbers.take(id));
    const { entry } = must(await at.room.documents.current(id, { form: 'F12', of: 'case' }));
    const pdf = { name: 'a.pdf', bytes: must(await at.room.documents.read(id, entry)).pdf };
    expect(must(await at.room.attachments.add(id, 'character', '〓', pdf))).toMatchObject({
      ok: false,
      problem: { code: 'not-a-picture' },
    });
  });

  it('taken back is no longer shown, and the journal keeps that it was there', async () => {
    const taken = must(await at.room.attachments.add(id, 'evidence', 'bill', { name: 'a.png', bytes: picture(7) }));
    const attachment = taken.ok ? taken.attachment : '';
    const { state } = must(await at.room.cases.open(id));
    const after = must(
      await at.room.cases.write(id, state.heads, [
        { kind: 'attachment-set', data: { attachment, set: { removed: true } } },
      ]),
    );
    expect(after.state.attachments).toEqual([]);
    expect(after.journal.map((line) => line.zh)).toEqual(expect.arrayContaining(['撤下附件', '导入附件 a.png']));
  });
});
