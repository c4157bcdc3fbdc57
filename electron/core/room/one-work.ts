import { BackupError, type Work } from '../backup/backup-error';
import { AccessError } from '../access/access-error';
import { StoreError } from '../store/store-error';
import { BUSY } from './backup-words';
import { refused, type Outcome } from './outcome';

/** Backup, proof, restore and check one at a time, each to be stopped（一次一项）. */
export class OneWork {
  private running: AbortController | null = null;

  get busy(): boolean {
    return this.running !== null;
  }

  /** Stops what is running; it ends with `stopped`, and nothing half-made is left. */
  stop(): void {
    this.running?.abort();
  }

  /** Runs it, or refuses because another is running. Named faults become refusals; others are thrown. */
  async run<T>(tell: Work['tell'], work: (within: Work) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    if (this.running) return refused(BUSY);
    const controller = new AbortController();
    this.running = controller;
    try {
      return await work({ signal: controller.signal, tell });
    } catch (fault) {
      if (fault instanceof BackupError || fault instanceof StoreError || fault instanceof AccessError)
        return refused(fault.problem);
      throw fault;
    } finally {
      this.running = null;
    }
  }
}
