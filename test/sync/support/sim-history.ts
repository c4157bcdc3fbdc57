import { createHash } from 'node:crypto';
import { seeded, type Seeded } from './seeded';
import { anyDraft } from './sim-drafts';
import { compare, settle, type Parties } from './sim-end';
import { CALM, SimNetwork, STORM } from './sim-network';
import { SimRoom } from './sim-room';
import type { TestCentre } from './test-centre';

export interface HistoryOptions {
  readonly rooms: number;
  /** A history takes four steps at least, and fewer than this many more. */
  readonly steps: number;
  /** A real folder for each room. */
  readonly folders: readonly string[];
}

/** What may happen besides the everyday. Withdrawn rights and a centre that forgets do not go together: see the end. */
type Flavour = 'plain' | 'rights' | 'restores';

const HOUR = 3_600_000;
const STEPS = [-20_000 * HOUR, -30 * HOUR, -2 * HOUR, 3 * HOUR, 50 * HOUR, 9_000 * HOUR, 90_000 * HOUR] as const;

/**
 * One history of some rooms and the centre（一段历史）, all of it from its seed: edits, lost and doubled requests, kills of
 * rooms and of the service, failing transactions, clocks that step, copies that are put back, rights that are withdrawn. In
 * the end everybody is on the line, the administrator has done his part, and all hold the same.
 */
export class SimHistory {
  private readonly random: Seeded;
  private readonly flavour: Flavour;
  private readonly network: SimNetwork;
  private readonly rooms: SimRoom[] = [];
  private readonly offline = new Set<number>();
  private readonly offsets: number[] = [];
  private readonly images = new Map<number, ReadonlyMap<string, Uint8Array>>();
  private readonly revoked = new Set<string>();
  private acknowledged = new Set<string>();
  private readonly trace = createHash('sha256');
  private ticks = 0;
  /** For the eye of who looks for a fault: what happened, in words. */
  readonly words: string[] = [];

  constructor(
    private readonly centre: TestCentre,
    private readonly seed: number,
    private readonly options: HistoryOptions,
  ) {
    this.random = seeded(seed);
    this.flavour = this.random.pick(['plain', 'rights', 'restores'] as const);
    this.network = new SimNetwork(
      this.random,
      () => centre.app,
      (word) => this.tell(word),
    );
  }

  /** Runs it and resolves to the hash of all that happened. Throws on a difference in the end. */
  async run(): Promise<string> {
    try {
      await this.begin();
      for (let left = 4 + this.random.below(this.options.steps); left > 0; left--) await this.step();
      await this.expectAllThere('before the end');
      this.calmDown();
      const parties: Parties = {
        centre: this.centre,
        rooms: this.rooms,
        organisationOf: (index) => this.organisationOf(index),
        tell: (word) => this.tell(word),
      };
      await settle(parties);
      await compare(parties, this.acknowledged);
    } finally {
      this.centre.flaky.plan = () => null;
      for (const room of this.rooms) await room.close();
    }
    return this.trace.digest('hex');
  }

  private tell(word: string): void {
    this.words.push(word);
    this.trace.update(`${word}\n`);
  }

  /** The organisation of a room: the last of five is an institution's, whose cases nobody else begins. */
  private organisationOf(index: number): string {
    return index === 4 && this.flavour !== 'restores' ? 'bank' : 'here';
  }

  private async begin(): Promise<void> {
    const { centre } = this;
    centre.now = Date.UTC(2026, 10, 24, 1);
    await centre.wipe();
    await this.foundOrganisations();
    for (let index = 0; index < this.options.rooms; index++) {
      this.offsets[index] = 0;
      const room = await SimRoom.create({
        name: `room-${index}`,
        folder: this.options.folders[index] ?? '',
        words: [this.seed, index],
        clock: { now: () => centre.now + (this.offsets[index] ?? 0) + (this.ticks += 1) },
        sizes: { entries: 12, page: 12 },
        http: this.network.lineOf(() => !this.offline.has(index)),
      });
      this.rooms.push(room);
      const fault = await room.enrol();
      if (fault) throw new Error(`room ${index} cannot ask: ${JSON.stringify(fault)}`);
      await centre.admit(room.station, this.organisationOf(index));
    }
    if (this.flavour === 'restores') await centre.backup();
  }

  private async foundOrganisations(): Promise<void> {
    await this.centre.committee('here');
    await this.centre.institution('bank', 'here');
  }

  private async step(): Promise<void> {
    const { random, centre } = this;
    const index = random.below(this.rooms.length);
    const room = this.roomAt(index);
    centre.now += random.below(60_000);
    const dice = random.next();
    if (dice < 0.36) await this.edit(index);
    else if (dice < 0.66) await this.round(index);
    else if (dice < 0.74) this.toggle(index);
    else if (dice < 0.79) this.network.weather = this.network.weather === CALM ? STORM : CALM;
    else if (dice < 0.82) {
      this.tell('restart');
      await room.restart();
    } else if (dice < 0.88) await this.die(index);
    else if (dice < 0.91) this.stepClock(index);
    else if (dice < 0.93) {
      this.tell('service restart');
      await centre.restart();
    } else if (dice < 0.96) this.breakTransactions();
    else await this.special(index);
  }

  private roomAt(index: number): SimRoom {
    const room = this.rooms[index];
    if (!room) throw new RangeError('no such room');
    return room;
  }

  private async edit(index: number): Promise<void> {
    const { random } = this;
    const subjects = this.subjectsFor(index);
    const drafts = Array.from({ length: 1 + random.below(4) }, () => anyDraft(random, random.pick(subjects)));
    const made = await this.roomAt(index).commit(drafts);
    for (const { id } of made ?? []) this.acknowledged.add(id);
    this.tell(`room ${index} commits ${made?.length ?? 'nothing'} of ${drafts.length}`);
  }

  private subjectsFor(index: number): readonly string[] {
    const own = `room-settings-${index}`;
    if (this.organisationOf(index) === 'bank') return ['case-bank-0', 'case-bank-1', own];
    const there = this.roomAt(index).subjects;
    return [
      'case-0',
      'case-1',
      'case-2',
      ...there.filter((subject) => subject.startsWith('case-bank')).slice(0, 2),
      own,
    ];
  }

  private async round(index: number): Promise<void> {
    const fault = await this.roomAt(index).round();
    this.tell(`room ${index} round ${fault?.kind ?? 'well'}`);
  }

  private toggle(index: number): void {
    if (!this.offline.delete(index)) this.offline.add(index);
    this.tell(`room ${index} ${this.offline.has(index) ? 'off' : 'on'}line`);
  }

  /** Between two calls, in the middle of a commit, or in the middle of a round. */
  private async die(index: number): Promise<void> {
    const { random } = this;
    const room = this.roomAt(index);
    const way = random.below(3);
    if (way > 0) room.disk.cutAfter(1 + random.below(60));
    if (way === 1) await this.edit(index);
    if (way === 2) await this.round(index);
    await room.die(() => random.chance(0.5));
    this.tell(`room ${index} died (${way})`);
  }

  private stepClock(index: number): void {
    const by = this.random.pick(STEPS);
    if (this.random.chance(0.3)) this.centre.now = Math.max(HOUR, this.centre.now + by);
    else this.offsets[index] = (this.offsets[index] ?? 0) + by;
    this.tell(`clock ${index} ${by}`);
  }

  /** Some of the next transactions fail: at a query, before their commit, or with a lost word of it. */
  private breakTransactions(): void {
    const { random } = this;
    let left = 1 + random.below(6);
    this.centre.flaky.plan = () => {
      if (left <= 0 || random.chance(0.5)) return null;
      left -= 1;
      const at = random.pick(['query', 'before', 'after'] as const);
      return at === 'query' ? { at, number: 1 + random.below(8) } : { at };
    };
    this.tell('transactions fail');
  }

  private async special(index: number): Promise<void> {
    if (this.flavour === 'rights') return this.changeRights(index);
    const { random, centre } = this;
    const room = this.roomAt(index);
    const way = random.below(this.flavour === 'restores' ? 6 : 2);
    if (way === 0) this.images.set(index, room.disk.image());
    else if (way === 1) {
      const image = this.images.get(index);
      if (image) await this.lose(() => room.putBack(image));
    } else if (way === 2) await centre.backup();
    else if (way <= 4) {
      await this.lose(() => centre.restore());
      if (random.chance(0.3)) await centre.newEpoch();
      await centre.restart();
    } else {
      await this.lose(() => centre.wipe());
      await this.foundOrganisations();
      await centre.restart();
    }
    this.tell(`special ${way} at ${index}`);
  }

  private async changeRights(index: number): Promise<void> {
    const { station } = this.roomAt(index);
    if (this.revoked.delete(station)) await this.centre.admit(station, this.organisationOf(index));
    else {
      await this.centre.revoke(station);
      this.revoked.add(station);
    }
    this.tell(`room ${index} ${this.revoked.has(station) ? 'revoked' : 'admitted'}`);
  }

  /** A copy takes something away that nobody else has: then it is nobody's fault. Before, nothing may be missing. */
  private async lose(work: () => Promise<void>): Promise<void> {
    await this.expectAllThere('before a copy was put back');
    await work();
    const left = await this.everything();
    this.acknowledged = new Set([...this.acknowledged].filter((id) => left.has(id)));
  }

  private async everything(): Promise<ReadonlySet<string>> {
    const rows = await this.centre.rows('select id from entry union all select id from held_entry');
    const there = new Set(rows.map(({ id }) => String(id)));
    for (const room of this.rooms) for (const { id } of await room.entries()) there.add(id);
    return there;
  }

  private async expectAllThere(when: string): Promise<void> {
    const there = await this.everything();
    const missing = [...this.acknowledged].filter((id) => !there.has(id));
    if (missing.length > 0) throw new Error(`${missing.length} acknowledged entries are gone ${when}`);
  }

  /** Fair weather, right clocks, everybody on the line. */
  private calmDown(): void {
    this.network.weather = CALM;
    this.offline.clear();
    this.centre.flaky.plan = () => null;
    this.offsets.fill(0);
    this.centre.now = Math.max(this.centre.now, Date.UTC(2030, 0, 1));
  }
}
