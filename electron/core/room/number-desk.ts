import { fold } from '../domain/case/fold';
import { problemOf } from '../domain/checks/problem';
import type { Entry } from '../domain/journal/entry';
import {
  blockSubject,
  numberText,
  type BlockState,
  type NumberBlock,
  type Series,
} from '../domain/numbers/number-block';
import type { CaseState, OfficialNumber } from '../domain/case/case-state';
import { FORMS } from '../domain/forms/form-facts';
import type { PaperRef } from '../domain/forms/form-ids';
import { done, refused, type Outcome } from './outcome';
import { noSuchCase } from './case-desk';
import type { Draft } from '../store/station-chain';
import { Turns } from '../store/turns';
import { todayOf, type RoomContext } from './room-context';
import { blockStates } from './subjects';

/** The entry that opens a block's register. */
export const leaseDraft = (block: NumberBlock, account: string): Draft => ({
  subject: blockSubject(block),
  kind: 'block-leased',
  data: { block },
  account,
});

/**
 * Official numbers（文号）from the blocks leased to this room (domain.md 1.3).
 *
 * Promises: a number is given to one case only and never again, also after a crash between register and case (the
 * register is written first and asked first); the same case gets the same number however often it asks; a voided one
 * stays in the register with its reason; without a block nothing is invented; a block that came back from a backup gives
 * nothing before it was released (held-blocks.ts).
 * Does not promise: that the block was not leased to another room too; the centre answers for that.
 * Proved by test/unit/room/number-desk.test.ts.
 */
export class NumberDesk {
  /**
   * Looking up the next number and taking it are one step: two who ask at once never get the same. Desks of one room share
   * their turns.
   */
  constructor(
    private readonly context: RoomContext,
    private readonly turns: Turns = new Turns(),
    /** Registers that are being brought back from a backup or the centre: nothing is taken from them. */
    private readonly shut: ReadonlySet<string> = new Set(),
  ) {}

  blocks(): readonly BlockState[] {
    return blockStates(this.context.store.summaries());
  }

  /** Enters blocks that the centre leased. Refused when one overlaps another of its series and year. */
  lease(blocks: readonly NumberBlock[]): Promise<Outcome<readonly BlockState[]>> {
    return this.turns.run(() => this.leaseNow(blocks));
  }

  /** Enters one block that the centre leased to this room; one that is here already changes nothing. Throws StoreError. */
  async enter(block: NumberBlock): Promise<void> {
    await this.turns.run(async () => {
      if (this.blocks().some((state) => blockSubject(state.block) === blockSubject(block))) return;
      await this.context.store.commit([leaseDraft(block, this.context.account())]);
    });
  }

  /**
   * Takes the next number for the agreement of a case, or for a paper that has a number of its own, unless it has one. The
   * year is that of the agreement, for other papers that of today in Asia/Shanghai.
   */
  take(caseId: string, paper?: PaperRef): Promise<Outcome<string>> {
    return this.turns.run(() => this.takeNow(caseId, paper));
  }

  /** Takes whatever number a paper bears: the agreement's for F12 and F13, its own where it has one, else none. */
  async takeFor(caseId: string, paper: PaperRef): Promise<Outcome<string | null>> {
    if (paper.form === 'F12' || paper.form === 'F13') return this.take(caseId);
    return FORMS[paper.form].series === undefined ? done(null) : this.take(caseId, paper);
  }

  /** Gives a number up. It is burnt: the case may take the next one. */
  void(caseId: string, reason: string, paper?: PaperRef): Promise<Outcome<null>> {
    return this.turns.run(() => this.voidNow(caseId, reason, paper));
  }

  /** Marks numbers of this room's blocks as given up in their registers; those of other rooms are left to them. */
  burn(lost: readonly Pick<OfficialNumber, 'series' | 'year' | 'seq'>[], reason: string): Promise<void> {
    return this.turns.run(() => this.burnNow(lost, reason));
  }

  /** Burns what another room voided in these cases（他室作废）: the case says so, this room's register does not yet. */
  async heedVoided(caseIds: readonly string[]): Promise<void> {
    for (const caseId of caseIds) {
      const ours = this.blocks().flatMap(({ block, taken }) =>
        taken
          .filter((each) => each.caseId === caseId && each.voided === undefined)
          .map(({ seq }) => ({ ...block, seq })),
      );
      if (ours.length === 0) continue;
      const voided = voidedIn(await this.context.store.read(caseId));
      const { numberAbbreviation } = this.context.profile().organisation;
      for (const number of ours) {
        const reason = voided.get(numberText(number.series, number.year, number.seq, numberAbbreviation));
        if (reason !== undefined) await this.burn([number], reason);
      }
    }
  }

  private async burnNow(
    lost: readonly Pick<OfficialNumber, 'series' | 'year' | 'seq'>[],
    reason: string,
  ): Promise<void> {
    const account = this.context.account();
    await this.context.store.commit(
      lost.flatMap(({ series, year, seq }) => {
        const held = this.blocks().find(
          ({ block, taken }) =>
            block.series === series && block.year === year && taken.some((each) => each.seq === seq && !each.voided),
        );
        return held
          ? [{ subject: blockSubject(held.block), kind: 'number-voided', data: { seq, reason }, account }]
          : [];
      }),
    );
  }

  private async leaseNow(blocks: readonly NumberBlock[]): Promise<Outcome<readonly BlockState[]>> {
    const known = this.blocks().map((state) => state.block);
    for (const [index, block] of blocks.entries()) {
      const others = [...known, ...blocks.slice(0, index)];
      const clash = others.find(
        (o) => o.series === block.series && o.year === block.year && o.first <= block.last && block.first <= o.last,
      );
      if (clash) {
        return refused(
          problemOf(
            'block-overlap',
            `号段 ${block.first}–${block.last} 与已有号段 ${clash.first}–${clash.last} 重叠，请向中心核对。`,
            `Block ${block.first}–${block.last} overlaps ${clash.first}–${clash.last}; ask the centre.`,
          ),
        );
      }
    }
    const account = this.context.account();
    await this.context.store.commit(blocks.map((block) => leaseDraft(block, account)));
    return done(this.blocks());
  }

  private async takeNow(caseId: string, paper: PaperRef | undefined): Promise<Outcome<string>> {
    if (!this.context.store.has(caseId)) return refused(noSuchCase(caseId));
    const state = fold(caseId, await this.context.store.read(caseId));
    const held = numberOf(state, paper);
    if (held) return done(held.text);
    const counted = this.counterOf(state, paper);
    if (!counted.ok) return counted;
    const { series, year } = counted.value;
    const key = keyOf(paper);
    const all = this.blocks().filter((b) => b.block.series === series && b.block.year === year);
    const blocks = all.filter((b) => b.held !== true && !this.shut.has(blockSubject(b.block)));
    const owed = blocks
      .flatMap((b) => b.taken.map((t) => ({ b, t })))
      .find(({ t }) => t.caseId === caseId && t.paper === key && t.voided === undefined);
    const free = blocks.find((b) => b.next !== null);
    const block = owed?.b ?? free;
    const seq = owed?.t.seq ?? free?.next;
    if (!block || seq === undefined || seq === null)
      return refused(all.length > blocks.length ? blockHeld(year, series, paper) : noNumbers(year, series, paper));
    const text = numberText(series, year, seq, this.context.profile().organisation.numberAbbreviation);
    const account = this.context.account();
    const taken = { seq, case: caseId, ...(key ? { paper: key } : {}) };
    const given = { number: { series, year, seq, text }, ...(key ? { paper: key } : {}) };
    await this.context.store.commit([
      ...(owed ? [] : [{ subject: blockSubject(block.block), kind: 'number-taken', data: taken, account }]),
      { subject: caseId, kind: 'number-given', data: given, account },
    ]);
    return done(text);
  }

  /** Which counter a number is taken from, and of which year. */
  private counterOf(
    state: CaseState,
    paper: PaperRef | undefined,
  ): Outcome<{ readonly series: Series; readonly year: number }> {
    const today = Number(todayOf(this.context).slice(0, 4));
    if (paper) {
      const { series } = FORMS[paper.form];
      return series ? done({ series, year: today }) : refused(noOwnNumber(paper));
    }
    if (!state.agreement) return refused({ ...NO_AGREEMENT, field: 'agreement' });
    const series = state.agreement.form === 'oral' ? 'oral-agreement' : 'agreement';
    return done({ series, year: Number(state.agreement.agreedOn?.slice(0, 4) ?? today) });
  }

  private async voidNow(caseId: string, reason: string, paper: PaperRef | undefined): Promise<Outcome<null>> {
    if (!this.context.store.has(caseId)) return refused(noSuchCase(caseId));
    const number = numberOf(fold(caseId, await this.context.store.read(caseId)), paper);
    if (!number) return refused(problemOf('no-number', '还没有编号，无需作废。', 'There is no number to void.'));
    const block = this.blocks().find(
      (b) =>
        b.block.series === number.series &&
        b.block.year === number.year &&
        b.block.first <= number.seq &&
        number.seq <= b.block.last,
    );
    const account = this.context.account();
    const key = keyOf(paper);
    const given = { number: null, voided: number.text, reason, ...(key ? { paper: key } : {}) };
    await this.context.store.commit([
      ...(block
        ? [{ subject: blockSubject(block.block), kind: 'number-voided', data: { seq: number.seq, reason }, account }]
        : []),
      { subject: caseId, kind: 'number-given', data: given, account },
    ]);
    return done(null);
  }
}

/** The key of a paper in the registers: `F27.case`; none for the agreement, which is the case's own number. */
const keyOf = (paper: PaperRef | undefined): string | undefined => paper && `${paper.form}.${paper.of}`;

function numberOf(state: CaseState, paper: PaperRef | undefined): OfficialNumber | undefined {
  const key = keyOf(paper);
  return key === undefined ? state.number : state.numbers[key];
}

/** Number text → reason, of all numbers that the journal of a case says are void. */
function voidedIn(entries: readonly Entry[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { kind, data } of entries) {
    if (kind !== 'number-given' || typeof data['voided'] !== 'string') continue;
    const reason = typeof data['reason'] === 'string' ? data['reason'] : '';
    for (const text of data['voided'].split('、')) found.set(text, reason);
  }
  return found;
}

const NO_AGREEMENT = problemOf(
  'no-agreement',
  '还没有起草协议，不能取号。请先填写协议。',
  'There is no agreement yet; draft it first.',
);

const noOwnNumber = (paper: PaperRef) =>
  problemOf(
    'no-own-number',
    `${FORMS[paper.form].zh}没有单独的文号，不用取号。`,
    `${FORMS[paper.form].en} has no number of its own.`,
  );

const SERIES_NAMES: Readonly<Record<Series, readonly [zh: string, en: string]>> = {
  agreement: ['协议', 'agreements'],
  'oral-agreement': ['口头协议', 'oral agreements'],
  accepted: ['受理通知书', 'notices of acceptance'],
  'not-accepted': ['不予受理通知书', 'notices of non-acceptance'],
  letter: ['函件', 'letters'],
};

function noNumbers(year: number, series: Series, paper: PaperRef | undefined) {
  const [zh, en] = SERIES_NAMES[series];
  return {
    ...problemOf(
      'no-numbers-left',
      `本室没有${year}年${zh}的可用编号。请向中心申请号段，在“设置”中登记后再取号；此前可先打印草稿。`,
      `This room has no numbers left for ${en} of ${year}. Ask the centre for a block and enter it in Settings; a draft can be printed meanwhile.`,
    ),
    field: paper ? `numbers.${paper.form}.${paper.of}` : 'agreement.number',
  };
}

function blockHeld(year: number, series: Series, paper: PaperRef | undefined) {
  const [zh, en] = SERIES_NAMES[series];
  return {
    ...problemOf(
      'block-held',
      `本室${year}年${zh}的号段是从备份恢复的，备份之后印出的编号无从得知，所以暂停取号，以免一号两用。请与中心同步一次，领取新号段；或请管理员在“设置”中登记纸质文书上的最后一个编号，再继续使用。`,
      `The block for ${en} of ${year} came back from a backup. Which numbers were printed after it is not known, so none is given. Sync with the centre for a new block, or let the administrator enter the last number on paper in Settings.`,
    ),
    field: paper ? `numbers.${paper.form}.${paper.of}` : 'agreement.number',
  };
}
