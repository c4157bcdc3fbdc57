import { isCaseSubject } from '../domain/journal/subject-kinds';
import { faultWords } from '../sync/words';
import { statusOf } from '../sync/status';
import { SyncEngine, type OnceReport } from '../sync/sync-engine';
import type { SyncFacts, SyncStatus } from '../sync/sync-facts';
import type { WhoIsWho } from './clash-view';
import type { HeldBlocks } from './held-blocks';
import type { NumberDesk } from './number-desk';
import { numberNeeds } from './number-needs';
import { done, refused, type Outcome } from './outcome';
import { todayOf, type SystemContext } from './room-context';
import type { RulesDesk } from './rules-desk';
import type { SyncPorts } from './sync-ports';

/**
 * The room and the centre（与中心同步）: what sync needs of the room, and what people ask of it. Guarantees are those of
 * core/sync; nothing starts by itself before `start`.
 */
export class SyncDesk {
  private constructor(
    private readonly context: SystemContext,
    readonly engine: SyncEngine,
  ) {}

  /** `wiped` is called once everything here was destroyed by the centre's order. */
  static async open(
    context: SystemContext,
    ports: SyncPorts,
    numbers: NumberDesk,
    rules: RulesDesk,
    held: Pick<HeldBlocks, 'whileShut'>,
    wiped: () => void,
  ): Promise<SyncDesk> {
    const engine = await SyncEngine.open({
      ...ports,
      store: context.store,
      clock: context.clock,
      rules,
      whileShut: (registers, work) => held.whileShut(registers, work),
      wipe: async () => {
        await context.store.destroy();
        wiped();
      },
      numbers: {
        needs: () => yearsOf(todayOf(context)).flatMap((year) => numberNeeds(numbers.blocks(), year)),
        enter: (block) => numbers.enter(block),
      },
    });
    // What another room made void is void in this room's register too.
    context.store.onSaved((subjects) => void numbers.heedVoided(subjects.filter(isCaseSubject)).catch(() => undefined));
    return new SyncDesk(context, engine);
  }

  get facts(): SyncFacts {
    return this.engine.facts();
  }

  get status(): SyncStatus {
    return statusOf(this.facts);
  }

  /** Names for the workstations of a case; the own room's name comes from its settings. */
  get who(): WhoIsWho {
    const { store, profile } = this.context;
    const rooms = new Map(this.engine.stations().map(({ station, room }) => [station, room]));
    return {
      station: store.station,
      roomOf: (station) => (station === store.station ? profile().room : (rooms.get(station) ?? null)),
    };
  }

  /** Asks a centre for admission. `ca` is the PEM of an issuer that the system does not know. */
  async enrol(url: string, ca?: string): Promise<Outcome<null>> {
    const { room, organisation } = this.context.profile();
    const asked = await this.engine.enrol({ url, ca, room, organisation: organisation.name });
    return asked.ok ? done(null) : refused({ ...faultWords(asked.fault), field: 'url' });
  }

  /** A new identity after a copied disk was noticed; asks for admission under it. Throws StoreError. */
  async newIdentity(): Promise<Outcome<null>> {
    await this.context.store.newIdentity();
    const centre = this.engine.centre();
    return centre ? this.enrol(centre.url, centre.ca) : done(null);
  }

  /**
   * Cases with own entries that the centre does not have yet, by its last word: how many in each. The last `most` cases
   * only, because each is read: before the first exchange that would be all there are.
   */
  async waiting(most: number): Promise<ReadonlyMap<string, number>> {
    const { store } = this.context;
    const sent = this.facts.proof?.seq ?? 0;
    const found = new Map<string, number>();
    const cases = this.engine.centre() ? store.ownSince(sent).filter(isCaseSubject) : [];
    for (const subject of cases.slice(-most)) {
      const entries = await store.read(subject).catch(() => []); // a damaged journal is told where it is opened
      const count = entries.filter((entry) => entry.station === store.station && entry.seq > sent).length;
      if (count > 0) found.set(subject, count);
    }
    return found;
  }

  once(signal?: AbortSignal): Promise<OnceReport> {
    return this.engine.once(signal);
  }
}

/** This year; from December on also the next one, so that a room without a line has numbers on New Year's Day. */
function yearsOf(today: string): readonly number[] {
  const year = Number(today.slice(0, 4));
  return today.slice(5, 7) === '12' ? [year, year + 1] : [year];
}
