import { z } from 'zod';
import { attempts, counted, NO_ATTEMPTS, waitsUntil, type Attempts } from '../core/access/attempts';
import { OwnTime } from '../core/access/own-time';
import type { Clock, Files } from '../core/ports';
import { durableWrite } from '../core/store/durable-write';
import { diskError } from '../core/store/store-error';

const fileSchema = z.object({ v: z.literal(1), newest: z.number(), people: z.record(z.string(), attempts) });

/**
 * Wrong passwords while the store is not open（打开前的错误次数）: nothing can be sealed then, so they are counted in a plain
 * file beside it, which holds names, counts and times.
 * Promises: a try is counted durably before it is made, over restarts; after five each costs a wait, up to 16 minutes.
 * Does not promise: anything against who takes the file away, or a copy of the store to another computer; there, only what
 * scrypt costs stands in the way. Nobody is locked out for good, because nobody could free him.
 * Proved by test/unit/shell/room-holder.test.ts.
 */
export class OpenAttempts {
  private time: OwnTime | null = null;

  constructor(
    private readonly files: Files,
    private readonly file: string,
    private readonly clock: Clock,
  ) {}

  /** Counts a try; or, where this name has to wait, counts nothing and says until when. Milliseconds since 1970. */
  async count(name: string): Promise<{ readonly until: number; readonly now: number } | null> {
    const { people, newest } = await this.read();
    this.time ??= new OwnTime(this.clock, newest);
    const now = this.time.now();
    const before = people[name] ?? NO_ATTEMPTS;
    const until = waitsUntil(before, now);
    if (until !== null) return { until, now };
    await this.write({ ...people, [name]: counted(before, now) }, now);
    return null;
  }

  /** The store is open. */
  async forget(): Promise<void> {
    await this.files.remove(this.file).catch(() => undefined);
  }

  private async read(): Promise<{ people: Readonly<Record<string, Attempts>>; newest: number }> {
    const text = await this.files.read(this.file).catch(() => null);
    if (text === null) return { people: {}, newest: 0 };
    try {
      return fileSchema.parse(JSON.parse(Buffer.from(text).toString('utf8')));
    } catch {
      return { people: {}, newest: 0 };
    }
  }

  private async write(people: Readonly<Record<string, Attempts>>, newest: number): Promise<void> {
    try {
      await durableWrite(this.files, this.file, Buffer.from(JSON.stringify({ v: 1, newest, people }), 'utf8'));
    } catch (fault) {
      throw diskError(fault, this.file);
    }
  }
}
