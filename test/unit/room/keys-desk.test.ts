import { mkdir } from 'node:fs/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { AccessError } from '../../../electron/core/access/access-error';
import type { Files } from '../../../electron/core/ports';
import { ACCESS_PREFIX, ACCOUNTS_PREFIX } from '../../../electron/core/domain/journal/subject-kinds';
import { Room } from '../../../electron/core/room/room';
import { done, refused } from '../../../electron/core/room/outcome';
import { summarise } from '../../../electron/core/room/subjects';
import { JournalStore } from '../../../electron/core/store/journal-store';
import { StoreError } from '../../../electron/core/store/store-error';
import { recoveryOpener } from '../../../electron/core/access/openers';
import { readRecoveryKey } from '../../../electron/core/access/recovery-key';
import { codes, must } from '../../fixtures/room';
import { roomMemory } from '../../fixtures/room-memory';
import { freshFolder } from '../../fixtures/store';
import { FOUNDER, PASSWORD, PERSON, signedInRoom, systemOpener, type SignedInRoom } from '../../fixtures/signed-in';

async function opened(...args: Parameters<typeof signedInRoom>): Promise<SignedInRoom> {
  const at = await signedInRoom(...args);
  onTestFinished(() => at.end());
  return at;
}

/** Makes a sheet that comes out; resolves to its key as printed. */
async function sheet(room: Room): Promise<string> {
  let key = '';
  must(
    await room.keys.sheet(({ groups }) => {
      key = groups.join('-');
      return Promise.resolve(done(true));
    }),
  );
  return key;
}

/** Whether this sheet opens the store of the room, which is closed for it and opened again. */
async function opens(at: SignedInRoom, key: string): Promise<boolean> {
  await at.room.close();
  const bytes = readRecoveryKey(key);
  if (!bytes) throw new Error('no key');
  const room = await Room.open({ ...at.ports, opener: recoveryOpener(bytes) }).catch((fault: unknown) => {
    if (fault instanceof StoreError && fault.fault === 'wrong-key') return null;
    throw fault;
  });
  await room?.close();
  await at.restart();
  await at.as(FOUNDER);
  return room !== null;
}

test('a sheet opens the store only after its end was typed back, and takes the place of the old one then', async () => {
  const at = await opened();
  const first = await sheet(at.room);
  expect(await opens(at, first)).toBe(false);
  expect(await at.room.keys.page()).toMatchObject({ os: true, passwords: 1, recovery: null, waiting: true });
  expect(codes(await at.room.keys.confirm('ZZZZ'))).toEqual(['wrong-tail']);
  must(await at.room.keys.confirm(first.slice(-4).toLowerCase()));
  expect(await at.room.keys.page()).toMatchObject({ recovery: { by: FOUNDER, madeAt: at.clock.now }, waiting: false });
  expect(await opens(at, first)).toBe(true);
  const second = await sheet(at.room);
  expect(await opens(at, first)).toBe(true);
  must(await at.room.keys.confirm(second.slice(-4)));
  expect([await opens(at, first), await opens(at, second)]).toEqual([false, true]);
  expect(at.room.access.state().recoveryMade).toBe(true);
});

test('a sheet that did not come out leaves nothing behind', async () => {
  const at = await opened();
  expect(must(await at.room.keys.sheet(() => Promise.resolve(done(false))))).toBeNull();
  const jam = { code: 'no-printer', zh: '…', en: '…' };
  expect(codes(await at.room.keys.sheet(() => Promise.resolve(refused(jam))))).toEqual(['no-printer']);
  await expect(at.room.keys.sheet(() => Promise.reject(new Error('jam')))).rejects.toThrow('jam');
  expect(await at.room.keys.page()).toMatchObject({ recovery: null, waiting: false });
  expect(codes(await at.room.keys.confirm('ZZZZ'))).toEqual(['no-sheet-waiting']);
});

test('the sheet gives a lost password back, frees from wrong tries, and signs in', async () => {
  const at = await opened(['mediator']);
  await at.as(FOUNDER);
  const key = await sheet(at.room);
  must(await at.room.keys.confirm(key.slice(-4)));
  for (let i = 0; i < 10; i += 1) {
    at.clock.now += 10 * 60_000;
    await at.room.access.signIn(PERSON, 'wrong words');
  }
  await at.room.access.signOut();
  const other = `0000-${key.slice(5)}`;
  expect(codes(await at.room.keys.resetPassword(other, PERSON, 'fresh words 1'))).toEqual(['no-recovery-key']);
  expect(codes(await at.room.keys.resetPassword(key, '某人', 'fresh words 1'))).toEqual(['no-account']);
  must(await at.room.keys.resetPassword(key, PERSON, 'fresh words 1'));
  expect(at.room.access.state()).toMatchObject({ state: 'signed-in', who: { name: PERSON } });
});

test('an old sheet, or one of another room, gives nothing', async () => {
  const [at, other] = [await opened(), await opened()];
  const key = await sheet(other.room);
  must(await other.room.keys.confirm(key.slice(-4)));
  expect(codes(await at.room.keys.resetPassword(key, FOUNDER, 'fresh words 1'))).toEqual(['wrong-recovery-key']);
  await at.as(FOUNDER);
});

test('the sheet does not free whom an administrator locked', async () => {
  const at = await opened(['mediator']);
  await at.as(FOUNDER);
  const key = await sheet(at.room);
  must(await at.room.keys.confirm(key.slice(-4)));
  must(await at.room.accounts.lock(PERSON, true));
  expect(codes(await at.room.keys.resetPassword(key, PERSON, 'fresh words 1'))).toEqual(['locked-by-administrator']);
});

test('only who manages keys makes a sheet or sees the page', async () => {
  const at = await opened(['chair', 'mediator']);
  await expect(at.room.keys.page()).rejects.toThrow(AccessError);
  await expect(sheet(at.room)).rejects.toThrow(AccessError);
  await expect(at.room.keys.confirm('ZZZZ')).rejects.toThrow(AccessError);
});

/** Every byte that a run hands to the disk, and every text that it says. */
function overheard(files: Files): { files: Files; heard: Buffer[] } {
  const heard: Buffer[] = [];
  const listen = async (file: Promise<Awaited<ReturnType<Files['create']>>>) => {
    const { write, flush, close } = await file;
    return {
      flush,
      close,
      write: (bytes: Uint8Array, offset: number) => {
        heard.push(Buffer.from(bytes));
        return write(bytes, offset);
      },
    };
  };
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => heard.push(Buffer.from(text)) > 0);
  return {
    heard,
    files: { ...files, create: (file) => listen(files.create(file)), append: (file) => listen(files.append(file)) },
  };
}

test('no secret is written anywhere or said, and none stands in a journal', async () => {
  const folder = await freshFolder();
  for (const name of ['store', 'store.building']) await mkdir(`${folder}/${name}`);
  const { files, heard } = overheard(roomMemory(folder));
  const at = await signedInRoom(['mediator'], { files, folder });
  must(await at.room.access.setPin(PASSWORD, '271828'));
  await at.room.access.signIn(PERSON, 'wrong but private words');
  must(await at.room.access.signInByPin(PERSON, '271828'));
  await at.as(FOUNDER);
  const key = await sheet(at.room);
  must(await at.room.keys.confirm(key.slice(-4)));
  must(await at.room.keys.resetPassword(key, PERSON, 'fresh words 1'));
  await at.room.close();
  vi.restoreAllMocks();

  const store = await JournalStore.open({ ...at.ports, summarise });
  onTestFinished(() => store.close());
  const wrap = (await store.keys.wraps()).find(({ way }) => way === 'os');
  const dataKey = Buffer.from(await systemOpener().unwrap(Buffer.from(wrap?.wrapped ?? '', 'base64')));
  const sheetKey = readRecoveryKey(key) ?? Buffer.alloc(0);
  const texts = [PASSWORD, `${PASSWORD} 1`, 'wrong but private words', 'fresh words 1', '271828', key];
  const secrets = [
    ...texts.flatMap((text) => [text, Buffer.from(text).toString('base64'), Buffer.from(text).toString('hex')]),
    key.replaceAll('-', ''),
    ...[dataKey, sheetKey].flatMap((bytes) => [
      bytes.toString('base64'),
      bytes.toString('base64url'),
      bytes.toString('hex'),
    ]),
  ].map((text) => Buffer.from(text));
  const inside = store.subjects().filter((each) => each.startsWith(ACCESS_PREFIX) || each.startsWith(ACCOUNTS_PREFIX));
  const journals = Buffer.from(JSON.stringify(await Promise.all(inside.map((each) => store.read(each)))));
  const all = Buffer.concat([...heard, journals]);
  expect(all.length).toBeGreaterThan(20_000);
  expect(all.includes('account-changed')).toBe(true);
  for (const secret of [...secrets, dataKey, sheetKey]) expect(all.includes(secret)).toBe(false);
});
