import { describe, expect, it } from 'vitest';
import { LineError } from '../../../electron/core/ports';
import { StoreError } from '../../../electron/core/store/store-error';
import { statusOf } from '../../../electron/core/sync/status';
import { answer, newRoom, roomAt, until } from './rooms';
import { SmallCentre } from './small-centre';

const state = (room: Awaited<ReturnType<typeof roomAt>>): string => statusOf(room.engine.facts()).state;

describe('in the background', () => {
  it('what is saved is sent soon, and arrives in another room by itself', async () => {
    const centre = await SmallCentre.start();
    const [a, b] = [await roomAt(centre), await roomAt(centre)];
    a.engine.start();
    b.engine.start();
    await until(() => state(a) === 'up-to-date' && state(b) === 'up-to-date');
    const [entry] = await a.write('case-one', '甲');
    await until(() => a.timers.waiting.length > 0);
    expect(a.timers.waiting.map(({ milliseconds }) => milliseconds)).toEqual([300]);
    a.timers.fire();
    await until(async () => (await b.ids('case-one')).includes(entry?.id ?? ''));
    await until(() => state(a) === 'up-to-date');
    expect(a.engine.facts().proof?.seq).toBe(1);
  });

  it('tries again ever less often while the centre is away, and at once when told to', async () => {
    const centre = await SmallCentre.start();
    const room = await roomAt(centre);
    room.line.rule = () => Promise.reject(new LineError('refused'));
    room.engine.start();
    const delays: number[] = [];
    for (let n = 0; n < 4; n++) {
      await until(() => room.timers.waiting.length > 0);
      delays.push(room.timers.waiting[0]?.milliseconds ?? 0);
      room.timers.fire();
    }
    expect(delays).toEqual([7_500, 15_000, 30_000, 60_000]);
    expect(statusOf(room.engine.facts())).toMatchObject({
      state: 'offline',
      fault: { kind: 'line', fault: 'refused' },
    });
    await until(() => room.timers.waiting.length > 0);
    room.line.rule = null;
    room.engine.now();
    await until(() => state(room) === 'up-to-date');
  });

  it('waits as long as the centre asks', async () => {
    const centre = await SmallCentre.start();
    const room = await roomAt(centre);
    room.line.rule = () => Promise.resolve(answer(503, '', { 'retry-after': '120' }));
    room.engine.start();
    await until(() => room.timers.waiting.length > 0);
    expect(room.timers.waiting[0]?.milliseconds).toBeGreaterThanOrEqual(120_000);
  });

  it('waits for a set-up without asking anybody, and begins with it', async () => {
    const centre = await SmallCentre.start();
    const room = await newRoom();
    room.engine.start();
    await room.write('case-one', '甲');
    expect(room.line.seen).toEqual([]);
    await room.engine.enrol({ url: centre.url, room: '调解室三', organisation: '调委会' });
    await until(() => centre.entries.length === 1);
  });

  it('asks no more than once for each wait while nothing happens', async () => {
    const centre = await SmallCentre.start();
    const room = await roomAt(centre);
    room.engine.start();
    await until(() => state(room) === 'up-to-date');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(room.line.count('GET /v1/feed')).toBe(2);
  });

  it('is never hasty with a centre that does not park', async () => {
    const centre = await SmallCentre.start();
    const room = await roomAt(centre);
    room.line.rule = (request, go) => {
      const url = request.url.replace(/wait=\d+/, 'wait=0');
      return url === request.url ? go() : room.line.resend({ ...request, url });
    };
    room.engine.start();
    await until(() => room.timers.waiting.length > 0);
    expect(room.line.count('GET /v1/feed')).toBe(2);
  });

  it('stops when told, also in the middle of a parked question', async () => {
    const centre = await SmallCentre.start();
    const room = await roomAt(centre);
    room.engine.start();
    await until(() => room.line.count('GET /v1/feed') === 2);
    await room.engine.stop();
    const { length } = room.line.seen;
    await room.write('case-one', '甲');
    room.timers.fire();
    expect(room.line.seen).toHaveLength(length);
    room.engine.start();
    await until(() => centre.entries.length === 1);
  });
});

describe('a round', () => {
  it('is never run beside another', async () => {
    const centre = await SmallCentre.start();
    const room = await roomAt(centre);
    let [open, most] = [0, 0];
    room.line.rule = async (_request, go) => {
      most = Math.max(most, (open += 1));
      return go().finally(() => (open -= 1));
    };
    await room.write('case-one', '甲');
    const reports = await Promise.all([room.engine.once(), room.engine.once(), room.engine.once()]);
    expect(reports.map(({ sent }) => sent)).toEqual([1, 0, 0]);
    expect(most).toBe(1);
  });

  it('that its caller ends leaves no fault behind', async () => {
    const centre = await SmallCentre.start();
    const room = await roomAt(centre);
    await room.write('case-one', '甲');
    expect(await room.engine.once(AbortSignal.abort())).toMatchObject({ sent: 0, remaining: 1, fault: null });
    expect(await room.engine.once()).toMatchObject({ sent: 1, remaining: 0 });
  });

  it('never throws: a mistake of the program is a fault with its name', async () => {
    const centre = await SmallCentre.start();
    const room = await roomAt(centre);
    room.line.rule = () => Promise.reject(new TypeError('case text must not be told'));
    expect(await room.engine.once()).toMatchObject({ fault: { kind: 'program', name: 'TypeError' } });
  });

  it('tells each step of a long sending', async () => {
    const centre = await SmallCentre.start();
    const room = await roomAt(centre, { sizes: { entries: 2 } });
    await room.engine.once();
    await room.write('case-one', '一', '二', '三', '四', '五');
    const steps = new Set<string>();
    room.engine.onChange((facts) => {
      const status = statusOf(facts);
      if (status.state === 'exchanging' && status.direction === 'sending') steps.add(`${status.done}/${status.total}`);
    });
    await room.engine.once();
    expect([...steps]).toEqual(expect.arrayContaining(['2/5', '4/5']));
  });

  it('leaves the thread free: nothing holds it for long while hundreds of entries go and come', async () => {
    const centre = await SmallCentre.start();
    const [a, b] = [await roomAt(centre), await roomAt(centre)];
    for (let n = 0; n < 5; n++)
      await a.write(`case-${n}`, ...Array.from({ length: 100 }, (_, i) => `第${n}案第${i}条`));
    let turns = 0;
    const count = (): void => {
      turns += 1;
      timer = setImmediate(count);
    };
    let timer = setImmediate(count);
    await a.engine.once();
    expect(await b.engine.once()).toMatchObject({ received: 500 });
    clearImmediate(timer);
    expect(turns).toBeGreaterThan(50);
  });
});

describe("sync's memory", () => {
  it('that cannot be read is told, and a set-up begins it anew', async () => {
    const centre = await SmallCentre.start();
    const room = await roomAt(centre);
    const note = room.store.note('sync');
    room.store.note = () => ({ ...note, read: () => Promise.reject(new StoreError('damaged', 'sync')) });
    await room.reopen();
    expect(statusOf(room.engine.facts())).toMatchObject({ state: 'needs-person', reason: 'disk' });
    expect(await room.engine.enrol({ url: centre.url, room: '调解室三', organisation: '调委会' })).toEqual({
      ok: true,
    });
    expect(await room.engine.once()).toMatchObject({ fault: null });
  });
});
