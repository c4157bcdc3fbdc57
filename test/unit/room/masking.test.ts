import { describe, expect, it } from 'vitest';
import { syncPage } from '../../../electron/core/room/sync-page';
import type { Room } from '../../../electron/core/room/room';
import { clashesOfCase } from '../../../electron/core/room/clash-view';
import { shownTo } from '../../../electron/core/room/shown-to';
import { Workstation } from '../../fixtures/entries';
import { numberedCase, stateOf } from '../domain/privacy/numbers';
import { accessFault, codes, deskFor, fillDisk, must, numbered, signIn, type Desk } from './privacy-support';

const WHOLE = /999999198802140019|13800000001|13900000002|6299990000000001010/u;
const stored = async (desk: Desk, id: string): Promise<string> => JSON.stringify(await desk.store.read(id));
const set = (fields: object) => [{ kind: 'party-set', data: { party: 'person', set: fields } }];

describe('a case in the hands of a person who works masked', () => {
  it('leaves the desk masked from every door: made, opened, looked at, written', async () => {
    const desk = await deskFor();
    const made = must(await desk.cases.create(numbered()));
    const { id, state } = made;
    const views = [
      made,
      must(await desk.cases.open(id)),
      must(await desk.cases.look(id)),
      must(await desk.cases.write(id, state.heads, set({ occupation: '船员' }))),
    ];
    for (const view of views) {
      expect(JSON.stringify(view)).not.toMatch(WHOLE);
      expect(view.masked).toEqual(['bank', 'person']);
    }
    expect(await stored(desk, id)).toMatch(WHOLE);
  });

  it('is whole for the holder of a key file', async () => {
    const desk = await deskFor();
    const { id } = must(await desk.cases.create(numbered()));
    desk.session = signIn(['mediator'], '谢怀舟', false);
    const view = must(await desk.cases.open(id));
    expect(JSON.stringify(view)).toMatch(WHOLE);
    expect(view.masked).toEqual([]);
  });

  it('shows one party whole once that is recorded, for this session and this case only', async () => {
    const desk = await deskFor();
    const { id } = must(await desk.cases.create(numbered()));
    const view = must(await desk.cases.unmask(id, 'person'));
    expect(view.state.parties.find(({ key }) => key === 'person')).toMatchObject({
      document: { number: '999999198802140019' },
      phone: '13800000001',
      representatives: [{ phone: '13900000002' }],
    });
    expect(view.state.agreement?.payments[0]?.account).toBe('***************1010');
    expect(view.masked).toEqual(['bank']);
    must(await desk.cases.unmask(id, 'person'));
    expect(await desk.noted()).toEqual([['unmasked', '谢怀舟', id, 'person']]);
    desk.session.unmasked.clear();
    expect(must(await desk.cases.open(id)).masked).toEqual(['bank', 'person']);
  });

  it('shows nothing when that could not be recorded, without the right, or of nobody', async () => {
    const desk = await deskFor();
    const { id } = must(await desk.cases.create(numbered()));
    expect(codes(await desk.cases.unmask(id, 'nobody'))).toEqual(['no-such-party']);
    desk.session = signIn(['auditor'], '蔡审');
    expect(await accessFault(desk.cases.unmask(id, 'person'))).toBe('no-right');
    desk.session = signIn(['mediator']);
    fillDisk(desk.files);
    expect(await accessFault(desk.cases.unmask(id, 'person'))).toBe('not-recorded');
    expect(desk.session.unmasked.size).toBe(0);
  });

  it('is kept as it was when its masks are written back, and never keeps a mask', async () => {
    const desk = await deskFor();
    const { id, state } = must(await desk.cases.create(numbered()));
    const { key: _key, ...person } = state.parties.find(({ key }) => key === 'person') ?? { key: '' };
    const back = must(await desk.cases.write(id, state.heads, set({ ...person, occupation: '船员' })));
    desk.session = signIn(['mediator'], '谢怀舟', false);
    const whole = must(await desk.cases.open(id)).state;
    expect(whole.parties.find(({ key }) => key === 'person')).toMatchObject({
      document: { number: '999999198802140019' },
      phone: '13800000001',
      occupation: '船员',
    });
    const mask = set({ phone: '138****9999' });
    expect(await desk.cases.write(id, back.state.heads, mask)).toMatchObject({
      problems: [{ code: 'masked-value', field: 'party.person.phone' }],
    });
    expect(codes(await desk.cases.create([...numbered(), ...mask]))).toEqual(['masked-value']);
    expect(await stored(desk, id)).not.toContain('*');
  });

  it('is checked while typed with the kept number behind a mask, and says it masked', async () => {
    const desk = await deskFor();
    const { id } = must(await desk.cases.create(numbered()));
    const of = { caseId: id, party: 'person' };
    const document = { type: 'resident-id', number: '999999********0019' } as const;
    const typed = { kind: 'person', name: '柯龙䶮', document, sex: 'female' } as const;
    const checked = await desk.cases.checkTyped(typed, of);
    expect(checked).toMatchObject({
      problems: [{ field: 'sex', code: 'identity-sex-differs' }],
      derived: { number: '999999********0019', birthDate: '1988-02-14' },
    });
    expect((await desk.cases.checkTyped({ ...typed, phone: '139****7777' }, of)).problems).toMatchObject([
      { field: 'phone', code: 'masked-value' },
    ]);
    const whole = { ...document, number: '999999198802140019' };
    expect((await desk.cases.checkTyped({ ...typed, document: whole })).derived?.number).toBe('999999198802140019');
  });

  it('quotes no kept number in a fault', async () => {
    const desk = await deskFor();
    const { id, state } = must(await desk.cases.create(numbered()));
    // From a version that checked less.
    await desk.cases.commit(id, [{ kind: 'party-set', data: { party: 'person', set: { phone: '13800' } } }]);
    const refused = await desk.cases.write(id, state.heads, set({ occupation: '船员' }));
    expect(codes(refused)).toEqual(['phone-mobile']);
    await desk.cases.commit(id, [{ kind: 'party-set', data: { party: 'person', set: { phone: '不详8899' } } }]);
    const quoting = await desk.cases.write(id, state.heads, set({ occupation: '船员' }));
    expect(codes(quoting)).toEqual(['phone-format']);
    expect(JSON.stringify(quoting)).not.toContain('8899');
  });
});

describe('what two rooms disagree about', () => {
  const one = numberedCase();
  const two = new Workstation('two').learn(one.entries);
  one.partySet('ke', { phone: '13811110001' });
  two.partySet('ke', { phone: '13822220001' });
  two.partySet('again', {
    side: 'third-party',
    kind: 'person',
    name: '柯某',
    document: { type: 'resident-id', number: '999999199003070019' },
    phone: '13800000009',
  });
  const state = stateOf(one.learn(two.entries));
  const who = { station: '', roomOf: () => null };

  it('is masked for a person who works masked, but for the parties that are shown', () => {
    const session = signIn(['mediator']);
    const masked = { ...who, isShown: (caseId: string) => shownTo(session, caseId) };
    const words = JSON.stringify(clashesOfCase(state, masked));
    expect(words).toContain('138****0001');
    expect(words).not.toMatch(/1381111|1382222|19900307|13800000009/u);
    session.unmasked.add(`${state.id} ke`);
    expect(JSON.stringify(clashesOfCase(state, masked))).toMatch(/13811110001.*13822220001/u);
    expect(JSON.stringify(clashesOfCase(state, masked))).not.toContain('13800000009');
  });

  it('is whole for the holder of a key file', () => {
    expect(JSON.stringify(clashesOfCase(state, who))).toMatch(/13811110001.*13822220001/u);
  });

  it('reaches the page of sync with the session of who looks', async () => {
    const session = signIn(['mediator']);
    const asked: unknown[] = [];
    const clashes = { list: (by: typeof who & { isShown?: unknown }) => Promise.resolve((asked.push(by), [])) };
    const sync = {
      status: { state: 'not-set-up' },
      facts: {
        centre: null,
        toSend: { entries: 0, files: 0 },
        sent: { entries: 0, files: 0 },
        refused: [],
        proof: null,
      },
      who,
      engine: { centre: () => null, stations: () => [] },
      waiting: () => Promise.resolve([]),
    };
    const room = { access: { session: () => session }, cases: { titles: () => new Map() }, clashes, sync };
    await syncPage(room as unknown as Room);
    expect((asked[0] as { isShown: (id: string) => unknown }).isShown('case-1')).not.toBeNull();
  });
});
