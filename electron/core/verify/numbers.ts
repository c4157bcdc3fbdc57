import type { Entry } from '../domain/journal/entry';
import { fold } from '../domain/case/fold';
import type { OfficialNumber } from '../domain/case/case-state';
import { isCaseSubject, NUMBERS_PREFIX } from '../domain/journal/subject-kinds';
import { blockSubject, foldBlock, type BlockState } from '../domain/numbers/number-block';
import { finding, type VerifyFault } from './verify-fault';

interface Given {
  readonly caseId: string;
  readonly number: Pick<OfficialNumber, 'series' | 'year' | 'seq' | 'text'>;
  /** Given by this workstation, now or under an earlier key. */
  readonly own: boolean;
  /** The case bears it now. */
  readonly standing: boolean;
}

/** Official numbers in registers and cases（编号核对）: collected journal by journal, judged at the end. */
export class Numbers {
  private readonly blocks: BlockState[] = [];
  private readonly given = new Map<string, Given[]>();
  /** A register could not be read: a number may be in it. */
  incomplete = false;

  constructor(private readonly own: ReadonlySet<string>) {}

  /** How many different numbers there are. */
  get count(): number {
    const taken = this.blocks.flatMap(({ block, taken: all }) => all.map(({ seq }) => keyOf({ ...block, seq })));
    return new Set([...taken, ...this.given.keys()]).size;
  }

  add(subject: string, entries: readonly Entry[]): void {
    if (subject.startsWith(NUMBERS_PREFIX)) {
      const state = foldBlock(entries);
      if (state) this.blocks.push(state);
      return;
    }
    if (!isCaseSubject(subject)) return;
    const writes = entries.filter(({ kind }) => kind === 'number-given');
    if (writes.length === 0) return;
    const state = fold(subject, entries);
    const bears = new Set([state.number, ...Object.values(state.numbers)].flatMap((each) => each?.text ?? []));
    for (const { data, station } of writes) {
      const number = numberIn(data['number']);
      if (!number) continue;
      const all = this.given.get(keyOf(number)) ?? [];
      this.given.set(keyOf(number), [
        ...all,
        { caseId: subject, number, own: this.own.has(station), standing: bears.has(number.text) },
      ]);
    }
  }

  judge(): readonly VerifyFault[] {
    return [...this.registers(), ...this.cases()];
  }

  /** One number taken for two purposes in a register. */
  private *registers(): IterableIterator<VerifyFault> {
    for (const { block, taken } of this.blocks) {
      const purposes = new Map<number, string>();
      for (const { seq, caseId, paper } of taken) {
        const purpose = `${caseId} ${paper ?? ''}`;
        const before = purposes.get(seq);
        if (before !== undefined && before !== purpose)
          yield finding('number-twice', blockSubject(block), `${block.series} ${block.year} ${seq}`);
        purposes.set(seq, purpose);
        if (seq < block.first || seq > block.last)
          yield finding('number-outside', blockSubject(block), `${block.series} ${block.year} ${seq}`);
      }
    }
  }

  private *cases(): IterableIterator<VerifyFault> {
    for (const all of this.given.values()) {
      const [first] = all;
      if (!first) continue;
      const standing = new Set(all.filter((each) => each.standing).map(({ caseId }) => caseId));
      if (standing.size > 1) yield finding('number-twice', [...standing].at(-1) ?? null, first.number.text);
      const own = all.find((each) => each.own);
      if (!own) continue;
      const { number, caseId } = own;
      const block = this.blocks.find(
        ({ block: { series, year, first: from, last } }) =>
          series === number.series && year === number.year && from <= number.seq && number.seq <= last,
      );
      const taken = block?.taken.filter(({ seq }) => seq === number.seq) ?? [];
      if (!block) {
        if (!this.incomplete) yield finding('number-outside', caseId, number.text);
      } else if (taken.length === 0) yield finding('number-unregistered', caseId, number.text);
      else if (own.standing && taken.every(({ voided }) => voided !== undefined))
        yield finding('number-voided', caseId, number.text);
    }
  }
}

const keyOf = ({ series, year, seq }: Pick<OfficialNumber, 'series' | 'year' | 'seq'>): string =>
  `${series}-${year}-${seq}`;

/** Reads what any version wrote; what does not fit is none. */
function numberIn(value: unknown): Given['number'] | null {
  if (typeof value !== 'object' || value === null) return null;
  const { series, year, seq, text } = value as Partial<Record<keyof Given['number'], unknown>>;
  const fits =
    typeof series === 'string' && Number.isInteger(year) && Number.isInteger(seq) && typeof text === 'string';
  return fits ? ({ series, year, seq, text } as Given['number']) : null;
}
