import type { StationRow } from '../domain/wire/enrolment';
import type { Checkpoint } from '../domain/wire/exchange';
import { LIMITS } from '../domain/wire/limits';
import { nextDelay } from './back-off';
import { faultOf } from './centre-errors';
import { centreAddress } from './centre-address';
import type { EnrolAsk } from './enrol';
import { factsOf } from './facts-of';
import { RoundKeeper, type KeeperParts } from './round-keeper';
import type { SyncFacts, SyncFault } from './sync-facts';
import type { WaitingFile } from './sync-memory';

/** Time as the engine waits for it; simulations bring their own. */
export interface Timers {
  /** Calls back once after so many milliseconds; returns what cancels it. */
  readonly set: (work: () => void, milliseconds: number) => () => void;
}

export interface EngineParts extends KeeperParts {
  readonly timers: Timers;
  /** In [0, 1), for the spread of tries. */
  readonly random: () => number;
  /** Seconds that a question for news is parked at the centre while nothing else is to do. */
  readonly waitSeconds?: number | undefined;
}

/** What one round did（一次同步的结果）. */
export interface OnceReport {
  readonly sent: number;
  readonly received: number;
  readonly refused: number;
  /** Own entries that are not at the centre yet. */
  readonly remaining: number;
  readonly filesSent: number;
  readonly filesReceived: number;
  /** Files that wait to be sent or fetched; those that the centre does not have yet either are not counted. */
  readonly filesRemaining: number;
  readonly fault: SyncFault | null;
}

export type EnrolOutcome = { readonly ok: true } | { readonly ok: false; readonly fault: SyncFault };

/** Milliseconds from a save to its sending: what is typed in one go travels together. */
const SOON = 300;
/** A parked question that was answered with nothing, sooner than this, is not asked again at once. */
const HASTE = 1_000;
const WAIT = 45;

/**
 * Sync in the background of the app（后台同步）, and one round at a time for the `room` command.
 *
 * Promises: never throws and never runs two rounds at once; what is saved is sent soon, what changes elsewhere arrives as
 * soon as the centre tells; tries again by itself, ever less often, while the centre is away. The thread is free between
 * batches. Does not promise to be quick to stop a write of the store that has begun.
 * Proved by test/unit/sync/sync-engine.test.ts.
 */
export class SyncEngine {
  private readonly listeners = new Set<(facts: SyncFacts) => void>();
  private stopper = new AbortController();
  private parked: AbortController | null = null;
  private wake: (() => void) | null = null;
  private loop: Promise<void> | null = null;
  private unlisten: (() => void) | null = null;
  private cancelSoon: (() => void) | null = null;
  private keeper!: RoundKeeper;
  private pressed = false;

  private constructor(private readonly parts: EngineParts) {}

  /** Reads sync's memory. A memory that cannot be read is told in the facts, not thrown. */
  static async open(parts: EngineParts): Promise<SyncEngine> {
    const engine = new SyncEngine(parts);
    engine.keeper = await RoundKeeper.open(parts, () => engine.publish());
    return engine;
  }

  facts(): SyncFacts {
    const { memory, progress, fault } = this.keeper;
    return factsOf(this.parts, memory, progress, fault);
  }

  /** Called whenever the facts may have changed; returns what ends it. */
  onChange(listener: (facts: SyncFacts) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Other workstations of the committee, as the centre named them last. */
  stations(): readonly StationRow[] {
    return this.keeper.memory.value.stations;
  }

  /** The centre as it is pinned, for sealed files and the settings; null before the set-up. */
  centre(): {
    readonly url: string;
    readonly key: string;
    readonly box: string;
    readonly organisation: string | null;
    /** PEM of the issuer that was given for it. */
    readonly ca: string | undefined;
  } | null {
    const { centre } = this.keeper.memory.value;
    return (
      centre && {
        url: centre.url,
        key: centre.key,
        box: centre.box,
        organisation: centre.organisation?.name ?? null,
        ca: centre.ca,
      }
    );
  }

  /** What the centre lacks, by its last word, for an exchange by file: own entries above a counter, and files. */
  outgoing(): {
    readonly above: number;
    readonly files: readonly WaitingFile[];
    readonly checkpoint: Checkpoint | null;
  } {
    const { proof, filesOut, checkpoint } = this.keeper.memory.value;
    return { above: this.keeper.progress.chain?.seq ?? proof?.seq ?? 0, files: filesOut, checkpoint };
  }

  /** Begins to sync by itself; harmless when it does already. */
  start(): void {
    if (this.loop) return;
    this.stopper = new AbortController();
    this.unlisten = this.parts.store.onSaved(() => this.saved());
    this.loop = this.run(this.stopper.signal);
  }

  /** Ends after the step that is under way. */
  async stop(): Promise<void> {
    this.stopper.abort();
    this.unlisten?.();
    this.cancelSoon?.();
    this.cancelSoon = null;
    this.wake?.();
    await this.loop;
    this.loop = null;
  }

  /** Starts a round at once, whatever the last one came to. */
  now(): void {
    this.pressed = true;
    this.poke();
  }

  /** One round; for the command, and for a person who waits for it. `signal` ends it early. */
  async once(signal?: AbortSignal): Promise<OnceReport> {
    this.parked?.abort();
    const end = await this.keeper.round({ wait: 0 }, signal ?? new AbortController().signal);
    const { toSend, toReceive, sent, received } = this.facts();
    return {
      sent: end.sent.entries,
      received: end.received.entries,
      refused: end.refused,
      remaining: toSend.entries - sent.entries,
      filesSent: end.sent.files,
      filesReceived: end.received.files,
      filesRemaining: toSend.files - sent.files + toReceive.files - received.files,
      fault: end.fault,
    };
  }

  /** Asks a centre for admission; a first one, or the same again. What is kept changes only when the centre answered. */
  async enrol(ask: EnrolAsk, signal?: AbortSignal): Promise<EnrolOutcome> {
    this.parked?.abort();
    try {
      await this.keeper.enrol({ ...ask, url: centreAddress(ask.url) }, signal ?? new AbortController().signal);
      this.now();
      return { ok: true };
    } catch (error) {
      return { ok: false, fault: faultOf(error) };
    }
  }

  /**
   * What the centre does not have of these entries and whole files, by its own word now（中心核对）. Told as a fault when it
   * does not answer.
   */
  async lacking(
    ids: readonly string[],
    files: readonly string[],
    signal: AbortSignal = new AbortController().signal,
  ): Promise<
    { readonly ok: true; readonly lacking: readonly string[] } | { readonly ok: false; readonly fault: SyncFault }
  > {
    this.parked?.abort();
    try {
      const lacking = await this.keeper.ask(async (client, within) => {
        const found: string[] = [];
        for (let at = 0; at < ids.length; at += LIMITS.ids)
          found.push(...(await client.missing(ids.slice(at, at + LIMITS.ids), within)));
        for (const sha256 of files) if ((await client.file(sha256, within))?.whole !== true) found.push(sha256);
        return found;
      }, signal);
      return { ok: true, lacking };
    } catch (error) {
      return { ok: false, fault: faultOf(error) };
    }
  }

  /** Journals that do not open here or lack files: the next round fetches them whole. Rejects with the store's error. */
  async repair(subjects: readonly string[]): Promise<void> {
    const { memory } = this.keeper;
    await memory.commit({ repair: [...new Set([...memory.value.repair, ...subjects])] });
  }

  /** A person has looked at a refused entry. Rejects with the store's error. */
  async dismissRefused(id: string): Promise<void> {
    const { memory } = this.keeper;
    await memory.commit({ refused: memory.value.refused.filter((entry) => entry.id !== id) });
    this.publish();
  }

  private async run(signal: AbortSignal): Promise<void> {
    const { clock, waitSeconds = WAIT } = this.parts;
    let failures = 0;
    let wait = 0;
    while (!signal.aborted) {
      this.pressed = false;
      this.parked = new AbortController();
      const began = clock.now();
      const { stopped, moved } = await this.keeper.round({ wait, park: this.parked.signal }, signal);
      if (this.keeper.memory.value.centre === null) await this.sleep(null);
      else if (stopped) wait = 0;
      else if (this.keeper.failing || (this.work() && !moved)) {
        failures = this.wasPressed() ? 1 : failures + 1;
        await this.sleep(this.delay(failures));
        wait = 0;
      } else {
        failures = 0;
        const hasty = wait > 0 && !moved && Math.abs(clock.now() - began) < HASTE;
        wait = this.work() ? 0 : waitSeconds;
        if (hasty || (wait === 0 && !this.work())) await this.sleep(this.delay(hasty ? 1 : 3));
      }
    }
  }

  private wasPressed(): boolean {
    return this.pressed;
  }

  private delay(failures: number): number {
    const { fault } = this.keeper;
    const retryAfter = fault?.kind === 'busy' ? fault.seconds : undefined;
    return nextDelay(failures, this.parts.random(), { retryAfter, admission: fault?.kind === 'waiting-for-admission' });
  }

  /** Something is here that the centre should have, or there that should be here. */
  private work(): boolean {
    const { progress } = this.keeper;
    return this.parts.store.chain.seq > (progress.chain?.seq ?? 0) || this.keeper.filesDue();
  }

  /** Until the time is over or somebody wakes it; null waits for somebody. */
  private sleep(milliseconds: number | null): Promise<void> {
    if (this.pressed || this.stopper.signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const cancel = milliseconds === null ? () => undefined : this.parts.timers.set(() => this.wake?.(), milliseconds);
      this.wake = () => {
        this.wake = null;
        cancel();
        resolve();
      };
    });
  }

  private poke(): void {
    this.parked?.abort();
    this.wake?.();
  }

  /** Own entries were saved: they are sent soon. While the centre is away the next try takes them along. */
  private saved(): void {
    this.publish();
    const { progress, failing } = this.keeper;
    if (failing || this.cancelSoon || this.parts.store.chain.seq <= (progress.chain?.seq ?? 0)) return;
    this.cancelSoon = this.parts.timers.set(() => {
      this.cancelSoon = null;
      this.poke();
    }, SOON);
  }

  private publish(): void {
    if (this.listeners.size === 0) return;
    const facts = this.facts();
    for (const listener of this.listeners) {
      try {
        listener(facts);
      } catch {
        // A window that cannot show it must not stop the exchange.
      }
    }
  }
}
