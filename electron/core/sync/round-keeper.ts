import { setImmediate } from 'node:timers/promises';
import { LineError, type Clock, type Http } from '../ports';
import { CentreClient } from './centre-client';
import { faultOf, storeFault, SyncStopped } from './centre-errors';
import { askAdmission, type EnrolAsk } from './enrol';
import { isPaused } from './files-out';
import { runRound, type RoundPorts, type RoundStart } from './round';
import { Progress, SIZES, type RoundContext, type Sizes } from './round-context';
import type { SyncFault } from './sync-facts';
import { SyncMemory, type KnownCentre } from './sync-memory';
import type { SyncStore } from './sync-store';

export interface KeeperParts extends RoundPorts {
  readonly store: SyncStore;
  readonly clock: Clock;
  readonly http: Http;
  /** A line that trusts this issuer (PEM) besides; without it `http` is used for every centre. */
  readonly httpWith?: ((ca: string) => Http) | undefined;
  readonly sizes?: Partial<Sizes> | undefined;
  /** Bytes from which bodies are packed; Infinity for none. */
  readonly packAbove?: number | undefined;
  /** Milliseconds of silence after which a request is given up. */
  readonly silence?: number | undefined;
}

/** How a round ended. */
export interface RoundEnd {
  /** The caller stopped it, or its parked question. */
  readonly stopped: boolean;
  /** Something got on: the chain at the centre, the place in the feed, an entry or a file. */
  readonly moved: boolean;
  readonly sent: { readonly entries: number; readonly files: number };
  readonly received: { readonly entries: number; readonly files: number };
  readonly refused: number;
  readonly fault: SyncFault | null;
}

/** Milliseconds after which the directory of workstations and the rules are asked for again. */
const DIRECTORY = 600_000;

/**
 * Holds what lasts from round to round and runs one at a time（轮次管理）.
 * Promises: never rejects, never two rounds at once; what kept the last one from ending well is in `fault`.
 * Proved by test/unit/sync/sync-engine.test.ts.
 */
export class RoundKeeper {
  readonly progress: Progress;
  fault: SyncFault | null = null;
  /** The last round broke off; false also where it went to its end past something that does not hold. */
  failing = false;
  private client: { readonly of: KnownCentre; readonly station: string; readonly client: CentreClient } | null = null;
  private turn: Promise<unknown> = Promise.resolve();
  private lastDirectory: number | null = null;
  private readonly lines = new Map<string, Http>();

  private constructor(
    private readonly parts: KeeperParts,
    readonly memory: SyncMemory,
    changed: () => void,
  ) {
    this.progress = new Progress(changed);
  }

  /** Reads sync's memory; where that cannot be read, says so in `fault` and begins as if never set up. */
  static async open(parts: KeeperParts, changed: () => void): Promise<RoundKeeper> {
    try {
      return new RoundKeeper(parts, await SyncMemory.open(parts.store), changed);
    } catch (error) {
      if (storeFault(error) === null) throw error;
      const keeper = new RoundKeeper(parts, SyncMemory.fresh(parts.store), changed);
      keeper.fault = faultOf(error);
      return keeper;
    }
  }

  /** True when files wait whose turn it is. */
  filesDue(): boolean {
    const { filesOut, filesIn } = this.memory.value;
    return [...filesOut, ...filesIn].some(({ sha256 }) => !isPaused(this.pauses(), sha256));
  }

  private pauses(): Pick<RoundContext, 'progress' | 'clock'> {
    return { progress: this.progress, clock: this.parts.clock };
  }

  /** Runs a round after those that were asked for before. */
  round(start: Omit<RoundStart, 'directory'>, signal: AbortSignal): Promise<RoundEnd> {
    return this.inTurn(async () => {
      const { progress, memory } = this;
      const before = { chain: progress.chain?.seq ?? -1, place: memory.value.checkpoint?.seq ?? -1 };
      const stopped = !(await this.roundNow(start, signal));
      const { sent, received, refused, chain } = progress;
      const grown = (chain?.seq ?? -1) > before.chain || (memory.value.checkpoint?.seq ?? -1) > before.place;
      const moved = grown || sent.files + received.files + received.entries > 0;
      return { stopped, moved, sent: { ...sent }, received: { ...received }, refused: refused.size, fault: this.fault };
    });
  }

  /** Asks the centre something outside a round, as the admitted workstation. Rejects with what the client rejects with. */
  ask<T>(question: (client: CentreClient, signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> {
    return this.inTurn(async () => {
      const known = this.memory.value.centre;
      if (known === null) throw new SyncStopped({ kind: 'waiting-for-admission' });
      const { client } = this.context(await this.admitted(known, signal), signal);
      return question(client, signal);
    });
  }

  /** Asks for admission. Rejects with what askAdmission rejects with. */
  enrol(ask: EnrolAsk, signal: AbortSignal): Promise<KnownCentre> {
    return this.inTurn(async () => {
      const centre = await askAdmission(this.line(ask.ca), this.parts.store, this.memory, ask, signal);
      this.client = null;
      this.progress.chain = null;
      this.progress.reread = null;
      this.lastDirectory = null;
      this.fault = null;
      this.failing = false;
      this.progress.changed();
      return centre;
    });
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.turn.then(work);
    this.turn = turn.catch(() => undefined);
    return turn;
  }

  private async roundNow(start: Omit<RoundStart, 'directory'>, signal: AbortSignal): Promise<boolean> {
    const { progress, memory } = this;
    if (memory.value.centre === null) return true;
    progress.begin();
    progress.running = start.wait === 0;
    progress.changed();
    try {
      const centre = await this.admitted(memory.value.centre, signal);
      const now = this.parts.clock.now();
      const directory = this.lastDirectory === null || Math.abs(now - this.lastDirectory) > DIRECTORY;
      await runRound(this.context(centre, signal), this.parts, { ...start, directory });
      if (directory) this.lastDirectory = now;
      this.fault = progress.soft;
      this.failing = false;
      return true;
    } catch (error) {
      if (error instanceof LineError && error.fault === 'stopped') return false;
      this.fault = faultOf(error);
      this.failing = true;
      progress.chain = null;
      await this.keepState(this.fault);
      if (this.fault.kind === 'revoked') await this.askWhy(signal);
      return true;
    } finally {
      progress.running = false;
      progress.changed();
      if (this.fault?.kind === 'wiped') await this.parts.wipe?.();
    }
  }

  /** The centre, once it has admitted this workstation; asked again where it had not. Throws SyncStopped otherwise. */
  private async admitted(centre: KnownCentre, signal: AbortSignal): Promise<KnownCentre> {
    const { memory, parts } = this;
    if (centre.state === 'admitted' && memory.value.station === parts.store.station) return centre;
    const { url, ca, asked } = centre;
    const now = await askAdmission(this.line(ca), parts.store, memory, { url, ca, ...asked }, signal);
    this.client = null;
    if (now.state === 'admitted') return now;
    throw new SyncStopped({ kind: now.state === 'asked' ? 'waiting-for-admission' : now.state });
  }

  /** Revoked: the centre says at once whether as lost or stolen. */
  private async askWhy(signal: AbortSignal): Promise<void> {
    const { centre } = this.memory.value;
    if (centre === null) return;
    const { url, ca, asked } = centre;
    try {
      await askAdmission(this.line(ca), this.parts.store, this.memory, { url, ca, ...asked }, signal);
    } catch (error) {
      const fault = faultOf(error);
      if (fault.kind === 'wiped') this.fault = fault;
    }
  }

  /** What the centre said of this workstation is remembered. */
  private async keepState({ kind }: SyncFault): Promise<void> {
    const { centre } = this.memory.value;
    const state = kind === 'waiting-for-admission' ? 'asked' : kind === 'revoked' || kind === 'forked' ? kind : null;
    if (centre === null || state === null || centre.state === state) return;
    await this.memory.commit({ centre: { ...centre, state } }).catch((error: unknown) => {
      this.fault = faultOf(error);
    });
  }

  private context(centre: KnownCentre, signal: AbortSignal): RoundContext {
    const { store, clock, sizes } = this.parts;
    const kept = this.client;
    if (kept?.of.key !== centre.key || kept.of.url !== centre.url || kept.station !== store.station) {
      const client = new CentreClient({ ...this.line(centre.ca), url: centre.url }, store, centre.key);
      this.client = { of: centre, station: store.station, client };
      this.progress.chain = null;
    }
    const client = this.client?.client as CentreClient;
    const breathe = async (): Promise<void> => {
      await setImmediate();
      if (signal.aborted) throw new LineError('stopped');
    };
    const { memory, progress } = this;
    return { store, memory, centre, client, progress, clock, signal, sizes: { ...SIZES, ...sizes }, breathe };
  }

  private line(ca: string | undefined): { http: Http; clock: Clock; packAbove?: number; silence?: number } {
    const { http, httpWith, clock, packAbove, silence } = this.parts;
    const kept = ca === undefined || !httpWith ? http : (this.lines.get(ca) ?? httpWith(ca));
    if (ca !== undefined) this.lines.set(ca, kept);
    return {
      http: kept,
      clock,
      ...(packAbove === undefined ? {} : { packAbove }),
      ...(silence === undefined ? {} : { silence }),
    };
  }
}
