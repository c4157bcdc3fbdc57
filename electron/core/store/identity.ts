import type { Files } from '../ports';
import { boxKeyOf, type BoxKey } from '../crypto/box';
import { newStationKey, stationKey, type StationKey } from '../crypto/signing-key';
import { readStation, replaceStation, type StationSecret } from './store-header';
import { diskError, StoreError } from './store-error';

/**
 * Who this workstation is（本机身份）: its key, and the keys that it had before.
 *
 * Promises: what it says is what the header says, also after a replacement that met a fault of the disk; while that cannot
 * be told, `settle` throws and nothing is written under either key.
 * Proved by test/faults/store/new-identity.test.ts, crash-points.test.ts and error-injection.test.ts.
 */
export class Identity {
  private doubtful = false;
  private current: { readonly key: StationKey; readonly box: BoxKey; readonly former: readonly string[] };

  constructor(
    private readonly files: Files,
    private readonly folder: string,
    private readonly dataKey: Uint8Array,
    secret: StationSecret,
  ) {
    this.current = atWork(secret);
  }

  get key(): StationKey {
    return this.current.key;
  }

  get box(): BoxKey {
    return this.current.box;
  }

  /** Public keys of this workstation, present and former. */
  get all(): ReadonlySet<string> {
    return new Set([this.key.station, ...this.current.former]);
  }

  /** A new key in the header, durably. Throws StoreError; ask `settle` then before anything is written. */
  async replace(): Promise<void> {
    const secret = { stationKey: newStationKey(), former: [...this.current.former, this.key.station] };
    this.doubtful = true;
    try {
      await replaceStation(this.files, this.folder, this.dataKey, secret);
    } catch (fault) {
      await this.settle().catch(() => undefined);
      throw diskError(fault, this.folder);
    }
    this.current = atWork(secret);
    this.doubtful = false;
  }

  /** Reads again what a failed replacement left in doubt. Throws StoreError while that is not possible. */
  async settle(): Promise<void> {
    if (!this.doubtful) return;
    try {
      this.current = atWork(await readStation(this.files, this.folder, this.dataKey));
    } catch (fault) {
      throw fault instanceof StoreError ? fault : new StoreError('disk-fault', this.folder, { cause: fault });
    }
    this.doubtful = false;
  }
}

const atWork = ({ stationKey: pkcs8, former }: StationSecret) => ({
  key: stationKey(pkcs8),
  box: boxKeyOf(pkcs8),
  former,
});
