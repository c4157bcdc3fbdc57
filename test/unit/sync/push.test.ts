import { describe, expect, it } from 'vitest';
import { statusOf } from '../../../electron/core/sync/status';
import { answer, roomAt } from './rooms';
import { SmallCentre } from './small-centre';

const CASE = 'case-one';

describe('what a room wrote', () => {
  it('goes in the order of its counter, over all journals, in batches', async () => {
    const centre = await SmallCentre.start();
    const room = await roomAt(centre, { sizes: { entries: 3 } });
    for (let n = 0; n < 8; n++) await room.write(`case-${n % 3}`, `第${n}条`);
    expect(await room.engine.once()).toMatchObject({ sent: 8, remaining: 0, fault: null });
    expect(centre.entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(room.line.count('POST /v1/entries')).toBe(3);
  });

  it('goes once: a second round sends only what is new', async () => {
    const centre = await SmallCentre.start();
    const room = await roomAt(centre);
    await room.write(CASE, '甲', '乙');
    await room.engine.once();
    await room.write(CASE, '丙');
    expect(await room.engine.once()).toMatchObject({ sent: 1, remaining: 0 });
  });

  it('keeps one refused entry apart and sends the others', async () => {
    const centre = await SmallCentre.start();
    const room = await roomAt(centre);
    const entries = await room.write(CASE, '甲', '乙', '丙');
    centre.refuse.set(entries[1]?.id ?? '', 'not-yours');
    expect(await room.engine.once()).toMatchObject({ sent: 3, refused: 1, remaining: 0, fault: null });
    expect(centre.entries.map(({ id }) => id)).toEqual([entries[0]?.id, entries[2]?.id]);
    const { refused } = room.engine.facts();
    expect(refused).toEqual([
      { id: entries[1]?.id, subject: CASE, kind: 'case-set', fault: 'not-yours', at: room.clock.time },
    ]);
    expect(statusOf(room.engine.facts())).toMatchObject({ state: 'needs-person', reason: 'refused-entries' });
    await room.reopen();
    expect(room.engine.facts().refused).toHaveLength(1);
    await room.engine.dismissRefused(entries[1]?.id ?? '');
    await room.engine.once();
    expect(statusOf(room.engine.facts())).toMatchObject({ state: 'up-to-date' });
  });

  it('is halved while it is too large, and an entry that is too large alone is kept as refused', async () => {
    const centre = await SmallCentre.start();
    const room = await roomAt(centre);
    const entries = await room.write(CASE, '一', '二', '三', '四', '五', '六', '七', '大'.repeat(900));
    // A proxy with a small limit: what is packed beyond it does not pass.
    room.line.rule = (request, go) => {
      const large =
        request.url.endsWith('/v1/entries') && request.body?.length !== undefined && request.body.length > 1500;
      return large ? Promise.resolve(answer(413, '<html>413</html>')) : go();
    };
    await room.reopen({ packAbove: Infinity });
    expect(await room.engine.once()).toMatchObject({ sent: 7, refused: 1, remaining: 1, fault: null });
    expect(centre.entries.map(({ id }) => id)).toEqual(entries.slice(0, 7).map(({ id }) => id));
    expect(room.engine.facts().refused).toMatchObject([{ id: entries[7]?.id, fault: 'too-large' }]);
    room.line.rule = null;
    expect(await room.engine.once()).toMatchObject({ sent: 1, remaining: 0 });
    expect(room.engine.facts().refused).toEqual([]);
  });

  it('reads journals again for what does not fit in memory', async () => {
    const { SendQueue, textsOf } = await import('../../../electron/core/sync/send-queue');
    const centre = await SmallCentre.start();
    const room = await roomAt(centre);
    const entries = await room.write(CASE, '甲', '乙', '丙');
    const queue = new SendQueue(1);
    for (const entry of [...entries].reverse()) queue.add(entry);
    const items = queue.sorted();
    expect(items.map(({ seq, text }) => [seq, text !== null])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
    const texts = await textsOf({ store: room.store } as unknown as Parameters<typeof textsOf>[0], items);
    expect(texts.map(({ text }) => JSON.parse(text) as unknown)).toEqual(entries);
  });

  it('is sent again when the centre was set back while the session stands', async () => {
    const centre = await SmallCentre.start();
    const room = await roomAt(centre);
    await room.write(CASE, '甲', '乙');
    await room.engine.once();
    centre.empty();
    await room.write(CASE, '丙');
    expect(await room.engine.once()).toMatchObject({ remaining: 0, fault: null });
    expect(centre.entries.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(statusOf(room.engine.facts()).state).toBe('up-to-date');
  });
});

describe('two machines with one identity', () => {
  it.each([
    ['the copy wrote as much', 1],
    ['the copy wrote less', 3],
  ])('are noticed, and the second one stops and says so: %s', async (_, count) => {
    const centre = await SmallCentre.start();
    const first = await roomAt(centre);
    await first.write(CASE, '共同');
    await first.engine.once();
    await first.engine.stop();
    await first.store.close();
    const second = await roomAt(centre, {}, first.folder);
    const again = await roomAt(centre, {}, first.folder);
    await again.write(CASE, ...Array.from({ length: count }, (_unused, n) => `甲${n}`));
    await again.engine.once();
    const lost = await second.write(CASE, '乙');
    expect(await second.engine.once()).toMatchObject({ fault: { kind: 'forked' } });
    expect(statusOf(second.engine.facts())).toMatchObject({ state: 'needs-person', reason: 'forked' });
    expect(second.engine.facts().centre?.state).toBe('forked');
    expect(await second.ids(CASE)).toContain(lost[0]?.id);
  });

  it('a store that was restored from an older copy gets its own entries back before it writes on', async () => {
    const centre = await SmallCentre.start();
    const first = await roomAt(centre);
    await first.write(CASE, '一');
    await first.engine.once();
    await first.engine.stop();
    await first.store.close();
    const older = first.folder;
    const current = await roomAt(centre, {}, older);
    await current.write(CASE, '二', '三');
    await current.engine.once();
    const restored = await roomAt(centre, {}, older);
    expect(await restored.engine.once()).toMatchObject({ sent: 0, received: 2, fault: null });
    expect(await restored.ids(CASE)).toEqual(await current.ids(CASE));
    await restored.write(CASE, '四');
    expect(await restored.engine.once()).toMatchObject({ sent: 1, remaining: 0, fault: null });
  });
});
