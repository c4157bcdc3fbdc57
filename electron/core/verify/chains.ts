import { setImmediate as pause } from 'node:timers/promises';
import type { Entry } from '../domain/journal/entry';
import { finding, type VerifyFault, type VerifyKind } from './verify-fault';

/** What a workstation's chain has to hold here. */
export interface ChainRule {
  /** Every counter up to here has to be there; null where only what is there can be judged（他机的序列只到了一部分）. */
  readonly wholeTo: number | null;
  /** The entry that the store says stood at `wholeTo`. */
  readonly end?: string | null;
  /** No counter is higher than this. */
  readonly most?: number;
}

/** About 100 bytes an entry, so that a store of years fits into memory. */
class Links {
  readonly seq: number[] = [];
  readonly id: number[] = [];
  readonly prev: number[] = [];
  readonly at: string[] = [];
  readonly subject: number[] = [];
}

const FIRST = -1;
const UNKNOWN = -2;
/** Entries of one workstation in one store, and a counter that none reaches: together they fit into a number. */
const PLACES = 2 ** 22;
const HIGHEST = 2 ** 30;
/** Links that are looked at in one go; about 3 ms. */
const AT_ONCE = 20_000;

/** 48 bits of an id: enough to compare links with. */
const short = (id: string | null): number => (id === null ? FIRST : Buffer.from(id, 'base64url').readUIntBE(0, 6));

/** The chains of all workstations over all journals（工作站序列）: collected entry by entry, judged at the end. */
export class Chains {
  private readonly stations = new Map<string, Links>();
  private readonly subjects: string[] = [];

  /** Entries of one journal. */
  add(subject: string, entries: readonly Entry[]): void {
    const place = this.subjects.push(subject) - 1;
    const met = new Set<string>();
    for (const entry of entries) {
      if (met.has(entry.id)) continue; // told as `entry-twice`
      met.add(entry.id);
      let links = this.stations.get(entry.station);
      if (!links) this.stations.set(entry.station, (links = new Links()));
      links.seq.push(entry.seq);
      links.id.push(short(entry.id));
      links.prev.push(short(entry.prev));
      links.at.push(entry.at);
      links.subject.push(place);
    }
  }

  /** An entry that went on purpose（已清除）: its place in the chain is known from elsewhere. */
  addGone(station: string, seq: number, id: string): void {
    let links = this.stations.get(station);
    if (!links) this.stations.set(station, (links = new Links()));
    links.seq.push(seq);
    links.id.push(short(id));
    links.prev.push(UNKNOWN);
    links.at.push('');
    links.subject.push(-1);
  }

  /** Of each chain and journal the first fault of its sort, by counter; all gaps of a chain as one. */
  async judge(rules: ReadonlyMap<string, ChainRule>): Promise<readonly VerifyFault[]> {
    const faults: VerifyFault[] = [];
    for (const station of new Set([...rules.keys(), ...this.stations.keys()])) {
      await pause();
      const links = this.stations.get(station) ?? new Links();
      faults.push(...(await this.judgeOne(station, links, rules.get(station) ?? { wholeTo: null })));
    }
    return faults;
  }

  private async judgeOne(station: string, links: Links, rule: ChainRule): Promise<readonly VerifyFault[]> {
    const found = new Map<string, VerifyFault>();
    const tell = (kind: VerifyKind, at: number | undefined, seqs: string): void => {
      const subject = this.subjects[links.subject[at ?? -1] ?? -1] ?? null;
      const key = `${kind} ${subject ?? ''}`;
      if (!found.has(key)) found.set(key, finding(kind, subject, `${station.slice(0, 12)} ${seqs}`));
    };
    const whole = rule.wholeTo ?? 0;
    const gaps: string[] = [];
    let behindGap: number | undefined;
    let last: number | undefined;
    for (const [step, at] of inOrder(links.seq).entries()) {
      if (step % AT_ONCE === AT_ONCE - 1) await pause();
      const seq = links.seq[at] ?? 0;
      const before = last === undefined ? 0 : (links.seq[last] ?? 0);
      if (last !== undefined && seq === before) {
        const gone = links.prev[at] === UNKNOWN || links.prev[last] === UNKNOWN;
        if (!gone || links.id[at] !== links.id[last]) tell('chain-fork', at, `#${seq}`);
        continue;
      }
      const [time, timeBefore] = [links.at[at] ?? '', links.at[last ?? -1] ?? ''];
      if (seq === before + 1) {
        const below = last === undefined ? FIRST : links.id[last];
        if (links.prev[at] !== below && links.prev[at] !== UNKNOWN) tell('chain-link', at, `#${seq}`);
      } else if (before < whole) {
        behindGap ??= at;
        gaps.push(span(before + 1, Math.min(seq - 1, whole)));
      }
      if (time !== '' && time <= timeBefore) tell('chain-clock', at, `#${seq}`);
      const otherEnd = rule.end !== undefined && seq === rule.wholeTo && links.id[at] !== short(rule.end);
      if (otherEnd || seq > (rule.most ?? Infinity)) tell('chain-link', at, `#${seq}`);
      last = at;
    }
    if (gaps.length > 0) tell('chain-gap', behindGap, gaps.slice(0, 5).join(' ') + (gaps.length > 5 ? ' …' : ''));
    const highest = last === undefined ? 0 : (links.seq[last] ?? 0);
    if (Number.isFinite(whole) && highest < whole) tell('chain-end', last, span(highest + 1, whole));
    return [...found.values()];
  }
}

/** Places by counter. Packed into numbers, which sort natively: a hundred thousand take a few milliseconds. */
function inOrder(seqs: readonly number[]): readonly number[] {
  const packed = Float64Array.from(seqs, (seq, place) => Math.min(seq, HIGHEST) * PLACES + place).sort();
  return Array.from(packed, (each) => each % PLACES);
}

const span = (from: number, to: number): string => (from === to ? `#${from}` : `#${from}–${to}`);
