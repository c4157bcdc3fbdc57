import type { Handlers } from '../../contract/answers';
import { done, refused } from '../../core/room/outcome';
import type { PrintQueue } from '../../core/printing/print-port';
import type { RoomHolder } from '../room-holder';
import type { ViewerFiles } from '../viewer-files';
import { openInViewer } from '../window';
import { caseStep } from './case-step';
import { saveTakenOut } from './save-taken-out';
import { withRoom } from './with-room';

type Methods = Extract<keyof Handlers, `documents.${string}`>;

/** Documents: preview, issue, numbers, save, printing by the app or by the system's own viewer. */
export function documentHandlers(holder: RoomHolder, viewerFiles: ViewerFiles, queue: PrintQueue): Handlers<Methods> {
  return {
    'documents.preview': ({ id, form, of }) => withRoom(holder, (room) => room.documents.preview(id, { form, of })),
    'documents.issue': ({ id, form, of }) => caseStep(holder, id, (room) => room.documents.issue(id, { form, of })),
    'documents.takeNumber': ({ id, form, of }) =>
      caseStep(holder, id, (room) => room.numbers.takeFor(id, { form, of })),
    'documents.voidNumber': ({ id, form, of, reason }) =>
      caseStep(holder, id, (room) => room.numbers.void(id, reason, { form, of })),
    'documents.read': ({ id, document }) => withRoom(holder, (room) => room.documents.show(id, document)),
    'documents.save': ({ id, document }) =>
      withRoom<{ file: string | null }>(holder, async (room) => {
        const paper = await room.documents.takeOut(id, document);
        if (!paper.ok) return paper;
        return done({ file: await saveTakenOut(paper.value, { title: '保存 PDF Save PDF', ending: 'pdf' }) });
      }),
    'documents.openInViewer': ({ id, document }) =>
      withRoom(holder, async (room) => {
        const paper = await room.printing.forViewer(id, document);
        if (!paper.ok) return paper;
        const file = await viewerFiles.put(paper.value.name, paper.value.pdf);
        const fault = await openInViewer(file);
        return fault === '' ? done({ file }) : refused(NO_VIEWER);
      }),
    'documents.printers': async () => {
      const found = await queue.printers();
      return found.ok ? done({ printers: found.value.map((printer) => ({ ...printer })) }) : refused(...found.problems);
    },
    'documents.print': ({ id, document, ...wish }) =>
      withRoom(holder, async (room) => {
        const sent = await room.printing.send(id, document, wish);
        if (!sent.ok) return sent;
        const view = await room.cases.open(id);
        return view.ok ? done({ ...sent.value, view: view.value }) : view;
      }),
    'documents.job': async ({ job }) => {
      const state = await queue.follow(job);
      return state.ok ? done(state.value) : refused(...state.problems);
    },
    'documents.cancelJob': async ({ job }) => {
      const cancelled = await queue.cancel(job);
      if (!cancelled.ok) return refused(...cancelled.problems);
      const state = await queue.follow(job);
      return state.ok ? done(state.value) : refused(...state.problems);
    },
    'documents.confirmPrinted': ({ id, document, copies, printer }) =>
      caseStep(holder, id, (room) => room.printing.confirm(id, document, copies, printer)),
  };
}

const NO_VIEWER = {
  code: 'no-viewer',
  zh: '系统没有可以打开 PDF 的程序。请用“保存 PDF”存到 U 盘或桌面，在能打印的电脑上打印。',
  en: 'The system has no program that opens PDF files. Save the PDF and print it from there.',
};
