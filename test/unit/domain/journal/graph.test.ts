import { describe, expect, it } from 'vitest';
import { fold } from '../../../../electron/core/domain/case/fold';
import { ancestryOf, orderJournal } from '../../../../electron/core/domain/journal/graph';
import { CASE, Workstation } from '../../../fixtures/entries';

describe('a journal in order', () => {
  it('puts each entry after all that it stands on, though clocks disagree', () => {
    const late = new Workstation('late', CASE, Date.UTC(2030, 0, 1));
    const first = late.caseSet({ facts: '一' });
    const early = new Workstation('early', CASE, Date.UTC(2020, 0, 1)).learn([first]);
    const second = early.caseSet({ facts: '二' });
    expect(orderJournal([second, first]).ordered).toEqual([first, second]);
    expect(second.at > first.at).toBe(true);
  });

  it('orders concurrent entries by stamp, for the eye only', () => {
    const a = new Workstation('a', CASE, 2_000).caseSet({ facts: '甲' });
    const b = new Workstation('b', CASE, 1_000).caseSet({ facts: '乙' });
    expect(orderJournal([a, b]).ordered).toEqual([b, a]);
    expect(orderJournal([a, b]).heads).toEqual([a.id, b.id].sort());
  });

  it('keeps what stands on a missing entry waiting, with all that stands on it', () => {
    const room = new Workstation('a');
    const [one, two, three] = [
      room.caseSet({ facts: '一' }),
      room.caseSet({ facts: '二' }),
      room.caseSet({ facts: '三' }),
    ];
    const journal = orderJournal([one, three]);
    expect(journal.ordered).toEqual([one]);
    expect(journal.waiting).toEqual([three]);
    expect(journal.heads).toEqual([one.id]);
    expect(orderJournal([three, one, two]).ordered).toEqual([one, two, three]);
  });

  it('holds forged loops back without going round in them', () => {
    const room = new Workstation('a');
    const [one, two] = [room.caseSet({ facts: '一' }), room.caseSet({ facts: '二' })];
    const loop = [{ ...one, after: [two.id] }, two, { ...one, id: 'self', after: ['self'] }];
    const journal = orderJournal(loop);
    expect(journal.ordered).toEqual([]);
    expect(journal.waiting).toHaveLength(3);
  });

  it('takes 20,000 entries in one line without exhausting the stack, from either end', () => {
    const room = new Workstation('a');
    const line = [room.caseSet({ facts: '0' })];
    for (let count = 1; count < 20_000; count++) {
      const below = line.at(-1);
      if (!below) throw new Error('empty');
      line.push({
        ...below,
        id: `${count}`,
        after: [below.id],
        at: `${String(20_000 - count).padStart(15, '0')}-0000`,
      });
    }
    expect(orderJournal(line).ordered).toEqual(line);
    expect(orderJournal([...line].reverse()).ordered).toEqual(line);
    const ancestry = ancestryOf(line);
    expect(ancestry.saw('19999', line[0]?.id ?? '')).toBe(true);
    expect(ancestry.saw('1', '2')).toBe(false);
  });
});

describe('what stands beside an entry', () => {
  it('is what it had not seen and what had not seen it', () => {
    const one = new Workstation('one');
    const first = one.caseSet({ facts: '0' });
    const two = new Workstation('two').learn(one.entries);
    const here = one.caseSet({ facts: '1' });
    const there = [two.caseSet({ facts: '2' }), two.caseSet({ facts: '3' })].map((entry) => entry.id);
    const after = one.learn(two.entries).caseSet({ facts: '4' });
    const { beside } = ancestryOf(orderJournal(one.entries).ordered);
    expect([...beside(here.id)].sort()).toEqual([...there].sort());
    expect([...beside(there[1] ?? '')]).toEqual([here.id]);
    expect([beside(first.id).size, beside(after.id).size]).toEqual([0, 0]);
  });
});

/** Milliseconds that folding takes. */
function timeOf(entries: Parameters<typeof fold>[1]): number {
  const start = performance.now();
  const state = fold(CASE, entries);
  expect(state.waiting).toEqual([]);
  return performance.now() - start;
}

describe('folding a long journal', () => {
  it('takes 2,000 entries of one room in far less than a second', () => {
    const room = new Workstation('a');
    let last = room.caseSet({ facts: '0' });
    const entries = [last];
    for (let count = 1; count < 2_000; count++) {
      last = new Workstation(`w${count}`).write({
        after: [last.id],
        kind: count % 7 === 0 ? 'signature-set' : 'case-set',
        data: count % 7 === 0 ? { by: 'ke', on: '2024-04-25' } : { set: { facts: String(count) } },
      });
      entries.push(last);
    }
    expect(timeOf(entries)).toBeLessThan(1_000);
    expect(fold(CASE, entries).facts).toBe('1999');
  });

  it('takes 2,000 entries of two rooms that never met', () => {
    const entries = ['a', 'b'].flatMap((name) => {
      let last = new Workstation(name).caseSet({ facts: name });
      const line = [last];
      for (let count = 1; count < 1_000; count++) {
        last = new Workstation(`${name}${count}`).write({
          kind: 'case-set',
          data: { set: { facts: `${name}${count}` } },
          after: [last.id],
        });
        line.push(last);
      }
      return line;
    });
    expect(timeOf(entries)).toBeLessThan(2_000);
    expect(
      fold(CASE, entries)
        .conflicts[0]?.values.map((v) => v.value)
        .sort(),
    ).toEqual(['a999', 'b999']);
  });
});
