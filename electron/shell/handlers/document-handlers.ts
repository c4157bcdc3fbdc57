import path from 'node:path';
import { app, dialog } from 'electron';
import type { Handlers } from '../../contract/answers';
import { done, refused } from '../../core/room/outcome';
import { durableWrite } from '../../core/store/durable-write';
import { nodeFiles } from '../../core/store/node-files';
import { diskError } from '../../core/store/store-error';
import type { RoomHolder } from '../room-holder';
import type { ViewerFiles } from '../viewer-files';
import { openInViewer } from '../window';
import { withRoom } from './with-room';

type Methods = Extract<keyof Handlers, `documents.${string}`>;

/** Documents: preview, issue, save, and printing by the system's own viewer. */
export function documentHandlers(
  holder: RoomHolder,
  viewerFiles: ViewerFiles,
  changed: (caseId: string) => void,
): Handlers<Methods> {
  return {
    'documents.preview': ({ id, form }) => withRoom(holder, (room) => room.documents.preview(id, form)),
    'documents.issue': ({ id, form }) =>
      withRoom(holder, async (room) => {
        const issued = await room.documents.issue(id, form);
        if (!issued.ok) return issued;
        changed(id);
        return room.cases.open(id);
      }),
    'documents.read': ({ id, document }) => withRoom(holder, (room) => room.documents.read(id, document)),
    'documents.save': ({ id, document }) =>
      withRoom<{ file: string | null }>(holder, async (room) => {
        const paper = await room.documents.read(id, document);
        if (!paper.ok) return paper;
        const chosen = await dialog.showSaveDialog({
          title: '保存 PDF Save PDF',
          defaultPath: path.join(app.getPath('documents'), paper.value.name),
          filters: [{ name: 'PDF', extensions: ['pdf'] }],
        });
        if (chosen.canceled || !chosen.filePath) return done({ file: null });
        try {
          await durableWrite(nodeFiles, chosen.filePath, paper.value.pdf);
        } catch (fault) {
          throw diskError(fault, 'PDF');
        }
        return done({ file: chosen.filePath });
      }),
    'documents.openInViewer': ({ id, document }) =>
      withRoom(holder, async (room) => {
        const paper = await room.documents.read(id, document);
        if (!paper.ok) return paper;
        const file = await viewerFiles.put(paper.value.name, paper.value.pdf);
        const fault = await openInViewer(file);
        return fault === '' ? done({ file }) : refused(NO_VIEWER);
      }),
    'documents.confirmPrinted': ({ id, document, copies }) =>
      withRoom(holder, async (room) => {
        const confirmed = await room.documents.confirmPrinted(id, document, copies);
        if (!confirmed.ok) return confirmed;
        changed(id);
        return room.cases.open(id);
      }),
  };
}

const NO_VIEWER = {
  code: 'no-viewer',
  zh: '系统没有可以打开 PDF 的程序。请用“保存 PDF”存到 U 盘或桌面，在能打印的电脑上打印。',
  en: 'The system has no program that opens PDF files. Save the PDF and print it from there.',
};
