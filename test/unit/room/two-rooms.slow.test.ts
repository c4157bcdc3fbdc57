import { readFile, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Room } from '../../../electron/core/room/room';
import { syncPage } from '../../../electron/core/room/sync-page';
import { testCentre, type TestCentre } from '../../fixtures/centre';
import { codes, must, SAMPLE_PROFILE, testRoom, type TestRoom } from '../../fixtures/room';

/** Two rooms of one committee, one case in both; each writes without the other's knowledge, then both exchange. */
describe('two rooms and one case', () => {
  let centre: TestCentre;
  let url = '';
  let three: TestRoom;
  let five: TestRoom;
  let id = '';

  const join = async (test: TestRoom): Promise<void> => {
    must(await test.room.sync.enrol(url));
    await centre.db.within({ as: 'admin' }, ({ query }) =>
      query(
        "insert into station_event (station, event, box, room, organisation) select station, 'admitted', box, room, $2 from station_event where station = $1 and event = 'asked'",
        [test.room.sync.who.station, centre.committee],
      ),
    );
  };
  const exchange = async (): Promise<void> => {
    for (const test of [three, five, three, five]) await test.room.sync.once();
    expect(three.room.sync.status.state).toBe('up-to-date');
    expect(five.room.sync.status.state).toBe('up-to-date');
  };
  const heads = async (room: Room) => must(await room.cases.open(id)).state.heads;
  const write = async (room: Room, kind: string, data: Record<string, unknown>): Promise<void> => {
    must(await room.cases.write(id, await heads(room), [{ kind, data }]));
  };
  const same = async (): Promise<void> => {
    expect(must(await three.room.cases.open(id)).state).toEqual(must(await five.room.cases.open(id)).state);
  };

  beforeAll(async () => {
    centre = await testCentre({ now: Date.parse('2024-04-25T09:41:07+08:00') });
    await centre.service.listen({ port: 0, host: '127.0.0.1' });
    url = `http://127.0.0.1:${(centre.service.server.address() as AddressInfo).port}`;
  }, 60_000);
  afterAll(() => centre.close());

  beforeEach(async () => {
    three = await testRoom({ blocks: [{ series: 'agreement', year: 2024, first: 401, last: 450 }] });
    five = await testRoom({
      profile: { ...SAMPLE_PROFILE, room: '调解室五', operator: '傅听澜' },
      blocks: [{ series: 'agreement', year: 2024, first: 501, last: 550 }],
    });
    await join(three);
    await join(five);
    const made = await three.room.cases.create([
      {
        kind: 'case-set',
        data: { set: { source: 'party-application', receivedAt: '2024-04-01T09:00:00+08:00', amountFen: 100_00 } },
      },
      { kind: 'party-set', data: { party: 'wang', set: { side: 'applicant', kind: 'person', name: '王示例' } } },
      { kind: 'agreement-set', data: { set: { form: 'written', clauses: ['甲'] } } },
    ]);
    id = must(made).id;
    await exchange();
  }, 60_000);
  afterEach(async () => {
    await three.end();
    await five.end();
  });

  it('opens in the other room with where it came from', async () => {
    const view = must(await five.room.cases.open(id));
    expect(view.origin).toEqual({ station: three.room.sync.who.station, here: false });
    expect(five.room.sync.who.roomOf(three.room.sync.who.station)).toBe('调解室三');
  });

  it('shows both values of one field with who, where and when, and the choice stands in both', async () => {
    await write(three.room, 'case-set', { set: { amountFen: 200_00 } });
    await write(five.room, 'case-set', { set: { amountFen: 300_00 } });
    expect(await syncPage(five.room)).toMatchObject({ waiting: [{ caseId: id, entries: 1 }], waitingOther: 0 });
    await exchange();
    expect(await syncPage(five.room)).toMatchObject({ waiting: [], waitingOther: 0, waitingFiles: 0 });
    const [clash, ...more] = (await syncPage(five.room)).clashes;
    expect(more).toEqual([]);
    expect(clash).toMatchObject({ kind: 'field', about: 'case.amountFen', zh: '争议金额' });
    expect(
      clash?.sides
        .map(({ zh, account, room, here }) => ({ zh, account, room, here }))
        .sort((a, b) => (a.zh < b.zh ? -1 : 1)),
    ).toEqual([
      { zh: '200.00元', account: '谢怀舟', room: '调解室三', here: false },
      { zh: '300.00元', account: '傅听澜', room: '调解室五', here: true },
    ]);
    const chosen = clash?.sides.find((side) => side.here)?.entry ?? '';
    must(await five.room.clashes.takeSide(id, 'case.amountFen', chosen));
    await exchange();
    await same();
    expect(must(await three.room.cases.open(id)).state.amountFen).toBe(300_00);
    expect((await syncPage(three.room)).clashes).toEqual([]);
    expect(codes(await three.room.clashes.takeSide(id, 'case.amountFen', chosen))).toEqual(['no-conflict']);
  });

  it('asks about a case that one room closed while the other added a session, and reopens it in both', async () => {
    await write(three.room, 'ending-set', { set: { reason: 'withdrawn', on: '2024-04-25' } });
    await write(five.room, 'session-set', {
      session: 's1',
      set: { startedAt: '2024-04-26T09:30:00+08:00', place: '调解室五', mode: 'on-site' },
    });
    await exchange();
    expect((await syncPage(three.room)).clashes).toMatchObject([{ kind: 'closed-and-changed', about: 'ending' }]);
    must(await three.room.clashes.settleClosed(id, 'reopen'));
    await exchange();
    await same();
    const { state } = must(await five.room.cases.open(id));
    expect(state.ending).toBeUndefined();
    expect(state.sessions).toHaveLength(1);
    expect((await syncPage(five.room)).clashes).toEqual([]);
  });

  it('makes one of a party that both rooms entered, by its identity number', async () => {
    const document = { type: 'resident-id', number: '999999199001010016' };
    const set = { side: 'respondent', kind: 'person', document };
    await write(three.room, 'party-set', { party: 'li-a', set: { ...set, name: '李示例', phone: '13900000001' } });
    await write(five.room, 'party-set', { party: 'li-b', set: { ...set, name: '李示例', address: '泉州' } });
    await exchange();
    const [clash] = (await syncPage(three.room)).clashes;
    expect(clash).toMatchObject({ kind: 'same-party', about: 'li-a li-b' });
    must(await three.room.clashes.mergeParties(id, clash?.about ?? ''));
    await exchange();
    await same();
    expect(must(await five.room.cases.open(id)).state.parties.filter((p) => p.side === 'respondent')).toMatchObject([
      { name: '李示例', phone: '13900000001', address: '泉州' },
    ]);
  });

  it('keeps both numbers when two are taken at once; the one not chosen is burnt in its own register', async () => {
    must(await three.room.numbers.take(id));
    must(await five.room.numbers.take(id));
    await exchange();
    const [clash] = (await syncPage(three.room)).clashes;
    const ours = clash?.sides.find((side) => side.here);
    expect(clash?.about).toBe('number');
    expect(ours?.zh).toBe('（2024）泉银人调字第00401号');
    must(await three.room.clashes.takeSide(id, 'number', ours?.entry ?? ''));
    await exchange();
    await expect
      .poll(() => five.room.numbers.blocks().find((b) => b.block.first === 501)?.taken)
      .toMatchObject([{ seq: 501, caseId: id, voided: expect.stringContaining('作废') as string }]);
    expect(must(await five.room.numbers.take(id))).toBe('（2024）泉银人调字第00401号');
  });

  it('leases what a room lacks, and no number to two rooms', () => {
    const letters = [three, five].flatMap(({ room }) =>
      room.numbers.blocks().filter((b) => b.block.series === 'letter'),
    );
    expect(letters).toHaveLength(2);
    const [one, two] = letters.map(({ block }) => block).sort((a, b) => a.first - b.first);
    expect(one?.last ?? 0).toBeLessThan(two?.first ?? 0);
  });

  it('tells of two cases in one place at one time, in both rooms', async () => {
    const session = (at: string) => ({ session: 's9', set: { startedAt: at, place: '第一调解室', mode: 'on-site' } });
    await write(three.room, 'session-set', session('2024-04-26T09:30:00+08:00'));
    const other = must(
      await five.room.cases.create([
        { kind: 'case-set', data: { set: { source: 'party-application', receivedAt: '2024-04-02T09:00:00+08:00' } } },
        { kind: 'session-set', data: session('2024-04-26T10:00:00+08:00') },
      ]),
    ).id;
    await exchange();
    for (const { room } of [three, five]) {
      expect((await syncPage(room)).clashes).toMatchObject([
        { kind: 'booking', caseId: id, otherCase: { caseId: other } },
      ]);
    }
  });

  it('exchanges by a stick without a line; reading it twice changes nothing', async () => {
    await write(five.room, 'case-set', { set: { facts: '有人来电' } });
    const file = path.join(path.dirname(five.ports.folder), 'stick.mrx');
    must(await five.room.sticks.write(three.room.sync.who.station, file));
    expect(must(await three.room.sticks.read(file))).toMatchObject({ from: '调解室五', added: 1, refused: 0 });
    expect(must(await three.room.cases.open(id)).state.facts).toBe('有人来电');
    expect(must(await three.room.sticks.read(file))).toMatchObject({ added: 0, refused: 0 });
    expect(codes(await five.room.sticks.read(file))).toEqual(['not-for-us']);
    await writeFile(file, (await readFile(file)).subarray(0, -9));
    expect(codes(await three.room.sticks.read(file))).toEqual(['damaged']);
    expect(codes(await three.room.sticks.write('somebody', file))).toEqual(['unknown-reader']);
  });

  it('keeps the copy of an archived case until the centre has all of it, then lets it go for good', async () => {
    await write(three.room, 'case-set', { set: { facts: '事实' } });
    must(await three.room.dossiers.archive(id, '测试'));
    expect(must(await three.room.purging.purge([id]))).toMatchObject({ purged: 0, kept: [{ caseId: id }] });
    expect((await three.room.purging.rows()).rows).toContainEqual(
      expect.objectContaining({ caseId: id, blocked: null }),
    );
    await exchange();
    expect(must(await three.room.purging.purge([id, 'case-none']))).toEqual({ purged: 1, kept: [] });
    const gone = async (): Promise<void> => {
      expect(codes(await three.room.cases.open(id))).toEqual(['no-such-case']);
      const { rows: listed } = three.room.cases.list({ query: '', stage: null, offset: 0, limit: 99 });
      const { rows, purged } = await three.room.purging.rows();
      for (const shown of [listed.map((row) => row.id), rows.map((row) => row.caseId)]) expect(shown).not.toContain(id);
      expect(purged).toMatchObject([{ caseId: id, by: '谢怀舟' }]);
    };
    await gone();
    // What the other room writes in it afterwards does not bring half a case back, nor does a restart.
    await write(five.room, 'case-set', { set: { facts: '后来' } });
    await exchange();
    await gone();
    await three.restart();
    await gone();
    expect(must(await five.room.cases.open(id)).state.facts).toBe('后来');
    // The chain goes on behind the gap, and a new case is a new case.
    const made = must(await three.room.cases.create([{ kind: 'case-set', data: { set: { facts: '新案' } } }]));
    await exchange();
    expect(must(await five.room.cases.open(made.id)).state.facts).toBe('新案');
  });

  it('a copy whose going was noted before the power went is gone at the next look', async () => {
    must(await three.room.dossiers.archive(id, '测试'));
    await exchange();
    const { files } = three.ports;
    const stuck = {
      ...three.ports,
      files: {
        ...files,
        rename: (from: string, to: string) =>
          to.includes(id) ? Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' })) : files.rename(from, to),
      },
    };
    await three.room.close();
    const broken = await Room.open(stuck);
    await expect(broken.purging.purge([id])).rejects.toThrow('disk-fault');
    await broken.close();
    await three.restart();
    const { rows, purged } = await three.room.purging.rows();
    expect(rows.map(({ caseId }) => caseId)).not.toContain(id);
    expect(purged).toMatchObject([{ caseId: id }]);
    expect(codes(await three.room.cases.open(id))).toEqual(['no-such-case']);
  });
});
