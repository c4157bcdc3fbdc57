import { describe, expect, it } from 'vitest';
import { LineError } from '../../../electron/core/ports';
import { statusOf } from '../../../electron/core/sync/status';
import { ids, roomAt } from './rooms';
import { SmallCentre } from './small-centre';

const CASE = 'case-one';

describe('a centre with another history', () => {
  it('is offered all that is here and read from the start', async () => {
    const centre = await SmallCentre.start();
    const room = await roomAt(centre);
    await room.write(CASE, '甲', '乙');
    await room.engine.once();
    centre.empty();
    expect(await room.engine.once()).toMatchObject({ remaining: 0, fault: null });
    expect(ids(centre.entries)).toEqual(await room.ids(CASE));
    expect(statusOf(room.engine.facts()).state).toBe('up-to-date');
  });

  it('that was set back gets what other workstations had sent, too', async () => {
    const centre = await SmallCentre.start();
    const [a, b] = [await roomAt(centre), await roomAt(centre)];
    await a.write(CASE, '甲');
    await a.engine.once();
    await b.write('case-two', '乙');
    await b.engine.once();
    centre.empty();
    expect(await b.engine.once()).toMatchObject({ sent: 2, fault: null });
    expect(ids(centre.entries)).toEqual(await b.ids(CASE, 'case-two'));
  });

  it('whose counter has gone past our place again is noticed all the same', async () => {
    const centre = await SmallCentre.start();
    const [a, b] = [await roomAt(centre), await roomAt(centre)];
    await a.write(CASE, '甲');
    await a.engine.once();
    const { epoch } = centre;
    centre.empty();
    centre.epoch = epoch;
    await b.write('case-two', '一', '二', '三');
    await b.engine.once();
    expect(await a.engine.once()).toMatchObject({ received: 3, fault: null });
    expect(centre.entries).toHaveLength(4);
  });

  it('is offered all once more after a cut in the middle of it, and a restart', async () => {
    const centre = await SmallCentre.start();
    const room = await roomAt(centre, { sizes: { entries: 2 } });
    await room.write(CASE, '一', '二', '三', '四', '五');
    await room.engine.once();
    centre.empty();
    let sendings = 0;
    room.line.rule = (request, go) =>
      request.url.endsWith('/v1/entries') && ++sendings === 2 ? Promise.reject(new LineError('cut')) : go();
    expect(await room.engine.once()).toMatchObject({ fault: { kind: 'line', fault: 'cut' } });
    room.line.rule = null;
    await room.reopen();
    expect(await room.engine.once()).toMatchObject({ remaining: 0, fault: null });
    expect(ids(centre.entries)).toEqual(await room.ids(CASE));
  });

  it('does not get private journals of another identity', async () => {
    const centre = await SmallCentre.start();
    const room = await roomAt(centre);
    await room.write('room-settings', '甲');
    await room.write(CASE, '乙');
    await room.engine.once();
    await room.store.newIdentity();
    centre.empty();
    await room.engine.once();
    expect(centre.entries.map(({ subject }) => subject)).toEqual([]);
    expect(room.engine.facts().refused).toEqual([]);
    await room.write(CASE, '丙');
    expect(await room.engine.once()).toMatchObject({ remaining: 0 });
    expect(centre.entries.map(({ subject }) => subject)).toEqual([CASE]);
  });
});
