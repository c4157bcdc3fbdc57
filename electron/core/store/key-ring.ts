import type { Files } from '../ports';
import { diskError, StoreError } from './store-error';
import { dropWrap, putWrap, readWraps, unwrapBy, type Opener, type Wrap } from './store-header';
import type { Turns } from './turns';

/**
 * The ways to open an open store（钥匙）: the data key wrapped by the operating system, by passwords, by the recovery key.
 *
 * Promises: adding, replacing and taking away are one durable write each, so a crash leaves the old way or the new one;
 * the data key itself never leaves the store. Does not promise: that a wrap in an older copy of the header stops to open
 * that copy. Proved by test/unit/store/key-ring.test.ts and test/faults/store.
 */
export class KeyRing {
  constructor(
    private readonly files: Files,
    private readonly folder: string,
    private readonly dataKey: Uint8Array,
    private readonly turns: Turns,
  ) {}

  /** Which ways there are, without what they open with. Throws StoreError. */
  ways(): Promise<readonly Pick<Wrap, 'way' | 'account'>[]> {
    return this.run(async () =>
      (await readWraps(this.files, this.folder)).map(({ way, account }) => ({
        way,
        ...(account === undefined ? {} : { account }),
      })),
    );
  }

  /** The wraps as they are, for a backup: none opens without its secret. Throws StoreError. */
  wraps(): Promise<readonly Wrap[]> {
    return this.run(() => readWraps(this.files, this.folder));
  }

  /** Adds a way, in place of the one of the same way and account. Throws StoreError. */
  put(opener: Opener): Promise<void> {
    return this.run(() => putWrap(this.files, this.folder, this.dataKey, opener));
  }

  /** Takes a way out. Throws StoreError; a RangeError for the last one. */
  drop(which: Pick<Wrap, 'way' | 'account'>): Promise<void> {
    return this.run(() => dropWrap(this.files, this.folder, which));
  }

  /** Whether this opener opens this store. Throws StoreError `disk-fault`, `damaged`. */
  async opens(opener: Opener): Promise<boolean> {
    const wraps = await this.wraps();
    try {
      return Buffer.from(await unwrapBy(wraps, opener, this.folder)).equals(this.dataKey);
    } catch (fault) {
      if (fault instanceof StoreError && fault.fault === 'wrong-key') return false;
      throw fault;
    }
  }

  private run<T>(work: () => Promise<T>): Promise<T> {
    return this.turns.run(async () => {
      try {
        return await work();
      } catch (fault) {
        throw diskError(fault, this.folder);
      }
    });
  }
}
