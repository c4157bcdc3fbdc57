import type { Handlers } from '../../contract/answers';
import type { BatchProgress } from '../../contract/contract';
import { FORMS } from '../../core/domain/forms/form-facts';
import { done, refused } from '../../core/room/outcome';
import { runToFile } from '../../core/room/batch-file';
import { nodeFiles } from '../../core/store/node-files';
import type { RoomHolder } from '../room-holder';
import { askWhere } from '../save-file';
import { withRoom } from './with-room';

type Methods = Extract<keyof Handlers, `batch.${string}`>;

/** 批量制作: one run at a time, with progress, stopped when the person says so. */
export function batchHandlers(holder: RoomHolder, tell: (progress: BatchProgress) => void): Handlers<Methods> {
  let running: AbortController | null = null;
  return {
    'batch.run': ({ form }) =>
      withRoom(holder, async (room) => {
        if (running) return refused(BUSY);
        const stop = new AbortController();
        running = stop;
        try {
          const file = await askWhere(`${FORMS[form].zh}.pdf`, { title: '保存 PDF Save PDF', ending: 'pdf' });
          if (file === null) return done(null);
          return await runToFile(room, nodeFiles, file, {
            form,
            signal: stop.signal,
            onProgress: (finished, total) => tell({ done: finished, total }),
          });
        } finally {
          running = null;
        }
      }),
    'batch.cancel': () => {
      running?.abort();
      return done({});
    },
  };
}

const BUSY = {
  code: 'batch-running',
  zh: '已有一个批量任务在进行，请等它完成或先停止。',
  en: 'A run is going on; wait for it or stop it first.',
};
