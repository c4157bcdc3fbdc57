import fs from 'node:fs/promises';
import { expect, it } from 'vitest';
import { statusOf } from '../../../electron/core/sync/status';
import { journalFile } from '../../fixtures/store';
import { roomAt, type TestRoom } from './rooms';
import { SmallCentre } from './small-centre';

/** The room after a restart that found the file of this journal damaged. */
async function damaged(centre: SmallCentre, room: TestRoom, subject: string): Promise<TestRoom> {
  await room.engine.stop();
  await room.store.close();
  await fs.writeFile(journalFile(room.folder, subject), 'rubbish');
  return roomAt(centre, {}, room.folder);
}

it('a damaged journal is fetched whole from the centre when something of it comes', async () => {
  const centre = await SmallCentre.start();
  const [a, b] = [await roomAt(centre), await roomAt(centre)];
  await a.write('case-one', '一', '二');
  await a.engine.once();
  await b.engine.once();
  await b.write('case-two', '三');
  await b.engine.once();
  const again = await damaged(centre, b, 'case-one');
  await a.write('case-one', '四');
  await a.engine.once();
  expect(await again.engine.once()).toMatchObject({ received: 3, fault: null });
  expect(await again.ids('case-one')).toEqual(await a.ids('case-one'));
  expect(again.line.count('GET /v1/subjects/case-one')).toBe(1);
});

it('a damaged journal that the centre does not have is told, and what follows it is sent all the same', async () => {
  const centre = await SmallCentre.start();
  const room = await roomAt(centre);
  await room.write('case-two', '一');
  await room.engine.once();
  await room.write('case-one', '二');
  await room.write('case-three', '三');
  const again = await damaged(centre, room, 'case-one');
  expect(await again.engine.once()).toMatchObject({ sent: 1, remaining: 2, fault: { kind: 'disk', fault: 'damaged' } });
  expect(statusOf(again.engine.facts())).toMatchObject({ state: 'needs-person', reason: 'disk' });
});

it('a register of numbers comes back while the room keeps it shut', async () => {
  const centre = await SmallCentre.start();
  const room = await roomAt(centre);
  await room.write('numbers-agreement-2026-1', '一', '二');
  await room.engine.once();
  const again = await damaged(centre, room, 'numbers-agreement-2026-1');
  const shut: (readonly string[])[] = [];
  const engine = await again.reopen({
    whileShut: async (registers, work) => {
      shut.push(registers);
      expect(await again.store.read('numbers-agreement-2026-1').catch(() => [])).toEqual([]);
      await work();
    },
  });
  await engine.repair(['numbers-agreement-2026-1']);
  expect(await engine.once()).toMatchObject({ received: 2, fault: null });
  expect(shut).toEqual([['numbers-agreement-2026-1']]);
  expect(await again.ids('numbers-agreement-2026-1')).toHaveLength(2);
});
