import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Files } from '../../../electron/core/ports';
import { Room } from '../../../electron/core/room/room';
import { nodeFiles } from '../../../electron/core/store/node-files';
import { keyOpener } from '../../../electron/core/store/store-header';
import { BLOCK_2024, must, SAMPLE_PROFILE, testRoom } from '../../fixtures/room';
import { smallCase } from '../../fixtures/writes';

/** Fails the n-th call of the file system, whichever it is. */
function failingAt(n: number): Files & { readonly calls: () => number } {
  let calls = 0;
  const guard =
    <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> => {
      calls += 1;
      return calls === n ? Promise.reject(Object.assign(new Error('fault'), { code: 'ENOSPC' })) : work(...args);
    };
  const wrapped = Object.fromEntries(
    Object.entries(nodeFiles).map(([name, work]) => [name, guard(work as (...args: unknown[]) => Promise<unknown>)]),
  );
  return { ...(wrapped as unknown as Files), calls: () => calls };
}

describe('a room', () => {
  it('keeps its settings and blocks over a restart', async () => {
    const at = await testRoom();
    const room = await at.restart();
    expect(room.profile).toEqual(SAMPLE_PROFILE);
    expect(room.numbers.blocks().map((b) => [b.block.first, b.left])).toEqual([[401, 50]]);
    await at.end();
  });

  it('is not made over an existing one, and a wrong key opens nothing and changes nothing', async () => {
    const at = await testRoom();
    await at.room.close();
    await expect(Room.create(at.ports, SAMPLE_PROFILE, [])).rejects.toMatchObject({ fault: 'store-exists' });
    const wrong = { ...at.ports, opener: keyOpener(new Uint8Array(32).fill(9)) };
    await expect(Room.open(wrong)).rejects.toMatchObject({ fault: 'wrong-key' });
    await expect(Room.open({ ...at.ports, folder: path.dirname(at.ports.folder) })).rejects.toMatchObject({
      fault: 'not-a-store',
    });
    expect((await at.restart()).profile.room).toBe('调解室三');
    await at.end();
  });

  it('is made whole or not at all: whichever file call fails, a second try succeeds', async () => {
    const at = await testRoom();
    const parent = path.dirname(at.ports.folder);
    const counting = failingAt(0);
    const probe = await Room.create(
      { ...at.ports, folder: path.join(parent, 'probe'), files: counting },
      SAMPLE_PROFILE,
      [BLOCK_2024],
    );
    const total = counting.calls();
    await probe.close();
    expect(total).toBeGreaterThan(20);
    for (let n = 1; n <= total; n++) {
      const folder = path.join(parent, `try-${n}`);
      const failed = await Room.create({ ...at.ports, folder, files: failingAt(n) }, SAMPLE_PROFILE, [BLOCK_2024]).then(
        (room) => room.close().then(() => false),
        () => true,
      );
      if (!failed) continue;
      // Either the folder was moved into place whole, or it is not there at all.
      const names: readonly string[] = await readdir(folder).catch(() => []);
      const room = names.includes('store.json')
        ? await Room.open({ ...at.ports, folder })
        : await Room.create({ ...at.ports, folder }, SAMPLE_PROFILE, [BLOCK_2024]);
      expect(room.profile, `call ${n}`).toEqual(SAMPLE_PROFILE);
      expect(room.numbers.blocks(), `call ${n}`).toHaveLength(1);
      await room.close();
    }
    expect((await readdir(parent)).filter((name) => name.endsWith('.building'))).toEqual([]);
    await at.end();
  });
});

describe('the order of the dossier', () => {
  it('is a setting of the room, kept with its author over a restart', async () => {
    const at = await testRoom();
    try {
      expect(at.room.profile.dossierOrder).toBeUndefined();
      await at.room.change({ dossierOrder: 'nine' });
      const room = await at.restart();
      expect(room.profile).toMatchObject({ dossierOrder: 'nine', room: '调解室三' });
      const { id } = must(await room.cases.create(smallCase()));
      expect(must(await room.dossiers.check(id)).rows).toHaveLength(9);
    } finally {
      await at.end();
    }
  });
});
