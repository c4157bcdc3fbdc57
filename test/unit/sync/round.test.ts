import { describe, expect, it } from 'vitest';
import type { NumberBlock } from '../../../electron/core/domain/numbers/number-block';
import { rulesText, type RulesPackage } from '../../../electron/core/domain/wire/rules';
import { LineError } from '../../../electron/core/ports';
import type { NumbersPort } from '../../../electron/core/sync/leases';
import { answer, roomAt, type TestRoom } from './rooms';
import { SmallCentre } from './small-centre';

/** Lacks a block of agreements until it has one, and writes what it gets into a journal of its own. */
function numbersOf(room: () => TestRoom): NumbersPort & { readonly blocks: NumberBlock[] } {
  const blocks: NumberBlock[] = [];
  return {
    blocks,
    needs: () =>
      blocks.length > 0 ? [] : [{ series: 'agreement', year: 2026, size: 50, request: 'agreement-2026-0' }],
    enter: async (block) => {
      blocks.push(block);
      await room().write('numbers-agreement-2026-1', JSON.stringify(block));
    },
  };
}

describe('number blocks', () => {
  it('are leased when the room lacks them, and what it writes of them is sent in the same round', async () => {
    const centre = await SmallCentre.start();
    centre.numbers.set('agreement', 401);
    const numbers = numbersOf(() => room);
    const room: TestRoom = await roomAt(centre, { numbers });
    expect(await room.engine.once()).toMatchObject({ sent: 1, remaining: 0, fault: null });
    expect(numbers.blocks).toEqual([{ series: 'agreement', year: 2026, first: 401, last: 450 }]);
  });

  it('are not lost when the answer is cut: the same request gets the same block', async () => {
    const centre = await SmallCentre.start();
    centre.numbers.set('agreement', 401);
    const numbers = numbersOf(() => room);
    const room: TestRoom = await roomAt(centre, { numbers });
    room.line.rule = async (request, go) => {
      const came = await go();
      if (request.url.endsWith('/v1/leases')) throw new LineError('cut');
      return came;
    };
    expect(await room.engine.once()).toMatchObject({ fault: { kind: 'line', fault: 'cut' } });
    room.line.rule = null;
    await room.engine.once();
    expect(numbers.blocks).toMatchObject([{ first: 401 }]);
    expect(centre.numbers.get('agreement')).toBe(451);
  });

  it('of a series that was not begun are passed by', async () => {
    const centre = await SmallCentre.start();
    const numbers = numbersOf(() => room);
    const room: TestRoom = await roomAt(centre, { numbers });
    await room.write('case-one', '甲');
    expect(await room.engine.once()).toMatchObject({ sent: 1, fault: null });
    expect(numbers.blocks).toEqual([]);
  });

  it.each([
    ['another year', { series: 'agreement', year: 2025, first: 1, last: 50 }],
    ['another series', { series: 'letter', year: 2026, first: 1, last: 50 }],
    ['more numbers than asked for', { series: 'agreement', year: 2026, first: 1, last: 51 }],
  ])('that are not what was asked for are not entered: %s', async (_, block) => {
    const centre = await SmallCentre.start();
    const numbers = numbersOf(() => room);
    const room: TestRoom = await roomAt(centre, { numbers });
    room.line.rule = (request, go) =>
      request.url.endsWith('/v1/leases') ? Promise.resolve(answer(200, JSON.stringify({ block }))) : go();
    expect(await room.engine.once()).toMatchObject({ fault: { kind: 'broken-answer' } });
    expect(numbers.blocks).toEqual([]);
  });
});

describe('rules', () => {
  const rules = (centre: SmallCentre, version: number): RulesPackage => {
    const plain = { version, madeOn: '2026-11-24', data: { institutions: [], newer: { kept: true } } };
    return { ...plain, signature: centre.key.sign(rulesText(plain)) };
  };
  const received = (version: number): { accepted: RulesPackage[]; port: Parameters<typeof roomAt>[1] } => {
    const accepted: RulesPackage[] = [];
    return {
      accepted,
      port: { rules: { version: () => version, accept: (got) => Promise.resolve(void accepted.push(got)) } },
    };
  };

  it('of a higher version that the centre signed are taken over, with what a newer version added', async () => {
    const centre = await SmallCentre.start();
    centre.rules = rules(centre, 4);
    const { accepted, port } = received(3);
    const room = await roomAt(centre, port);
    expect(await room.engine.once()).toMatchObject({ fault: null });
    expect(accepted).toEqual([centre.rules]);
  });

  it.each([
    ['a lower version', 3, (found: RulesPackage) => found],
    ['a changed body', 1, (found: RulesPackage) => ({ ...found, madeOn: '2026-11-25' })],
    ['a signature of somebody else', 1, (found: RulesPackage) => ({ ...found, signature: 'A'.repeat(86) })],
  ])('are refused and told, and hold up nothing: %s', async (_, have, change) => {
    const centre = await SmallCentre.start();
    centre.rules = change(rules(centre, 2));
    const { accepted, port } = received(have);
    const room = await roomAt(centre, port);
    await room.write('case-one', '甲');
    expect(await room.engine.once()).toMatchObject({ sent: 1, fault: { kind: 'broken-answer' } });
    expect(accepted).toEqual([]);
  });
});
