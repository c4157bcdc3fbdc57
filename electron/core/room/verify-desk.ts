import { NUMBERS_PREFIX } from '../domain/journal/subject-kinds';
import type { Work } from '../backup/backup-error';
import { problemOf, type Problem } from '../domain/checks/problem';
import { verifyStore, type VerifyReport } from '../verify/verify-store';
import type { VerifyFault } from '../verify/verify-fault';
import type { HeldBlocks } from './held-blocks';
import type { OneWork } from './one-work';
import { done, refused, type Outcome } from './outcome';
import type { RoomContext, SystemContext } from './room-context';
import { caseSummaries, summarise } from './subjects';
import type { SyncDesk } from './sync-desk';

/** What verify found, as people see it（核验报告）. */
export interface VerifyView {
  readonly at: number;
  readonly cases: number;
  readonly entries: number;
  readonly files: number;
  readonly numbers: number;
  readonly faults: readonly { readonly about: string; readonly title: string | null; readonly problem: Problem }[];
  readonly faultsOther: number;
  readonly cancelled: boolean;
}

const MOST = 200;

/** Checking and repairing the store（核验与修复）. Guarantees are those of core/verify. Proved by test/unit/verify. */
export class VerifyDesk {
  constructor(
    private readonly system: SystemContext,
    private readonly asker: RoomContext,
    private readonly sync: Pick<SyncDesk, 'engine'>,
    private readonly held: HeldBlocks,
    private readonly works: OneWork,
  ) {}

  /** Throws AccessError. */
  run(tell?: Work['tell']): Promise<Outcome<VerifyView>> {
    this.asker.require('store.verify');
    const account = this.asker.account();
    return this.works.run(tell, async (work) => {
      const report = await this.verify(work);
      await this.system.log.record({ event: 'verified', account, what: `${report.faults.length}` });
      return done(this.viewOf(report));
    });
  }

  /**
   * Fetches from the centre the journals that do not open here and the files that are missing, then checks again. Only adds:
   * a journal that opens, with bad entries in it, stays as it is, for a person to look at. Throws AccessError.
   */
  repair(tell?: Work['tell']): Promise<Outcome<VerifyView>> {
    this.asker.require('store.verify');
    const account = this.asker.account();
    return this.works.run(tell, async (work) => {
      if (!this.sync.engine.centre()) return refused(NO_CENTRE);
      const subjects = repairable((await this.verify({ signal: work.signal })).faults);
      const registers = subjects.filter((subject) => subject.startsWith(NUMBERS_PREFIX));
      await this.held.whileShut(await this.held.absent(registers), async () => {
        await this.sync.engine.repair(subjects);
        await this.sync.engine.once(work.signal);
      });
      const report = await this.verify(work);
      await this.system.log.record({ event: 'verified', account, what: `repair ${report.faults.length}` });
      return done(this.viewOf(report));
    });
  }

  private async verify({ signal, tell }: Work): Promise<VerifyReport> {
    const { engine } = this.sync;
    const known = new Set(engine.stations().map(({ station }) => station));
    const { restored } = await this.held.memory();
    return verifyStore(this.system.store, {
      summarise,
      known: (station) => known.has(station),
      restored,
      signal,
      tell,
    });
  }

  private viewOf({ faults, ...report }: VerifyReport): VerifyView {
    const titles = new Map([...caseSummaries(this.system.store.summaries())].map(({ id, title }) => [id, title]));
    return {
      at: this.system.clock.now(),
      ...report,
      faults: faults.slice(0, MOST).map(({ subject, about, problem }) => ({
        about: subject !== null && subject !== about ? `${subject} ${about}` : about,
        title: (subject === null ? undefined : titles.get(subject)) ?? null,
        problem,
      })),
      faultsOther: Math.max(0, faults.length - MOST),
    };
  }
}

const REPAIRABLE = new Set(['damaged', 'wrong-place', 'older-copy', 'missing', 'file-missing', 'entry-loose']);

/** The journals of which the centre can send what is missing. */
const repairable = (faults: readonly VerifyFault[]): readonly string[] => [
  ...new Set(
    faults.flatMap(({ subject, problem }) => (subject !== null && REPAIRABLE.has(problem.code) ? [subject] : [])),
  ),
];

const NO_CENTRE = problemOf(
  'no-centre',
  '本机还没有接入中心，不能从中心修复，没有作任何改动。请从备份恢复。',
  'This workstation is not enrolled with a centre, so nothing can be fetched; nothing was changed. Restore from a backup.',
);
