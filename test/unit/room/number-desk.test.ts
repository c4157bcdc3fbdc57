import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Files } from '../../../electron/core/ports';
import { nodeFiles } from '../../../electron/core/store/node-files';
import { codes, must, testRoom, type TestRoom } from '../../fixtures/room';
import { smallAgreement, smallCase } from '../../fixtures/writes';

let at: TestRoom;
beforeEach(async () => {
  at = await testRoom();
});
afterEach(() => at.end());

async function drafted(): Promise<string> {
  const { id } = must(await at.room.cases.create([...smallCase(), smallAgreement]));
  return id;
}

describe('official numbers', () => {
  it('come in order from the leased block, one a case, and the same case gets the same one', async () => {
    const [first, second] = [await drafted(), await drafted()];
    expect(must(await at.room.numbers.take(first))).toBe('（2024）泉银人调字第00401号');
    expect(must(await at.room.numbers.take(second))).toBe('（2024）泉银人调字第00402号');
    expect(must(await at.room.numbers.take(first))).toBe('（2024）泉银人调字第00401号');
    const room = await at.restart();
    expect(must(await room.numbers.take(await drafted()))).toBe('（2024）泉银人调字第00403号');
  });

  it('are burnt when voided: the register keeps the reason and the case takes the next', async () => {
    const id = await drafted();
    must(await at.room.numbers.take(id));
    must(await at.room.numbers.void(id, '打印后发现住址有误，作废'));
    expect(must(await at.room.numbers.take(id))).toBe('（2024）泉银人调字第00402号');
    expect(at.room.numbers.blocks()[0]?.taken).toEqual([
      { seq: 401, caseId: id, voided: '打印后发现住址有误，作废' },
      { seq: 402, caseId: id },
    ]);
  });

  it('are never invented: no agreement, no block of the year, or a used-up block is refused in words', async () => {
    const { id } = must(await at.room.cases.create(smallCase()));
    expect(codes(await at.room.numbers.take(id))).toEqual(['no-agreement']);
    const later = {
      ...smallAgreement,
      data: { set: { ...(smallAgreement.data['set'] as object), agreedOn: '2025-01-02' } },
    };
    const other = must(await at.room.cases.create([...smallCase(), later]));
    expect(codes(await at.room.numbers.take(other.id))).toEqual(['no-numbers-left']);
  });

  it('run out, warn at a fifth, and go on in the next block', async () => {
    await at.end();
    at = await testRoom({ blocks: [{ series: 'agreement', year: 2024, first: 401, last: 405 }] });
    const low: boolean[] = [];
    for (let n = 0; n < 5; n++) {
      must(await at.room.numbers.take(await drafted()));
      low.push(at.room.numbers.blocks()[0]?.low ?? false);
    }
    expect(low).toEqual([false, false, false, true, true]);
    const sixth = await drafted();
    expect(codes(await at.room.numbers.take(sixth))).toEqual(['no-numbers-left']);
    expect(codes(await at.room.numbers.lease([{ series: 'agreement', year: 2024, first: 405, last: 410 }]))).toEqual([
      'block-overlap',
    ]);
    must(await at.room.numbers.lease([{ series: 'agreement', year: 2024, first: 501, last: 502 }]));
    expect(must(await at.room.numbers.take(sixth))).toBe('（2024）泉银人调字第00501号');
  });

  it('are taken one at a time when several ask at once', async () => {
    const ids = [await drafted(), await drafted(), await drafted(), await drafted()];
    const texts = await Promise.all(ids.map((id) => at.room.numbers.take(id)));
    expect(new Set(texts.map(must)).size).toBe(4);
  });

  it('survive a fault between register and case: the case gets the number that was taken for it', async () => {
    await at.end();
    let failing = false;
    const files: Files = {
      ...nodeFiles,
      rename: (from, to) =>
        failing && to.includes('case-')
          ? Promise.reject(Object.assign(new Error('cut'), { code: 'EIO' }))
          : nodeFiles.rename(from, to),
    };
    at = await testRoom({ files });
    const id = await drafted();
    failing = true;
    await expect(at.room.numbers.take(id)).rejects.toMatchObject({ fault: 'disk-fault' });
    failing = false;
    const room = await at.restart();
    expect(must(await room.cases.open(id)).state.number).toBeUndefined();
    expect(must(await room.numbers.take(await drafted()))).toBe('（2024）泉银人调字第00402号');
    expect(must(await room.numbers.take(id))).toBe('（2024）泉银人调字第00401号');
  });

  it('of letters and notices count apart from those of agreements, one for each paper', async () => {
    const id = await drafted();
    const letters = { series: 'letter', year: 2024, first: 1, last: 3 } as const;
    must(await at.room.numbers.lease([letters]));
    const [bank, person] = [
      { form: 'F21A', of: 'bank' },
      { form: 'F21A', of: 'person' },
    ] as const;
    expect(must(await at.room.numbers.take(id, bank))).toBe('泉银调函〔2024〕1号');
    expect(must(await at.room.numbers.take(id, person))).toBe('泉银调函〔2024〕2号');
    expect(must(await at.room.numbers.take(id, bank))).toBe('泉银调函〔2024〕1号');
    expect(must(await at.room.numbers.take(id))).toBe('（2024）泉银人调字第00401号');
    must(await at.room.numbers.void(id, '打印后发现地址有误', bank));
    expect(must(await at.room.numbers.take(id, bank))).toBe('泉银调函〔2024〕3号');
    const { state } = must(await at.room.cases.open(id));
    expect(state.number?.seq).toBe(401);
    expect(Object.entries(state.numbers).map(([paper, number]) => [paper, number.seq])).toEqual([
      ['F21A.bank', 3],
      ['F21A.person', 2],
    ]);
    expect(at.room.numbers.blocks().find((each) => each.block.series === 'letter')?.taken[0]).toMatchObject({
      seq: 1,
      paper: 'F21A.bank',
      voided: '打印后发现地址有误',
    });
    expect(codes(await at.room.numbers.take(id, { form: 'F05', of: 'bank' }))).toEqual(['no-own-number']);
    expect(codes(await at.room.numbers.take(id, { form: 'F27', of: 'case' }))).toEqual(['no-numbers-left']);
  });
});
