import { isCaseSubject, isPrivateSubject } from '../../electron/core/domain/journal/subject-kinds';
import type { EntryFaultAtCentre } from '../../electron/core/domain/wire/refusals';
import type {
  Candidate,
  FeedRow,
  HeldRow,
  Members,
  RefusedRow,
  StationFacts,
  TakenRow,
  Verdict,
} from './arrival-types';
import type { Chain } from './chain';

/** What is known when entries are judged; read under the locks (centre/entries/arrival-facts.ts). */
export interface ArrivalFacts {
  readonly stations: ReadonlyMap<string, StationFacts>;
  readonly members: ReadonlyMap<string, Members>;
  readonly chains: ReadonlyMap<string, Chain>;
  /** Where an entry that is sent again already is. */
  readonly known: ReadonlyMap<string, 'taken' | 'refused' | 'fork'>;
  /** `counterKey` → the entry that has this place of a chain. */
  readonly occupied: ReadonlyMap<string, string>;
}

export const counterKey = (station: string, seq: number): string => `${station}/${seq}`;

/**
 * Judges entries one after another（入库判定）, in memory: what is judged first counts for the next. Pure but for itself.
 *
 * Promises: an entry is taken once, only on top of its workstation's chain, only with the rights of its author and of who
 * brought it; one that may not be here leaves its place in the chain, unless it was the bearer alone who may not.
 * Does not promise: durability; the rows are written by centre/entries/rows.ts.
 * Proved by test/unit/centre/chain.test.ts and arrival.test.ts.
 */
export class Ledger {
  readonly taken: TakenRow[] = [];
  readonly refused: RefusedRow[] = [];
  readonly held: HeldRow[] = [];
  readonly feed: FeedRow[] = [];
  /** Cases that came into being: who has them. */
  readonly founded: { readonly subject: string; readonly organisation: string }[] = [];
  /** Workstations found copied now. */
  readonly forked = new Set<string>();
  private readonly chains: Map<string, Chain>;
  private readonly members: Map<string, Members>;
  private readonly known: Map<string, 'taken' | 'refused' | 'fork'>;
  private readonly occupied: Map<string, string>;

  constructor(private readonly facts: ArrivalFacts) {
    this.chains = new Map(facts.chains);
    this.members = new Map(facts.members);
    this.known = new Map(facts.known);
    this.occupied = new Map(facts.occupied);
  }

  chain(station: string): Chain {
    return this.chains.get(station) ?? { seq: 0, id: null };
  }

  /** Throws for a workstation that was never admitted, none of whose entries is taken. */
  committeeOf(station: string): string {
    const found = this.facts.stations.get(station);
    if (!found) throw new Error('an unknown workstation has no committee');
    return found.committee;
  }

  judge(candidate: Candidate): Verdict {
    const { id, station, seq } = candidate.entry;
    const author = this.facts.stations.get(station);
    if (!author) return refusedFor('unknown-station');
    const before = this.known.get(id);
    if (before === 'taken') return { outcome: 'known' };
    if (before === 'fork') return refusedFor('fork');
    if (author.revokedAfter !== null && seq > author.revokedAfter) return refusedFor('revoked-station');
    const authorFault = this.authorFault(candidate, author);
    const fault = authorFault ?? this.senderFault(candidate, author);
    if (before === 'refused') return fault === null ? this.take(candidate, author, seq) : refusedFor(fault);
    if (fault !== null && authorFault === null && candidate.sender !== station) return refusedFor(fault);
    const place = this.placeOf(candidate, author);
    if (place === 'gap') return this.hold(candidate, 'gap');
    if (place === 'fork') return this.fork(candidate, author);
    this.advance(station, seq, id);
    return fault === null ? this.take(candidate, author, seq) : this.refuse(candidate, fault);
  }

  /** Takes an entry of a fork that the administrator released: beside the chain, under a counter below zero. */
  takeBeside(candidate: Candidate, counter: number): Verdict {
    const author = this.facts.stations.get(candidate.entry.station);
    if (!author) return refusedFor('unknown-station');
    const fault = this.authorFault(candidate, author);
    return fault === null ? this.take(candidate, author, counter) : refusedFor(fault);
  }

  /** What of the author's making keeps the entry out, whoever brings it. */
  private authorFault({ entry, tooLarge }: Candidate, author: StationFacts): EntryFaultAtCentre | null {
    if (!isCaseSubject(entry.subject) && !isPrivateSubject(entry.subject)) return 'subject';
    if (tooLarge) return 'too-large';
    if (isPrivateSubject(entry.subject)) return null;
    const members = this.membersFor(entry.subject, author);
    return [...author.organisations].some((its) => members.ever.has(its)) ? null : 'not-yours';
  }

  /** What keeps out who brings it: another's own journal, a case that is not theirs now. */
  private senderFault({ entry, sender }: Candidate, author: StationFacts): EntryFaultAtCentre | null {
    if (isPrivateSubject(entry.subject)) return sender === entry.station ? null : 'not-yours';
    const bearer = this.facts.stations.get(sender);
    return bearer && this.membersFor(entry.subject, author).given.has(bearer.home) ? null : 'not-yours';
  }

  /** The members of a case, or of the one that this author would found: his organisation and its committee. */
  private membersFor(subject: string, author: StationFacts): Members {
    const founders = (): Members => {
      const both = new Set([author.home, author.committee]);
      return { given: both, ever: both };
    };
    return this.members.get(subject) ?? founders();
  }

  private placeOf({ entry }: Candidate, author: StationFacts): 'next' | 'gap' | 'fork' {
    const head = this.chain(entry.station);
    const released = entry.seq <= author.releasedUpTo;
    if (entry.seq > head.seq + 1) return released ? 'next' : 'gap';
    if (entry.seq === head.seq + 1) return entry.prev === head.id ? 'next' : 'fork';
    // Below the head: only a hole that the administrator accepted may still be filled.
    return released && !this.occupied.has(counterKey(entry.station, entry.seq)) ? 'next' : 'fork';
  }

  private advance(station: string, seq: number, id: string): void {
    this.occupied.set(counterKey(station, seq), id);
    if (seq > this.chain(station).seq) this.chains.set(station, { seq, id });
  }

  private take(candidate: Candidate, author: StationFacts, counter: number): Verdict {
    const { id, subject, station } = candidate.entry;
    this.known.set(id, 'taken');
    this.taken.push({ ...candidate, counter });
    if (isPrivateSubject(subject)) {
      this.feed.push({ organisation: author.home, entry: id, subject, onlyStation: station });
      return { outcome: 'taken' };
    }
    const members = this.membersFor(subject, author);
    if (!this.members.has(subject)) {
      this.members.set(subject, members);
      for (const organisation of members.given) this.founded.push({ subject, organisation });
    }
    for (const organisation of members.given) this.feed.push({ organisation, entry: id, subject, onlyStation: null });
    return { outcome: 'taken' };
  }

  private refuse({ entry }: Candidate, fault: EntryFaultAtCentre): Verdict {
    this.known.set(entry.id, 'refused');
    this.refused.push({ station: entry.station, seq: entry.seq, id: entry.id, fault });
    return refusedFor(fault);
  }

  private hold(candidate: Candidate, why: HeldRow['why']): Verdict {
    this.held.push({ ...candidate, why });
    return { outcome: 'held' };
  }

  private fork(candidate: Candidate, author: StationFacts): Verdict {
    this.hold(candidate, 'fork');
    this.known.set(candidate.entry.id, 'fork');
    if (!author.forked) this.forked.add(candidate.entry.station);
    return refusedFor('fork');
  }
}

const refusedFor = (fault: EntryFaultAtCentre): Verdict => ({ outcome: 'refused', fault });
