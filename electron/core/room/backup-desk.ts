import { SYSTEM } from '../access/actor';
import path from 'node:path';
import { BackupError, type Work } from '../backup/backup-error';
import type { OpenedSource } from '../backup/backup-disk';
import type { BackupMemory, BackupRow } from '../backup/backup-memory';
import { tooMany, type KeepRule } from '../backup/keep-rule';
import { makeBackup, type BackupDisk, type BackupMade } from '../backup/make-backup';
import { openWithKey, openWithSeal } from '../backup/open-backup';
import { proveBackup } from '../backup/prove-backup';
import { restoreInto } from '../backup/restore-into';
import type { Problem } from '../domain/checks/problem';
import { shanghaiDateOf } from '../domain/time/calendar-date';
import type { Opener } from '../store/store-header';
import { StoreError } from '../store/store-error';
import { backupName, backupsIn, reachable } from './backup-folder';
import { leftOut, NEEDS_KEY, NO_BACKUP, NO_FOLDER, proofWords, UNREACHABLE, UNREADABLE } from './backup-words';
import type { HeldBlocks, Release } from './held-blocks';
import type { OneWork } from './one-work';
import { done, refused, type Outcome } from './outcome';
import { todayOf, type RoomContext, type SystemContext } from './room-context';
import { summarise } from './subjects';

/** What people see of backups（备份页）; times are milliseconds since 1970. */
export interface BackupPageView {
  readonly folder: string | null;
  readonly reachable: boolean;
  readonly keep: KeepRule;
  readonly last: BackupRow | null;
  readonly problem: Problem | null;
  readonly list: readonly BackupRow[];
  readonly proof: { readonly at: number; readonly ok: boolean; readonly words: Problem } | null;
  readonly proofDue: boolean;
  readonly backupDue: boolean;
}

export interface RestoreView {
  readonly added: number;
  readonly known: number;
  readonly files: number;
  readonly refused: number;
  readonly heldBlocks: number;
}

const DAY = 86_400_000;
/** Rows that are remembered. */
const ROWS = 200;

/**
 * Backup, proof and restore of a room（备份、恢复演练、恢复）. Guarantees are those of core/backup and held-blocks.ts.
 * Promises besides: only files whose head names this workstation are ever removed, and none while the newest backup leaves
 * something out. Proved by test/unit/room/backup-desk.test.ts.
 */
export class BackupDesk {
  constructor(
    private readonly system: SystemContext,
    private readonly asker: RoomContext,
    private readonly disk: BackupDisk,
    private readonly held: HeldBlocks,
    private readonly works: OneWork,
  ) {}

  async page(): Promise<BackupPageView> {
    const { folder, keep, last, problem, made, proof } = await this.held.memory();
    const there = folder === null ? [] : await backupsIn(this.disk, folder, this.stations()).catch(() => null);
    const now = this.system.clock.now();
    return {
      folder,
      reachable: folder !== null && there !== null,
      keep,
      last,
      problem: problem as Problem | null,
      list: (there ?? []).map((row) => ({ ...row, checked: isMade(made, row) })),
      proof: proof as BackupPageView['proof'],
      proofDue: proof?.ok !== true || Math.abs(now - proof.at) > 31 * DAY,
      backupDue: last === null || Math.abs(now - last.at) > DAY,
    };
  }

  /** Null takes the folder away. Throws AccessError, StoreError. */
  async setFolder(folder: string | null): Promise<BackupPageView> {
    this.asker.require('backup.make');
    await this.held.remember(() => ({ folder, problem: null }));
    return this.page();
  }

  async setKeep(keep: KeepRule): Promise<BackupPageView> {
    this.asker.require('backup.make');
    await this.held.remember(() => ({ keep }));
    return this.page();
  }

  /** Makes one now in the chosen folder. Throws AccessError. */
  run(tell?: Work['tell']): Promise<Outcome<BackupRow>> {
    this.asker.require('backup.make');
    const account = this.asker.account();
    return this.works.run(tell, (work) => this.inFolder(account, work));
  }

  /**
   * What the room does by itself: one backup a day in Asia/Shanghai. Resolves to what came of it; a fault is kept for the page,
   * not thrown.
   */
  async daily(tell?: Work['tell']): Promise<'made' | 'not-due' | 'failed'> {
    const { folder, last } = await this.held.memory();
    if (folder === null || this.works.busy) return 'not-due';
    if (last && shanghaiDateOf(new Date(last.at).toISOString()) === todayOf(this.system)) return 'not-due';
    const made = await this.works.run(tell, (work) => this.inFolder(SYSTEM, work));
    return made.ok ? 'made' : 'failed';
  }

  /** Writes one to a file outside the folder of daily ones（`room backup`）. Throws AccessError. */
  write(file: string, tell?: Work['tell']): Promise<Outcome<BackupMade>> {
    this.asker.require('backup.make');
    const account = this.asker.account();
    return this.works.run(tell, async (work) => {
      const made = await this.make(file, work);
      await this.system.log.record({ event: 'backup-made', account, what: `${made.cases}` });
      return done(made);
    });
  }

  /** Proves the newest backup in the folder. Throws AccessError. */
  prove(tell?: Work['tell']): Promise<Outcome<BackupPageView>> {
    this.asker.require('backup.make');
    return this.works.run(tell, async (work) => {
      const { folder } = await this.held.memory();
      if (folder === null) return refused(NO_FOLDER);
      const [newest] = (await backupsIn(this.disk, folder, this.stations()).catch(() => null)) ?? [];
      if (!newest) return refused((await reachable(this.disk, folder)) ? NO_BACKUP : UNREACHABLE);
      const proof = await this.proof(path.join(folder, newest.file), work);
      await this.held.remember(() => ({ proof: { at: this.system.clock.now(), ...proof } }));
      return done(await this.page());
    });
  }

  /**
   * Adds what a backup holds and this store lacks. `opener` where it is of another workstation. Throws AccessError.
   */
  restore(file: string, opener: Opener | null, tell?: Work['tell']): Promise<Outcome<RestoreView>> {
    this.asker.require('backup.restore');
    const account = this.asker.account();
    return this.works.run(tell, async (work) => {
      const source = await this.disk.open(file).catch(() => null);
      if (!source) return refused(UNREADABLE);
      try {
        const report = await this.restoreFrom(source, opener, work);
        await this.system.log.record({ event: 'restored', account, what: `${report.added}` });
        return done(report);
      } catch (fault) {
        if (opener === null && fault instanceof BackupError && fault.fault === 'wrong-key') return refused(NEEDS_KEY);
        throw fault;
      } finally {
        await source.close().catch(() => undefined);
      }
    });
  }

  /** Opens a held block again. Throws AccessError, StoreError. */
  releaseBlock(release: Release): Promise<Outcome<null>> {
    return this.held.release(release);
  }

  /** Stops what is running. */
  cancel(): void {
    this.works.stop();
  }

  private stations(): ReadonlySet<string> {
    return new Set([this.system.store.station, ...this.system.store.former]);
  }

  private async inFolder(account: string, work: Work): Promise<Outcome<BackupRow>> {
    const { folder } = await this.held.memory();
    if (folder === null) return refused(NO_FOLDER);
    try {
      const taken = await this.disk.files.list(folder).catch(() => null);
      if (taken === null) return await this.failed(UNREACHABLE);
      const at = this.system.clock.now();
      const file = backupName(this.system.profile().room, at, taken);
      const made = await this.make(path.join(folder, file), work, at);
      const row = { file, at, bytes: made.bytes, cases: made.cases, checked: true };
      const problem = made.leftOut.length > 0 ? leftOut(made.leftOut.length) : null;
      await this.held.remember((memory) => ({ last: row, problem, made: [row, ...memory.made].slice(0, ROWS) }));
      if (problem === null) await this.prune(folder);
      await this.system.log.record({ event: 'backup-made', account, what: `${made.cases}` });
      return done(row);
    } catch (fault) {
      if (fault instanceof StoreError || (fault instanceof BackupError && fault.fault !== 'stopped'))
        return await this.failed(fault.problem);
      throw fault;
    }
  }

  /** Why it was not made is kept for the page, if the disk takes it. */
  private async failed(problem: Problem): Promise<Outcome<never>> {
    const kept = { ...problem, detail: { ...problem.detail } };
    await this.held.remember(() => ({ problem: kept })).catch(() => undefined);
    return refused(problem);
  }

  private async make(file: string, work: Work, at = this.system.clock.now()): Promise<BackupMade> {
    const { store, ids, profile } = this.system;
    const { restored } = await this.held.memory();
    return makeBackup(store, { backup: ids.next(), room: profile().room, at, restored }, file, this.disk, work);
  }

  /** A file that cannot be removed now goes next time. */
  private async prune(folder: string): Promise<void> {
    const { keep } = await this.held.memory();
    const there = await backupsIn(this.disk, folder, this.stations()).catch(() => []);
    for (const { file } of tooMany(there, keep, this.system.clock.now()))
      await this.disk.files.remove(path.join(folder, file)).catch(() => undefined);
  }

  private async proof(file: string, work: Work): Promise<{ ok: boolean; words: KeptWords }> {
    const source = await this.disk.open(file);
    try {
      const bundle = await openWithSeal(source, this.system.store.look.backup);
      const proof = await proveBackup(this.system.store, bundle, summarise, work);
      return { ok: proof.bad.length === 0 && proof.end.leftOut.length === 0, words: kept(proofWords(proof)) };
    } catch (fault) {
      if (!(fault instanceof BackupError) || fault.fault === 'stopped') throw fault;
      return { ok: false, words: kept(fault.problem) };
    } finally {
      await source.close().catch(() => undefined);
    }
  }

  private async restoreFrom(source: OpenedSource, opener: Opener | null, work: Work): Promise<RestoreView> {
    const { store } = this.system;
    const bundle = await (opener ? openWithKey(source, opener) : openWithSeal(source, store.look.backup));
    const { registers, end: _end, ...counts } = await restoreInto(store, bundle, work);
    let [added, refusedHere] = [counts.added, counts.refused];
    const all = [...registers.values()].flat();
    const heldBlocks = await this.held.whileShut(await this.held.absent(registers.keys()), async () => {
      const received = await store.receive(all, { restore: true });
      added += received.added.length;
      refusedHere += received.refused.length;
    });
    const known = counts.known + all.length - (added - counts.added) - (refusedHere - counts.refused);
    return { added, known, files: counts.files, refused: refusedHere, heldBlocks };
  }
}

type KeptWords = NonNullable<BackupMemory['proof']>['words'];

const kept = (problem: Problem): KeptWords => ({ ...problem, detail: { ...problem.detail } });

const isMade = (made: readonly BackupRow[], { file, at }: Pick<BackupRow, 'file' | 'at'>): boolean =>
  made.some((row) => row.checked && row.file === file && row.at === at);
