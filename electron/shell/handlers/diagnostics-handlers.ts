import { statfs } from 'node:fs/promises';
import { app } from 'electron';
import type { Handlers } from '../../contract/answers';
import { diagnosticsText } from '../../core/room/diagnostics';
import { done } from '../../core/room/outcome';
import { shanghaiDateOf } from '../../core/domain/time/calendar-date';
import { keptFaults } from '../log';
import type { RoomHolder } from '../room-holder';
import { saveFile } from '../save-file';

type Methods = Extract<keyof Handlers, `diagnostics.${string}`>;

/** How many faults go into a diagnostics file. */
const FAULTS = 200;

/** 诊断: what a mediator can hand to the administrator, shown before it is saved. */
export function diagnosticsHandlers(holder: RoomHolder): Handlers<Methods> {
  /** What was shown last: just that is saved. */
  let shown: string | null = null;
  const look = async (): Promise<string> =>
    diagnosticsText(holder.room, {
      at: new Date().toISOString(),
      version: app.getVersion(),
      system: [
        `${process.platform} ${process.arch}`,
        ...(['electron', 'chrome', 'node'] as const).map((name) => `${name} ${process.versions[name]}`),
      ],
      freeBytes: await statfs(app.getPath('userData')).then(
        ({ bavail, bsize }) => bavail * bsize,
        () => null,
      ),
      faults: keptFaults(FAULTS).map(({ at, where, kind, frames }) => `${at} ${where}: ${kind} ${frames.join(' < ')}`),
    });
  return {
    'diagnostics.look': async () => done({ text: (shown = await look()) }),
    'diagnostics.save': async () => {
      const text = shown ?? (await look());
      const name = `diagnostics-${shanghaiDateOf(new Date().toISOString())}.txt`;
      const kind = { title: '保存诊断信息 Save diagnostics', ending: 'txt' } as const;
      return done({ file: await saveFile(name, Buffer.from(text, 'utf8'), kind) });
    },
  };
}
