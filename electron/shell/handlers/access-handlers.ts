import { durableWrite } from '../../core/store/durable-write';
import { nodeFiles } from '../../core/store/node-files';
import { diskError } from '../../core/store/store-error';
import type { Handlers } from '../../contract/answers';
import type { PdfService } from '../../core/documents/pdf-service';
import type { PrintQueue } from '../../core/printing/print-port';
import { shanghaiDateOf } from '../../core/domain/time/calendar-date';
import type { RecoverySheet } from '../../core/room/keys-desk';
import { done, refused, type Outcome } from '../../core/room/outcome';
import type { RoomHolder } from '../room-holder';
import { askWhere } from '../save-file';
import { withRoom } from './with-room';

type Methods = Extract<keyof Handlers, `access.${string}` | `accounts.${string}` | `keys.${string}`>;

/** What the pages of accounts and keys need of the shell. */
export interface AccessShell {
  /** A key was pressed or the mouse used. */
  readonly touch: () => void;
  readonly pdf: Pick<PdfService, 'recoverySheet'>;
  readonly queue: PrintQueue;
}

/** Signing in, accounts, keys（登录、账户、密钥）. The recovery key goes to a printer or a file, never to the window. */
export function accessHandlers(holder: RoomHolder, { touch, pdf, queue }: AccessShell): Handlers<Methods> {
  const put = async (sheet: RecoverySheet, to: { printer: string } | { file: string }): Promise<Outcome<boolean>> => {
    const bytes = await pdf.recoverySheet(paperOf(sheet));
    if ('file' in to) {
      await durableWrite(nodeFiles, to.file, bytes).catch((fault: unknown) => {
        throw diskError(fault, 'PDF');
      });
      return done(true);
    }
    const order = { printer: to.printer, copies: 1, sides: 'one', pageCount: 1, title: 'recovery sheet' } as const;
    const sent = await queue.submit(bytes, order);
    return sent.ok ? done(true) : refused(...sent.problems);
  };
  return {
    'access.state': () => withRoom(holder, (room) => Promise.resolve(done(room.access.state()))),
    'access.firstAccount': ({ name, password }) => withRoom(holder, (room) => room.access.firstAccount(name, password)),
    'access.signIn': ({ name, password }) => withRoom(holder, (room) => room.access.signIn(name, password)),
    'access.signInByPin': ({ name, pin }) => withRoom(holder, (room) => room.access.signInByPin(name, pin)),
    'access.lock': () => withRoom(holder, async (room) => done(await room.access.lock())),
    'access.signOut': () => withRoom(holder, async (room) => done(await room.access.signOut())),
    'access.touch': () => {
      touch();
      return done({});
    },
    'access.changePassword': ({ old, fresh }) => withRoom(holder, (room) => room.access.changePassword(old, fresh)),
    'access.setPin': ({ password, pin }) => withRoom(holder, (room) => room.access.setPin(password, pin)),

    'accounts.page': () => withRoom(holder, (room) => Promise.resolve(done(room.accounts.page()))),
    'accounts.add': ({ name, roles, institution, password }) =>
      withRoom(holder, (room) => room.accounts.add(name, roles, institution, password)),
    'accounts.change': ({ name, ...set }) => withRoom(holder, (room) => room.accounts.alter(name, set)),
    'accounts.lock': ({ name, locked }) => withRoom(holder, (room) => room.accounts.lock(name, locked)),
    'accounts.resetPassword': ({ name, password }) =>
      withRoom(holder, (room) => room.accounts.resetPassword(name, password)),
    'accounts.settings': (settings) => withRoom(holder, (room) => room.accounts.changeSettings(settings)),

    'keys.page': () => withRoom(holder, async (room) => done(await room.keys.page())),
    'keys.recoverySheet': (order) =>
      withRoom(holder, async (room) => {
        if (order.to === 'printer') return room.keys.sheet((sheet) => put(sheet, { printer: order.printer }));
        // Asked first: while a sheet is being made, nobody else gets through the door.
        const file = await askWhere(`recovery-sheet-${today()}.pdf`, SHEET);
        return file === null ? done(null) : room.keys.sheet((sheet) => put(sheet, { file }));
      }),
    'keys.confirmRecovery': ({ tail }) => withRoom(holder, (room) => room.keys.confirm(tail)),
    'keys.open': async (way) => {
      const opened = await holder.openBy(way);
      return opened.ok ? done({}) : opened;
    },
    'keys.resetPassword': ({ key, name, password }) =>
      withRoom(holder, (room) => room.keys.resetPassword(key, name, password)),
  };
}

const SHEET = { title: '保存恢复单 Save the recovery sheet', ending: 'pdf' } as const;
const today = (): string => shanghaiDateOf(new Date().toISOString());

const SHANGHAI = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'long',
  timeStyle: 'short',
});

const paperOf = ({ madeAt, ...sheet }: RecoverySheet) => ({
  ...sheet,
  madeAt: new Date(madeAt).toISOString(),
  madeOn: SHANGHAI.format(madeAt),
});
