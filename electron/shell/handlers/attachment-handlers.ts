import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { dialog } from 'electron';
import type { Handlers } from '../../contract/answers';
import { MOST_SCAN_BYTES } from '../../core/documents/scans/scan-limits';
import { fileTooLarge } from '../../core/documents/scans/scan-problems';
import type { Problem } from '../../core/domain/checks/problem';
import type { Taken } from '../../core/room/attachment-desk';
import { done, type Outcome } from '../../core/room/outcome';
import type { Room } from '../../core/room/room';
import type { RoomHolder } from '../room-holder';
import { withRoom } from './with-room';

type Methods = Extract<keyof Handlers, `attachments.${string}`>;
type Role = Parameters<Room['attachments']['add']>[1];

/** Scans and pictures: chosen in the system's own dialog, so that no path ever comes from the window. */
export function attachmentHandlers(holder: RoomHolder): Handlers<Methods> {
  return {
    'attachments.add': ({ id, role, of }) =>
      withRoom(holder, async (room) => {
        const chosen = await dialog.showOpenDialog({
          title: '选择扫描件或图片 Choose scans or pictures',
          properties: role === 'character' ? ['openFile'] : ['openFile', 'multiSelections'],
          filters: [{ name: 'PDF, JPG, PNG', extensions: ['pdf', 'jpg', 'jpeg', 'png'] }],
        });
        if (chosen.canceled) return done(null);
        const added: string[] = [];
        const refusals: { file: string; problem: Problem }[] = [];
        const warnings: Problem[] = [];
        for (const file of chosen.filePaths) {
          const taken = await take(room, id, role, of, file);
          if (!taken.ok) return taken;
          if (!taken.value.ok) refusals.push({ file: path.basename(file), problem: taken.value.problem });
          else {
            added.push(taken.value.attachment);
            if (taken.value.warning) warnings.push(taken.value.warning);
          }
        }
        const view = await room.cases.open(id);
        return view.ok ? done({ view: view.value, added, refused: refusals, warnings }) : view;
      }),
    'attachments.read': ({ id, attachment }) =>
      withRoom(holder, async (room) => {
        const read = await room.attachments.show(id, attachment);
        return read.ok ? done({ bytes: read.value.content, type: read.value.type, name: read.value.name }) : read;
      }),
  };
}

/** A file that is too large is refused before it is read into memory. */
async function take(room: Room, id: string, role: Role, of: string, file: string): Promise<Outcome<Taken>> {
  const name = path.basename(file);
  try {
    const { size } = await stat(file);
    if (size > MOST_SCAN_BYTES) return done({ ok: false, problem: fileTooLarge(name, size) });
    return await room.attachments.add(id, role, of, { name, bytes: await readFile(file) });
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).syscall === undefined) throw fault;
    return done({ ok: false, problem: unreadable(name) });
  }
}

const unreadable = (name: string): Problem => ({
  code: 'unreadable-file',
  zh: `“${name}”读不出来，可能U盘已拔出或没有读取权限。请检查后再选一次。`,
  en: `"${name}" could not be read; the stick may be gone or the file may be protected. Check and choose it again.`,
});
