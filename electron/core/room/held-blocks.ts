import { z } from 'zod';
import { memoryOf, type BackupMemory } from '../backup/backup-memory';
import { heldDrafts } from '../backup/held-drafts';
import { problemOf } from '../domain/checks/problem';
import { blockSubject, numberText, type BlockState } from '../domain/numbers/number-block';
import { SERIES } from '../domain/numbers/series';
import { Turns } from '../store/turns';
import { done, refused, type Outcome } from './outcome';
import type { RoomContext, SystemContext } from './room-context';
import { blockStates, caseSummaries } from './subjects';

/** Which block, and its last number on paper; 0 when none of it was printed. */
export interface Release {
  readonly series: string;
  readonly year: number;
  readonly first: number;
  readonly lastOnPaper: number;
}

const series = z.enum(SERIES);

/**
 * Number blocks that came back from a backup or the centre（暂停使用的号段，domain.md 8.6 O3）.
 *
 * Promises: a register that could not be read, or was not here, gives no number from the moment it comes back until a person
 * says which number was the last on paper; a crash in between changes nothing about that; the release burns all numbers
 * up to there and is refused below any number that the register, or an agreement of a case, knows.
 * Does not promise: that the person looked well at the paper.
 * Proved by test/unit/room/held-blocks.test.ts, over random histories.
 */
export class HeldBlocks {
  private readonly turns = new Turns();

  private constructor(
    private readonly system: SystemContext,
    private readonly asker: RoomContext,
    /** Shared with the number desks. */
    private readonly shut: Set<string>,
  ) {}

  /** Ends what a crash interrupted. Throws StoreError. */
  static async open(system: SystemContext, asker: RoomContext, shut: Set<string>): Promise<HeldBlocks> {
    const held = new HeldBlocks(system, asker, shut);
    const { holding } = memoryOf(
      await system.store
        .note('backup')
        .read()
        .catch(() => null),
    );
    for (const subject of holding) shut.add(subject);
    if (holding.length > 0) await held.settle(holding).catch(() => undefined); // shut as long as the disk refuses
    return held;
  }

  /** Changes the memory of backups, which this shares, in turn. Throws StoreError. */
  remember(change: (memory: BackupMemory) => Partial<BackupMemory>): Promise<BackupMemory> {
    return this.turns.run(async () => {
      const note = this.system.store.note('backup');
      const memory = await this.memory();
      const next = { ...memory, ...change(memory) };
      await note.write(next);
      return next;
    });
  }

  /** The memory of backups; the beginning where its note is damaged. */
  async memory(): Promise<BackupMemory> {
    return memoryOf(
      await this.system.store
        .note('backup')
        .read()
        .catch(() => null),
    );
  }

  /** Which of these registers cannot be read here now, or are not here. */
  async absent(registers: Iterable<string>): Promise<readonly string[]> {
    const { store } = this.system;
    const found: string[] = [];
    for (const subject of registers) {
      const there = await store.look.journal(subject).then(
        ({ entries }) => entries.length > 0,
        () => false,
      );
      if (!there) found.push(subject);
    }
    return found;
  }

  /** Runs work that may bring these registers back, and holds those that it did. Resolves to how many are held by it. */
  async whileShut(registers: readonly string[], work: () => Promise<void>): Promise<number> {
    if (registers.length > 0)
      await this.remember(({ holding }) => ({ holding: [...new Set([...holding, ...registers])] }));
    for (const subject of registers) this.shut.add(subject);
    await work();
    return registers.length > 0 ? this.settle(registers) : 0;
  }

  private async settle(registers: readonly string[]): Promise<number> {
    const { store } = this.system;
    const still = await this.absent(registers);
    const back = registers.filter((subject) => !still.includes(subject));
    const drafts = await heldDrafts(store, back, this.system.account());
    await store.commit(drafts);
    // What is still damaged may come back by a later repair: it stays on the list while its file is bad.
    await this.remember(({ holding }) => ({ holding: holding.filter((subject) => !back.includes(subject)) }));
    for (const subject of back) this.shut.delete(subject);
    return drafts.length;
  }

  /** Opens a held block again. Throws AccessError, StoreError. */
  async release({ lastOnPaper, ...which }: Release): Promise<Outcome<null>> {
    this.asker.require('number.lease');
    const { store } = this.system;
    const kind = series.safeParse(which.series);
    const state = blockStates(store.summaries()).find(
      ({ block }) => block.series === kind.data && block.year === which.year && block.first === which.first,
    );
    if (!state) return refused(NO_SUCH_BLOCK);
    if (state.held !== true) return done(null);
    const { first, last } = state.block;
    if (lastOnPaper !== 0 && (lastOnPaper < first || lastOnPaper > last))
      return refused({ ...outside(first, last), field: 'lastOnPaper' });
    const known = this.highestKnown(state);
    if (lastOnPaper < known) return refused({ ...tooLow(known), field: 'lastOnPaper' });
    const account = this.asker.account();
    await this.asker.store.commit([
      { subject: blockSubject(state.block), kind: 'block-released', data: { lastOnPaper }, account },
    ]);
    return done(null);
  }

  /** The highest number of the block that its register or a case knows; 0 for none. */
  private highestKnown({ block, taken }: BlockState): number {
    const { numberAbbreviation } = this.system.profile().organisation;
    const texts = new Set([...caseSummaries(this.system.store.summaries())].flatMap(({ find }) => find.numbers));
    let highest = taken.reduce((most, { seq }) => Math.max(most, seq), 0);
    for (let seq = block.last; seq > highest; seq--)
      if (texts.has(numberText(block.series, block.year, seq, numberAbbreviation))) highest = seq;
    return highest;
  }
}

const NO_SUCH_BLOCK = problemOf('no-such-block', '本室没有这个号段。', 'This room has no such block.');

const outside = (first: number, last: number) =>
  problemOf(
    'outside-block',
    `请填 ${first} 到 ${last} 之间的编号；这个号段一个也没有印过时填 0。`,
    `Enter a number from ${first} to ${last}, or 0 when none of this block was printed.`,
  );

const tooLow = (known: number) =>
  problemOf(
    'number-known',
    `本机已知这个号段用到了 ${known} 号，不能填更小的数。请核对纸质文书。`,
    `Number ${known} of this block is known to be used; a lower one cannot be the last. Look at the papers again.`,
  );
