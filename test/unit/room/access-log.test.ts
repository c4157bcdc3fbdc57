import { describe, expect, it } from 'vitest';
import { accessFault, codes, deskFor, fillDisk, must, numbered, signIn } from './privacy-support';

const F31 = { form: 'F31', of: 'person' } as const;
const MINUTE = 60_000;

describe('the access log', () => {
  it('has the look of a person at a case once in ten minutes of a session, and none of what the room opens by itself', async () => {
    const desk = await deskFor();
    const { id } = must(await desk.cases.create(numbered()));
    must(await desk.cases.open(id));
    must(await desk.cases.look(id));
    desk.clock.now += 9 * MINUTE;
    must(await desk.cases.look(id));
    desk.clock.now += MINUTE;
    must(await desk.cases.look(id));
    desk.session = signIn(['chair'], '吴章');
    must(await desk.cases.look(id));
    const look = (who: string) => ['viewed', who, id, undefined];
    expect(await desk.noted()).toEqual([look('谢怀舟'), look('谢怀舟'), look('吴章')]);
    expect(codes(await desk.cases.look('case-none'))).toEqual(['no-such-case']);
  });

  it('has what was previewed, opened and taken out, by form; a look at the bytes by a desk is none', async () => {
    const desk = await deskFor();
    const { id } = must(await desk.cases.create(numbered()));
    must(await desk.documents.preview(id, F31));
    const entry = must(await desk.documents.issue(id, F31));
    must(await desk.documents.read(id, entry));
    must(await desk.documents.show(id, entry));
    const out = must(await desk.documents.takeOut(id, entry));
    expect(Buffer.from(out.bytes).toString()).toBe('pages of F31');
    const taken = must(
      await desk.attachments.add(id, 'identity', 'person', { name: '证.png', bytes: Buffer.from('x') }),
    );
    if (!taken.ok) throw new Error(taken.problem.en);
    must(await desk.attachments.read(id, taken.attachment));
    must(await desk.attachments.show(id, taken.attachment));
    const before = (await desk.noted()).map(([event, , , what]) => [event, what]);
    expect(before).toEqual([
      ['previewed', 'F31'],
      ['opened-document', 'F31'],
      ['opened-attachment', taken.attachment],
    ]);
    await out.note();
    expect((await desk.noted()).at(-1)).toEqual(['exported', '谢怀舟', id, 'F31']);
  });

  it('keeps taking out for those who may, and leaves no note of a refusal', async () => {
    const desk = await deskFor();
    const { id } = must(await desk.cases.create(numbered()));
    const entry = must(await desk.documents.issue(id, F31));
    desk.session = signIn(['clerk'], '傅听澜');
    expect(await accessFault(desk.documents.takeOut(id, entry))).toBe('no-right');
    expect(await accessFault(desk.printing.forViewer(id, entry))).toBe('no-right');
    expect(await desk.noted()).toEqual([]);
    desk.session = signIn(['mediator']);
    must(await desk.printing.forViewer(id, entry));
    expect(await desk.noted()).toEqual([['exported', '谢怀舟', id, 'viewer F31']]);
  });

  it('shows nothing that it could not record, and says so', async () => {
    const desk = await deskFor();
    const { id } = must(await desk.cases.create(numbered()));
    const entry = must(await desk.documents.issue(id, F31));
    fillDisk(desk.files);
    for (const look of [
      () => desk.cases.look(id),
      () => desk.documents.preview(id, F31),
      () => desk.documents.show(id, entry),
      () => desk.privacy.findPerson('柯龙䶮'),
    ])
      expect(await accessFault(look())).toBe('not-recorded');
  });

  it('is one journal a day of Shanghai, read by days, newest first, one row for each case of an act on many', async () => {
    const desk = await deskFor();
    desk.clock.now = Date.parse('2024-04-25T23:59:00+08:00');
    await desk.log.record({ event: 'signed-in', account: '谢怀舟' });
    desk.clock.now += 2 * MINUTE;
    const cases = Array.from({ length: 1_001 }, (_, at) => `case-${at}`);
    await desk.log.record({ event: 'exported', account: '谢怀舟', cases, what: 'batch F12' });
    expect(await desk.log.read('2024-04-25', '2024-04-25')).toMatchObject([{ event: 'signed-in', caseId: null }]);
    const rows = await desk.log.read('2024-04-25', '2024-04-26');
    expect(rows).toHaveLength(1_002);
    expect(rows.at(-1)?.event).toBe('signed-in');
    expect(new Set(rows.map(({ caseId }) => caseId)).size).toBe(1_002);
    const subjects = desk.store.subjects().filter((subject) => subject.startsWith('access-'));
    expect(subjects.map((subject) => subject.slice(7, 17))).toEqual(['2024-04-25', '2024-04-26']);
    const entries = await desk.store.read(subjects[1] ?? '');
    expect(entries).toHaveLength(3);
    expect(JSON.stringify(entries)).not.toMatch(/柯龙/u);
  });
});
