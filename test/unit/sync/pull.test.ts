import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../electron/core/domain/journal/entry';
import { LineError, type HttpAnswer } from '../../../electron/core/ports';
import { StoreError } from '../../../electron/core/store/store-error';
import { statusOf } from '../../../electron/core/sync/status';
import { ids, roomAt, type TestRoom } from './rooms';
import { SmallCentre } from './small-centre';

async function filled(count: number): Promise<{ readonly centre: SmallCentre; readonly entries: readonly Entry[] }> {
  const centre = await SmallCentre.start();
  const writer = await roomAt(centre);
  for (let n = 0; n < count; n++) await writer.write(`case-${n % 3}`, `第${n}条`);
  await writer.engine.once();
  return { centre, entries: centre.entries };
}

interface Page {
  entries: Record<string, unknown>[];
  proof: Record<string, unknown>;
}

/** Changes each page of the feed on its way. */
function bend(room: TestRoom, change: (page: Page) => void): void {
  room.line.rule = async (request, go) => {
    const came = await go();
    if (!request.url.includes('/v1/feed')) return came;
    const page = JSON.parse(Buffer.from(came.body).toString()) as Page;
    change(page);
    return { ...came, body: Buffer.from(JSON.stringify(page)) } satisfies HttpAnswer;
  };
}

const all = ['case-0', 'case-1', 'case-2'] as const;

describe('what is at the centre', () => {
  it('comes page by page, and goes on where it was cut at each page', async () => {
    const { centre, entries } = await filled(10);
    const room = await roomAt(centre, { sizes: { page: 3 } });
    for (let cut = 0; cut < 4; cut++) {
      let pages = 0;
      room.line.rule = (request, go) => {
        if (request.url.includes('/v1/feed') && pages++ === 1) return Promise.reject(new LineError('cut'));
        return go();
      };
      await room.reopen();
      await room.engine.once();
    }
    expect(await room.ids(...all)).toEqual(ids(entries));
    expect(room.engine.facts().toReceive.entries).toBe(0);
  });

  it('is durable before the checkpoint moves: a full disk reads the page again', async () => {
    const { centre, entries } = await filled(4);
    const room = await roomAt(centre);
    const receive = room.store.receive.bind(room.store);
    room.store.receive = () => Promise.reject(new StoreError('disk-full', 'case-0'));
    expect(await room.engine.once()).toMatchObject({ fault: { kind: 'disk', fault: 'disk-full' } });
    expect(statusOf(room.engine.facts())).toMatchObject({ state: 'needs-person', reason: 'disk' });
    room.store.receive = receive;
    expect(await room.engine.once()).toMatchObject({ received: 4, fault: null });
    expect(await room.ids(...all)).toEqual(ids(entries));
  });

  it('is read twice after a kill between data and checkpoint, and nothing is doubled', async () => {
    const { centre, entries } = await filled(4);
    const room = await roomAt(centre);
    const note = room.store.note('sync');
    let killed = false;
    room.store.note = () => ({
      read: note.read,
      write: (value) => (killed ? Promise.reject(new StoreError('disk-fault', 'sync')) : note.write(value)),
    });
    const receive = room.store.receive.bind(room.store);
    room.store.receive = async (came) => {
      const taken = await receive(came);
      killed = true;
      return taken;
    };
    await room.reopen();
    await room.engine.once();
    expect(await room.ids(...all)).toEqual(ids(entries));
    killed = false;
    room.store.receive = receive;
    await room.reopen();
    expect(await room.engine.once()).toMatchObject({ received: 0, fault: null });
    expect(await room.ids(...all)).toEqual(ids(entries));
  });
});

describe('an entry that does not hold', () => {
  it('blocks no other, is asked for again, and nobody says up to date before', async () => {
    const { centre, entries } = await filled(5);
    const room = await roomAt(centre, { sizes: { page: 2 } });
    const poison = entries[1]?.id;
    bend(room, ({ entries: page }) => {
      for (const entry of page) if (entry['id'] === poison) entry['account'] = 'forged';
    });
    const asking = room.line.rule;
    room.line.rule = (request, go) =>
      request.url.includes('/v1/entries/') ? Promise.reject(new LineError('cut')) : (asking ?? go)(request, go);
    await room.engine.once();
    expect(await room.ids(...all)).toEqual(ids(entries.filter(({ id }) => id !== poison)));
    await room.reopen();
    room.line.rule = null;
    expect(await room.engine.once()).toMatchObject({ fault: null });
    expect(await room.ids(...all)).toEqual(ids(entries));
    expect(statusOf(room.engine.facts()).state).toBe('up-to-date');
  });

  it('and still does not, is told as a broken answer', async () => {
    const { centre, entries } = await filled(3);
    const room = await roomAt(centre);
    room.line.rule = async (request, go) => {
      const came = await go();
      if (!/feed|entries\//.test(request.url)) return came;
      const text = Buffer.from(came.body)
        .toString()
        .replace(entries[2]?.sig ?? '', 'A'.repeat(86));
      return { ...came, body: Buffer.from(text) };
    };
    for (let n = 0; n < 2; n++) expect(await room.engine.once()).toMatchObject({ fault: { kind: 'broken-answer' } });
    expect(await room.ids(...all)).toEqual(ids(entries.slice(0, 2)));
    expect(statusOf(room.engine.facts()).state).toBe('offline');
  });

  it('and bears no id keeps the checkpoint where it is', async () => {
    const { centre, entries } = await filled(3);
    const room = await roomAt(centre);
    bend(room, ({ entries: page }) => void (page[1] = { what: 'nonsense' }));
    expect(await room.engine.once()).toMatchObject({ received: 2, fault: { kind: 'broken-answer' } });
    room.line.rule = null;
    expect(await room.engine.once()).toMatchObject({ received: 1, fault: null });
    expect(await room.ids(...all)).toEqual(ids(entries));
  });
});

describe("the centre's word", () => {
  it.each([
    ['is changed', (page: Page) => void (page.proof['head'] = 99)],
    ['is about another workstation', (page: Page) => void (page.proof['station'] = 'S'.repeat(43))],
    ['is signed by somebody else', (page: Page) => void (page.proof['signature'] = 'A'.repeat(86))],
  ])('is not believed when it %s', async (_, change) => {
    const { centre } = await filled(2);
    const room = await roomAt(centre);
    bend(room, change);
    expect(await room.engine.once()).toMatchObject({ received: 0, fault: { kind: 'broken-answer' } });
    expect(room.engine.facts().proof).toBeNull();
  });

  it('tells of a clock that is off by more than five minutes, with both times, and the exchange goes on', async () => {
    const { centre } = await filled(1);
    const room = await roomAt(centre);
    room.clock.time = centre.now + 300_001;
    expect(await room.engine.once()).toMatchObject({ received: 1, fault: null });
    expect(room.engine.facts().clock).toEqual({ here: room.clock.time, centre: centre.now });
    expect(statusOf(room.engine.facts())).toMatchObject({ state: 'needs-person', reason: 'clock' });
    room.clock.time = centre.now - 300_000;
    await room.engine.once();
    expect(statusOf(room.engine.facts()).state).toBe('up-to-date');
  });
});
