import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CentreContext } from '../../../centre/context';
import { OPERATIONS } from '../../../centre/admin/operations';
import { AdminRefused } from '../../../centre/admin/refused';
import { readAdmin } from '../../../centre/cli/admin-commands';
import { readArguments } from '../../../centre/cli/arguments';
import { wordsOf } from '../../../centre/cli/admin-words';
import { SERVICE_LIMITS } from '../../../centre/context';
import { epochOf } from '../../../centre/entries/epoch';
import { readCentreKeys } from '../../../centre/keys';
import { takeStick } from '../../../centre/sticks/take-stick';
import { NoStick, writeStickFor } from '../../../centre/sticks/write-stick-for';
import { bytesSource } from '../../../electron/core/crypto/stick-pages';
import { JournalStore } from '../../../electron/core/store/journal-store';
import { readStick } from '../../../electron/core/sync/read-stick';
import { writeStick } from '../../../electron/core/sync/write-stick';
import { testCentre, type TestCentre } from '../../fixtures/centre';
import { sharedPglite } from '../../fixtures/embedded';
import { expectHolds, idsIn } from '../../fixtures/received';
import { attachment, MemoryStick, sha256Hex, stickFault } from '../../fixtures/sticks';
import { draft, freshFolder, optionsFor } from '../../fixtures/store';

let centre: TestCentre;
let context: CentreContext;
beforeAll(async () => {
  centre = await testCentre();
  const db = await sharedPglite();
  context = {
    db,
    clock: { now: () => centre.clock.now },
    keys: await readCentreKeys(db),
    news: { wait: () => Promise.resolve(false), tell: () => undefined } as unknown as CentreContext['news'],
    epoch: () => db.within({ as: 'service' }, epochOf),
    limits: SERVICE_LIMITS,
    adminToken: null,
  };
});
afterAll(() => centre.close());

/** A new store whose workstation is admitted to an organisation. */
async function room(organisation = centre.committee): Promise<JournalStore> {
  const store = await JournalStore.create(optionsFor(await freshFolder()));
  await admit(store, organisation);
  return store;
}
const admit = (store: JournalStore, organisation: string, event = 'admitted') =>
  context.db.within({ as: 'admin' }, ({ query }) =>
    query('insert into station_event (station, event, box, room, organisation) values ($1, $2, $3, $4, $5)', [
      store.station,
      event,
      store.box,
      '调解室三',
      organisation,
    ]),
  );

async function forCentre(store: JournalStore, above = 0): Promise<Uint8Array> {
  const stick = new MemoryStick();
  const contents = { for: 'centre' as const, above };
  await writeStick(store, { stick: 's', reader: context.keys.box, contents }, stick);
  return stick.bytes;
}

async function fromCentre(store: JournalStore, after = 0): Promise<{ bytes: Uint8Array; given: object }> {
  const stick = new MemoryStick();
  const given = await writeStickFor(context, store.station, stick, after);
  return { bytes: stick.bytes, given };
}

const standing = (key: string, ...known: readonly string[]) => (known.includes(key) ? 'known' : 'unknown');

describe('a stick between a room and the centre', () => {
  it('brings everything of a room to the centre and from there to another room, and twice changes nothing', async () => {
    const [one, two] = [await room(), await room()];
    const scan = randomBytes(3_300_000);
    await one.commit([draft('case-stick-a', '1'), await attachment(one, 'case-stick-a', scan), draft('room-x', '1')]);
    const stick = await forCentre(one);
    const taken = await takeStick(context, bytesSource(stick));
    expect(taken).toEqual({
      station: one.station,
      taken: 3,
      known: 0,
      held: 0,
      refused: 0,
      files: 1,
      chain: 3,
      read: 0,
    });
    expect(await takeStick(context, bytesSource(stick))).toMatchObject({ taken: 0, known: 3, files: 1, chain: 3 });

    const { bytes, given } = await fromCentre(two);
    expect(given).toMatchObject({ entries: 2, files: 1, absent: 0 });
    const read = () => readStick(two, bytesSource(bytes), (key) => standing(key, context.keys.station, one.station));
    expect(await read()).toEqual({ from: context.keys.station, added: 2, known: 0, refused: 0, files: 1 });
    expect(await read()).toMatchObject({ added: 0, known: 2, files: 0 });
    expect(sha256Hex(await two.blobs.get(sha256Hex(scan)))).toBe(sha256Hex(scan));
    expect(idsIn(await expectHolds(two))).toHaveLength(2);

    // The room's own journal comes back to it alone; an answer may begin where it has read.
    const own = await fromCentre(one);
    expect(own.given).toMatchObject({ entries: 3 });
    const { upTo } = own.given as { upTo: number };
    expect((await fromCentre(one, upTo)).given).toMatchObject({ entries: 0, files: 0, upTo });
    await expect(fromCentre(one, upTo + 1)).rejects.toEqual(new NoStick('no-such-place'));
    await Promise.all([one.close(), two.close()]);
  });

  it('takes a later part before an earlier one, and holds it until the gap is filled', async () => {
    const one = await room();
    await one.commit([draft('case-stick-b', '1')]);
    const first = await forCentre(one);
    await one.commit([draft('case-stick-b', '2')]);
    const second = await forCentre(one, 1);
    expect(await takeStick(context, bytesSource(second))).toMatchObject({ taken: 0, held: 1, chain: 0 });
    expect(await takeStick(context, bytesSource(first))).toMatchObject({ taken: 1, chain: 2 });
    await one.close();
  });

  it('refuses a stranger, a revoked or copied workstation, another reader, and a cut file; nothing is taken', async () => {
    const [one, revoked, forked] = [await room(), await room(), await room()];
    const stranger = await JournalStore.create(optionsFor(await freshFolder()));
    for (const store of [one, revoked, forked, stranger]) await store.commit([draft('case-stick-c', '1')]);
    await admit(revoked, centre.committee, 'revoked');
    await admit(forked, centre.committee, 'forked');
    const faultOf = async (store: JournalStore) => stickFault(takeStick(context, bytesSource(await forCentre(store))));
    expect(await faultOf(stranger)).toBe('unknown-writer');
    expect(await faultOf(revoked)).toBe('revoked-writer');
    expect(await faultOf(forked)).toBe('revoked-writer');
    await expect(writeStickFor(context, revoked.station, new MemoryStick())).rejects.toEqual(
      new NoStick('not-admitted'),
    );
    const whole = await forCentre(one);
    for (let at = 0; at < whole.length; at += 7)
      expect(await stickFault(takeStick(context, bytesSource(whole.subarray(0, at))))).toMatch(/damaged|not-a-stick/);
    expect(await stickFault(takeStick(context, bytesSource((await fromCentre(one)).bytes)))).toBe('not-for-us');
    expect(await takeStick(context, bytesSource(whole))).toMatchObject({ taken: 1 });
    await Promise.all([one, revoked, forked, stranger].map((store) => store.close()));
  });

  it('gives an institution its own cases only, and takes no case of another from it', async () => {
    const other = await centre.organisation('institution', centre.committee);
    const [theirs, ours] = [await room(other), await room(centre.institution)];
    await theirs.commit([
      draft('case-stick-d', 'theirs'),
      await attachment(theirs, 'case-stick-d', Buffer.from('theirs')),
    ]);
    await takeStick(context, bytesSource(await forCentre(theirs)));
    expect((await fromCentre(ours)).given).toMatchObject({ entries: 0, files: 0 });
    await ours.commit([
      draft('case-stick-d', 'intruder'),
      await attachment(ours, 'case-stick-d', Buffer.from('theirs')),
    ]);
    expect(await takeStick(context, bytesSource(await forCentre(ours)))).toMatchObject({
      taken: 0,
      refused: 2,
      files: 0,
    });
    await Promise.all([theirs.close(), ours.close()]);
  });
});

describe('the administrator’s stick commands', () => {
  const asked = (line: string) => {
    const { words, options } = readArguments(line.split(' '));
    return readAdmin(words, options);
  };
  const run = async (line: string) => {
    const { operation, input } = asked(line);
    return { operation, answer: await OPERATIONS[operation]?.run(input, context) };
  };

  it('read what a room wrote and write an answer beside it, never over another file', async () => {
    const one = await room(await centre.organisation('committee'));
    await one.commit([draft('case-stick-e', '1')]);
    const folder = await freshFolder();
    const [given, answer] = [path.join(folder, 'from-room'), path.join(folder, 'for-room')];
    await fs.writeFile(given, await forCentre(one));
    const read = await run(`stick read ${given}`);
    expect(wordsOf(read.operation, read.answer)).toContain('1 taken, 0 known');
    const written = await run(`stick write ${one.station} ${answer}`);
    expect(wordsOf(written.operation, written.answer)).toContain(one.station);
    const bytes = await fs.readFile(answer);
    expect(await readStick(one, bytesSource(bytes), () => 'known')).toMatchObject({
      from: context.keys.station,
      added: 0,
      known: 1,
    });
    await expect(run(`stick write ${one.station} ${answer}`)).rejects.toMatchObject({ code: 'file-exists' });
    expect((await fs.readFile(answer)).equals(bytes)).toBe(true);
    await one.close();
  });

  it('say in words why not, and leave nothing behind', async () => {
    const folder = await freshFolder();
    const file = path.join(folder, 'no-stick');
    await fs.writeFile(file, 'text');
    await expect(run(`stick read ${file}`)).rejects.toMatchObject({ code: 'not-a-stick' });
    await expect(run(`stick read ${file}-none`)).rejects.toBeInstanceOf(AdminRefused);
    await expect(run(`stick write unknown ${folder}/x`)).rejects.toMatchObject({ code: 'no-such-station' });
    const one = await room();
    await expect(run(`stick write ${one.station} ${folder}/x --after 999999`)).rejects.toMatchObject({
      code: 'no-such-place',
    });
    await admit(one, centre.committee, 'revoked');
    await expect(run(`stick write ${one.station} ${folder}/x`)).rejects.toMatchObject({ code: 'not-admitted' });
    expect(await fs.readdir(folder)).toEqual(['no-stick']);
    expect(() => asked('stick eat x')).toThrow('stick read');
    await one.close();
  });
});
