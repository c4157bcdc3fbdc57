import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { PdfService } from '../../../electron/core/documents/pdf-service';
import { NO_PRINTER } from '../../../electron/core/room/print-desk';
import { done } from '../../../electron/core/room/outcome';
import type { Room } from '../../../electron/core/room/room';
import { RoomHolder } from '../../../electron/shell/room-holder';
import { BLOCK_2024, codes, must, SAMPLE_PROFILE } from '../../fixtures/room';
import { CHEAP, FOUNDER, PASSWORD, systemOpener } from '../../fixtures/signed-in';
import { freshFolder } from '../../fixtures/store';

const unused = (): never => {
  throw new Error('no papers here');
};
const NO_PAPERS: PdfService = {
  render: unused,
  inspect: unused,
  markDuplicate: unused,
  bind: unused,
  recoverySheet: unused,
  close: unused,
};

/** The app on a computer: its own operating-system key store, on this folder. */
function computer(folder: string, which: number): RoomHolder {
  const holder = new RoomHolder({
    folder,
    pdf: NO_PAPERS,
    printing: NO_PRINTER,
    keyStore: { opener: systemOpener(which), problem: () => Promise.resolve(null) },
    opened: () => undefined,
    cost: CHEAP,
  });
  onTestFinished(() => holder.close());
  return holder;
}

async function made(): Promise<{ folder: string; holder: RoomHolder; room: Room }> {
  const folder = path.join(await freshFolder(), 'store');
  const holder = computer(folder, 1);
  const room = await holder.create(SAMPLE_PROFILE, [BLOCK_2024], PASSWORD);
  must(await room.access.signIn(FOUNDER, PASSWORD));
  return { folder, holder, room };
}

/** The key on a confirmed recovery sheet. */
async function sheetOf(room: Room): Promise<string> {
  let key = '';
  must(
    await room.keys.sheet(({ groups }) => {
      key = groups.join('-');
      return Promise.resolve(done(true));
    }),
  );
  must(await room.keys.confirm(key.slice(-4)));
  return key;
}

const password = (of: string) => ({ way: 'password', name: FOUNDER, password: of }) as const;

test('after the key store of the system changed, a password opens the room and binds it to the new one', async () => {
  const { folder, holder } = await made();
  await holder.close();
  const after = computer(folder, 2);
  expect(await after.status()).toMatchObject({ state: 'key-lost', people: [FOUNDER], recovery: false });
  expect(after.room).toBeNull();
  expect(codes(await after.openBy(password('wrong words')))).toEqual(['wrong-secret']);
  expect(codes(await after.openBy({ ...password(PASSWORD), name: '某人' }))).toEqual(['wrong-secret']);
  must(await after.openBy(password(PASSWORD)));
  expect(after.room?.access.state().state).toBe('signed-out');
  await after.close();
  expect((await computer(folder, 2).status()).state).toBe('open');
});

test('on a new computer the sheet opens a copy of the store, and gives a lost password back', async () => {
  const { folder, holder, room } = await made();
  const key = await sheetOf(room);
  await holder.close();
  const copy = path.join(await freshFolder(), 'store');
  await cp(folder, copy, { recursive: true });
  const other = computer(copy, 3);
  expect(await other.status()).toMatchObject({ state: 'key-lost', recovery: true });
  expect(codes(await other.openBy({ way: 'recovery', key: key.slice(0, -1) }))).toEqual(['no-recovery-key']);
  must(await other.openBy({ way: 'recovery', key: key.toLowerCase() }));
  const opened = other.room;
  if (!opened) throw new Error('the room is not open');
  expect(codes(await opened.keys.resetPassword(key, FOUNDER, 'short'))).toEqual(['password-too-short']);
  must(await opened.keys.resetPassword(key, FOUNDER, '新的 words 2026'));
  expect(opened.access.state()).toMatchObject({
    state: 'signed-in',
    who: { name: FOUNDER, mustChangePassword: false },
  });
  expect(codes(await opened.access.signIn(FOUNDER, PASSWORD))).toEqual(['wrong-secret']);
  must(await opened.access.signIn(FOUNDER, '新的 words 2026'));
});

test('wrong passwords before the room is open are counted over restarts, in a file that holds no secret', async () => {
  const { folder, holder } = await made();
  await holder.close();
  const after = computer(folder, 2);
  for (let i = 0; i < 5; i += 1)
    expect(codes(await after.openBy(password(`wrong words ${i}`)))).toEqual(['wrong-secret']);
  expect(codes(await after.openBy(password(PASSWORD)))).toEqual(['wait']);
  const again = computer(folder, 2);
  expect(codes(await again.openBy(password(PASSWORD)))).toEqual(['wait']);
  const text = await readFile(`${folder}.attempts.json`, 'utf8');
  expect(Object.keys(JSON.parse(text) as object).sort()).toEqual(['newest', 'people', 'v']);
  expect(text).not.toContain('words');
});

test('a damaged store is a fault with its own words, not a lost key', async () => {
  const { folder, holder } = await made();
  await holder.close();
  const header = path.join(folder, 'store.json');
  await writeFile(header, (await readFile(header, 'utf8')).slice(0, -20));
  expect(await computer(folder, 1).status()).toMatchObject({ state: 'fault', problem: { code: 'damaged' } });
});
