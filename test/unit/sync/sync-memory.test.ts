import { expect, it } from 'vitest';
import { SyncMemory } from '../../../electron/core/sync/sync-memory';
import { newRoom } from './rooms';

it('is empty at first, and the same after a restart', async () => {
  const { store } = await newRoom();
  const memory = await SyncMemory.open(store);
  expect(memory.value).toMatchObject({ station: store.station, centre: null, checkpoint: null, offer: false });
  await memory.commit({ checkpoint: { epoch: 'e', seq: 7, link: 'x' } });
  expect((await SyncMemory.open(store)).value).toEqual(memory.value);
});

it('keeps what a newer version added', async () => {
  const { store } = await newRoom();
  const first = await SyncMemory.open(store);
  await store.note('sync').write({ ...first.value, newer: { kept: true } });
  const memory = await SyncMemory.open(store);
  await memory.commit({ offer: true });
  expect(await store.note('sync').read()).toMatchObject({ newer: { kept: true }, offer: true });
});

it('of a format that is not known is not taken for an empty one', async () => {
  const { store } = await newRoom();
  await store.note('sync').write({ v: 2 });
  await expect(SyncMemory.open(store)).rejects.toMatchObject({ fault: 'newer-store' });
});

it('is written in the order asked', async () => {
  const { store } = await newRoom();
  const memory = await SyncMemory.open(store);
  await Promise.all([1, 2, 3].map((seq) => memory.commit({ checkpoint: { epoch: 'e', seq, link: '' } })));
  expect((await SyncMemory.open(store)).value.checkpoint?.seq).toBe(3);
});
