import { expect, onTestFinished, test } from 'vitest';
import { AccessError } from '../../../electron/core/access/access-error';
import type { Actor } from '../../../electron/core/access/actor';
import { RIGHT_OF_KIND, RIGHTS_OF, ROLES, type Role } from '../../../electron/core/access/rights';
import { guardedStore, seenCases } from '../../../electron/core/room/guarded-store';
import { summarise } from '../../../electron/core/room/subjects';
import { JournalStore } from '../../../electron/core/store/journal-store';
import { emptyTree, MemoryFiles } from '../../fixtures/memory-files';
import { freshFolder, optionsFor } from '../../fixtures/store';

const BANK = { name: '刺桐湾银行', creditCode: null };
const who = (roles: readonly Role[], name = '林可'): Actor => ({
  name,
  roles,
  institution: roles.includes('part-time-mediator') ? BANK : null,
  masked: true,
});

/** Two cases: in `case-a` the bank is a party and 林可 mediates, in `case-b` neither. */
async function world() {
  const folder = await freshFolder();
  const store = await JournalStore.create({ ...optionsFor(folder, new MemoryFiles(emptyTree(folder))), summarise });
  onTestFinished(() => store.close());
  const party = (name: string) => ({ side: 'applicant', kind: 'organisation', name });
  for (const [subject, mediator, name] of [
    ['case-a', '林可', BANK.name],
    ['case-b', '谢怀舟', '另一家银行'],
  ] as const) {
    await store.commit([
      { subject, kind: 'case-set', data: { set: { mediators: [mediator] } }, account: '谢怀舟' },
      {
        subject,
        kind: 'party-set',
        data: { party: 'applicant', set: party(name) },
        account: '谢怀舟',
        after: 'previous',
      },
    ]);
  }
  let actor: Actor | null = null;
  const guarded = guardedStore(store, () => {
    if (actor === null) throw new AccessError('signed-out');
    return actor;
  });
  return { store, guarded, as: (next: Actor | null) => void (actor = next) };
}

const faultOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (fault: unknown) => {
      if (fault instanceof AccessError) return fault.fault;
      throw fault;
    },
  );

const write = (subject: string, kind = 'case-set') => [
  { subject, kind, data: { set: { facts: '…' } }, account: '别人' },
];

test('each role writes just the kinds of entries that its rights name', async () => {
  const { store, guarded, as } = await world();
  const before = store.chain.seq;
  for (const role of ROLES) {
    as(who([role]));
    for (const [kind, right] of Object.entries(RIGHT_OF_KIND)) {
      if (RIGHTS_OF[role].includes(right)) continue;
      expect([role, kind, await faultOf(guarded.commit(write('case-a', kind)))]).toEqual([role, kind, 'no-right']);
    }
  }
  expect(store.chain.seq).toBe(before);
});

test('a kind that the room alone writes, or that nobody knows, is written for nobody', async () => {
  const { guarded, as } = await world();
  as(who(ROLES));
  for (const kind of ['rules-received', 'access-noted', 'some-new-kind'])
    expect(await faultOf(guarded.commit(write('case-a', kind)))).toBe('no-right');
});

test('one draft without the right, or of a case out of sight, keeps the others from being written', async () => {
  const { store, guarded, as } = await world();
  const before = store.chain.seq;
  as(who(['clerk']));
  expect(await faultOf(guarded.commit([...write('case-a'), ...write('case-a', 'approval-set')]))).toBe('no-right');
  as(who(['invited-mediator']));
  expect(await faultOf(guarded.commit([...write('case-a'), ...write('case-b')]))).toBe('not-your-case');
  expect(store.chain.seq).toBe(before);
});

test('invited and part-time mediators read and write their own cases only, and others see all', async () => {
  const { guarded, as } = await world();
  for (const role of ['invited-mediator', 'part-time-mediator'] as const) {
    as(who([role]));
    expect(await faultOf(guarded.read('case-a'))).toBe('done');
    expect(await faultOf(guarded.commit(write('case-a')))).toBe('done');
    expect(await faultOf(guarded.read('case-b'))).toBe('not-your-case');
    expect(await faultOf(guarded.commit(write('case-b')))).toBe('not-your-case');
    expect([...seenCases(guarded, who([role]))].map(({ id }) => id)).toEqual(['case-a']);
  }
  as(who(['auditor']));
  expect(await faultOf(guarded.read('case-b'))).toBe('done');
  expect([...seenCases(guarded, who(['auditor']))]).toHaveLength(2);
});

test('an administrator reads no case by that role', async () => {
  const { guarded, as } = await world();
  as(who(['administrator']));
  expect(await faultOf(guarded.read('case-a'))).toBe('no-right');
  expect(() => [...seenCases(guarded, who(['administrator']))]).toThrow(AccessError);
});

test('every entry bears the name of who is signed in, whatever the desk says', async () => {
  const { guarded, as } = await world();
  as(who(['mediator']));
  const [entry] = await guarded.commit(write('case-a'));
  expect(entry?.account).toBe('林可');
});

test('while nobody is signed in nothing is read or written', async () => {
  const { store, guarded, as } = await world();
  as(null);
  const before = store.chain.seq;
  expect(await faultOf(guarded.read('case-a'))).toBe('signed-out');
  expect(await faultOf(guarded.commit(write('case-a')))).toBe('signed-out');
  expect(store.chain.seq).toBe(before);
});
