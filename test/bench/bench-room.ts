import { JournalStore } from '../../electron/core/store/journal-store';
import { nodeFiles } from '../../electron/core/store/node-files';
import { keyOpener } from '../../electron/core/store/store-header';
import { SyncEngine } from '../../electron/core/sync/sync-engine';
import { nodeHttp, type NodeHttp } from '../../electron/core/sync/node-http';
import type { SyncStore } from '../../electron/core/sync/sync-store';

const clock = { now: Date.now };

export const openStore = (folder: string, create: boolean): Promise<JournalStore> => {
  const options = {
    folder,
    files: nodeFiles,
    clock,
    opener: keyOpener(new Uint8Array(32).fill(7)),
    summarise: (subject: string, entries: readonly unknown[]) => ({ subject, count: entries.length }),
  };
  return create ? JournalStore.create(options) : JournalStore.open(options);
};

/** A room with its durable store on a real folder and its real sync（被测调解室）. */
export interface BenchRoom {
  readonly store: JournalStore;
  readonly engine: SyncEngine;
  readonly close: () => Promise<void>;
}

/** `received` is told the ids of what came in, when it is durable. */
export async function benchRoom(
  store: JournalStore,
  received: (ids: readonly string[]) => void = () => undefined,
): Promise<BenchRoom> {
  const http: NodeHttp = nodeHttp();
  const engine = await SyncEngine.open({
    store: watched(store, received),
    clock,
    http,
    numbers: { needs: () => [], enter: () => Promise.resolve() },
    rules: { version: () => 0, accept: () => Promise.resolve() },
    timers: {
      set: (work, milliseconds) => {
        const timer = setTimeout(work, milliseconds);
        return () => clearTimeout(timer);
      },
    },
    random: Math.random,
  });
  return {
    store,
    engine,
    close: async () => {
      await engine.stop();
      http.close();
      await store.close();
    },
  };
}

/** The store, whose receipts are told. */
function watched(store: JournalStore, received: (ids: readonly string[]) => void): SyncStore {
  return new Proxy<SyncStore>(store, {
    get: (target, name) => {
      if (name === 'receive') {
        return async (...words: Parameters<SyncStore['receive']>) => {
          const answer = await target.receive(...words);
          received(answer.added.map(({ id }) => id));
          return answer;
        };
      }
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
