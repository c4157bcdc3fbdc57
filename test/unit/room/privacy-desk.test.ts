import path from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { accessFault, codes, deskFor, fillDisk, FOLDER, must, numbered, signIn, type Desk } from './privacy-support';

const DAY = { from: '2024-04-25', to: '2024-04-25' };
const ALL = { ...DAY, account: null, caseId: null, offset: 0, limit: 100 };
const OUT = path.join(FOLDER, '副本.zip');

/** A case with another person in it, a F31 of 柯龙䶮 that was issued, an agreement that was, and two scans. */
async function withPapers(desk: Desk) {
  const { id, state } = must(await desk.cases.create(numbered()));
  const lin = {
    side: 'third-party',
    kind: 'person',
    name: '林知远',
    document: { type: 'resident-id', number: '999999196908150152' },
    phone: '13800000004',
  };
  must(await desk.cases.write(id, state.heads, [{ kind: 'party-set', data: { party: 'lin', set: lin } }]));
  for (const paper of [{ form: 'F31', of: 'person' } as const, { form: 'F11', of: 'case' } as const])
    must(await desk.documents.issue(id, paper));
  for (const of of ['person', 'lin'])
    must(await desk.attachments.add(id, 'identity', of, { name: `${of}.png`, bytes: Buffer.from(`card of ${of}`) }));
  return id;
}

describe('the access log at the desk', () => {
  it('is read in words, newest first, by account and case, and reading it is in it', async () => {
    const desk = await deskFor(['chair']);
    const { id } = must(await desk.cases.create(numbered()));
    must(await desk.cases.look(id));
    must(await desk.cases.unmask(id, 'person'));
    desk.session = signIn(['chair'], '吴章');
    const { rows, total, accounts } = await desk.privacy.log(ALL);
    expect(rows.map(({ account, kind, zh, title }) => [account, kind, zh, title])).toEqual([
      ['吴章', 'log-read', '查阅访问记录', null],
      ['谢怀舟', 'unmasked', '显示完整号码：柯龙䶮', '海丝岬银行股份有限公司泉州分行 与 柯龙䶮'],
      ['谢怀舟', 'viewed', '查看案件', '海丝岬银行股份有限公司泉州分行 与 柯龙䶮'],
    ]);
    expect([total, accounts]).toEqual([3, ['吴章', '谢怀舟']]);
    expect((await desk.privacy.log({ ...ALL, account: '谢怀舟', limit: 1 })).rows).toHaveLength(1);
    expect((await desk.privacy.log({ ...ALL, account: '谢怀舟', limit: 1 })).total).toBe(2);
    expect((await desk.privacy.log({ ...ALL, caseId: id, offset: 1 })).rows[0]?.kind).toBe('unmasked');
    expect((await desk.privacy.log({ ...ALL, from: '2024-04-26', to: '2024-04-26' })).rows).toEqual([]);
  });

  it('names no case and no party to who reads the log and no cases', async () => {
    const desk = await deskFor();
    const { id } = must(await desk.cases.create(numbered()));
    must(await desk.cases.unmask(id, 'person'));
    desk.session = signIn(['administrator'], '何管');
    const row = (await desk.privacy.log(ALL)).rows.find(({ kind }) => kind === 'unmasked');
    expect(row).toMatchObject({ zh: '显示完整号码', title: null });
    desk.session = signIn(['mediator']);
    expect(await accessFault(desk.privacy.log(ALL))).toBe('no-right');
  });

  it('leaves as CSV that runs no formula, recorded when it is written', async () => {
    const desk = await deskFor(['auditor']);
    await desk.log.record({ event: 'wrong-secret', account: '=HYPERLINK("http://x")' });
    const file = await desk.privacy.logFile(DAY.from, DAY.to);
    const text = Buffer.from(file.bytes).toString('utf8');
    expect(text).toMatch(/^\uFEFF"时间 \(UTC\)"/u);
    expect(text).toContain('"\'=HYPERLINK(""http://x"")"');
    expect(await desk.noted()).toHaveLength(1);
    await file.note();
    expect((await desk.noted()).at(-1)).toEqual(['exported', '谢怀舟', null, 'access-log']);
  });
});

describe('one person', () => {
  it.each(['柯龙䶮', '999999198802140019', ' ９９９９９９１９８８０２１４ ００１９'])(
    'is found by %s',
    async (query) => {
      const desk = await deskFor();
      const { id } = must(await desk.cases.create(numbered()));
      must(await desk.cases.create(numbered().map((write) => structuredClone(write))));
      const found = await desk.privacy.findPerson(query);
      expect(found).toHaveLength(2);
      expect(found.find(({ caseId }) => caseId === id)).toMatchObject({ party: 'person', name: '柯龙䶮' });
      expect(JSON.stringify(await desk.noted())).not.toMatch(/柯龙|19880214|９９９/u);
      expect((await desk.noted()).map(([event]) => event)).toEqual(['person-searched', 'person-searched']);
    },
  );

  it.each(['柯龙', '0019', '19880214', '林砚'])('is not found by the part or the other name %s', async (query) => {
    const desk = await deskFor();
    must(await desk.cases.create(numbered()));
    expect(await desk.privacy.findPerson(query)).toEqual([]);
  });

  it('is given all that is kept, and no number, paper or scan of anybody else', async () => {
    const desk = await deskFor();
    const caseId = await withPapers(desk);
    must(await desk.cases.look(caseId));
    const places = must(await desk.privacy.person([{ caseId, party: 'person' }]));
    expect(await desk.privacy.exportPerson(places, OUT)).toBe(1);
    const zip = unzipSync(desk.files.bytes(OUT));
    const names = Object.keys(zip).sort();
    expect(names).toEqual([
      'case-01/papers/01_个人信息处理告知同意书.pdf',
      'case-01/scans/01_person.png',
      'index.json',
      '说明.txt',
    ]);
    const read = (name: string): string => Buffer.from(zip[name] ?? []).toString('utf8');
    expect(read(names[0] ?? '')).toBe('pages of F31');
    expect(read(names[1] ?? '')).toBe('card of person');
    for (const index of ['index.json', '说明.txt']) {
      expect(read(index)).toContain('999999198802140019');
      expect(read(index)).not.toMatch(/999999196908150152|13800000004|13900000002|6299990000000001010/u);
      expect(read(index)).toContain('查看案件');
    }
    expect(JSON.parse(read('index.json'))).toMatchObject({
      cases: [{ caseId, leftOut: ['人民调解记录'] }],
    });
    expect((await desk.noted()).at(-1)).toEqual(['exported', '谢怀舟', caseId, 'person']);
  });

  it('leaves no file when the disk refuses', async () => {
    const desk = await deskFor();
    const caseId = await withPapers(desk);
    const places = must(await desk.privacy.person([{ caseId, party: 'person' }]));
    fillDisk(desk.files, OUT);
    await expect(desk.privacy.exportPerson(places, OUT)).rejects.toMatchObject({ fault: 'disk-full' });
    expect(desk.files.names().filter((name) => name.startsWith(FOLDER))).toEqual([]);
  });

  it('is one person: parties with different numbers, and parties who are gone, are refused', async () => {
    const desk = await deskFor();
    const caseId = await withPapers(desk);
    const person = (...parties: readonly string[]) => desk.privacy.person(parties.map((party) => ({ caseId, party })));
    expect(codes(await person('person', 'lin'))).toEqual(['several-people']);
    expect(codes(await person('nobody'))).toEqual(['no-such-party']);
    expect(codes(await desk.privacy.person([{ caseId: 'case-none', party: 'person' }]))).toEqual(['no-such-case']);
    desk.session = signIn(['clerk'], '傅听澜');
    expect(await accessFault(person('person'))).toBe('no-right');
    expect(await accessFault(desk.privacy.findPerson('柯龙䶮'))).toBe('no-right');
  });
});
