import path from 'node:path';
import { onTestFinished } from 'vitest';
import { AccessError, type AccessFault } from '../../../electron/core/access/access-error';
import { may, type Actor } from '../../../electron/core/access/actor';
import type { Role } from '../../../electron/core/access/rights';
import { newSession, type Session } from '../../../electron/core/access/session';
import { AccessLog, type KeptNote } from '../../../electron/core/room/access-log';
import { AttachmentDesk } from '../../../electron/core/room/attachment-desk';
import { CaseDesk } from '../../../electron/core/room/case-desk';
import type { RawWrite } from '../../../electron/core/room/check-writes';
import { DocumentDesk } from '../../../electron/core/room/document-desk';
import { guardedStore } from '../../../electron/core/room/guarded-store';
import { NO_PRINTER, PrintDesk } from '../../../electron/core/room/print-desk';
import { PrivacyDesk } from '../../../electron/core/room/privacy-desk';
import type { Outcome } from '../../../electron/core/room/outcome';
import type { RoomContext } from '../../../electron/core/room/room-context';
import type { RoomProfile } from '../../../electron/core/room/room-profile';
import { fitsSummary, summarise } from '../../../electron/core/room/subjects';
import { JournalStore } from '../../../electron/core/store/journal-store';
import { keyOpener } from '../../../electron/core/store/store-header';
import { emptyTree, MemoryFiles } from '../../fixtures/memory-files';
import type { SetClock } from '../../fixtures/room';
import { freshFolder } from '../../fixtures/store';
import { smallCase } from '../../fixtures/writes';

export const FOLDER = path.resolve('/privacy/out');

const PROFILE: RoomProfile = {
  room: '调解室三',
  operator: '谢怀舟',
  organisation: { name: '银行业纠纷人民调解委员会（示例）', numberAbbreviation: '泉银', sample: true },
};

/** Desks on a store in memory, for a person with these roles, masked as in the window; pages are bytes that name their form. */
export interface Desk {
  readonly clock: SetClock;
  readonly files: MemoryFiles;
  readonly store: JournalStore;
  readonly log: AccessLog;
  readonly cases: CaseDesk;
  readonly documents: DocumentDesk;
  readonly attachments: AttachmentDesk;
  readonly printing: PrintDesk;
  readonly privacy: PrivacyDesk;
  readonly context: RoomContext;
  session: Session;
  /** All that is in the log, oldest first, without the times. */
  readonly noted: () => Promise<readonly (readonly (string | null | undefined)[])[]>;
}

const actorOf = (name: string, roles: readonly Role[], masked: boolean): Actor => ({
  name,
  roles,
  institution: null,
  masked,
});

export const signIn = (roles: readonly Role[], name = '谢怀舟', masked = true): Session =>
  newSession(actorOf(name, roles, masked));

export async function deskFor(roles: readonly Role[] = ['mediator']): Promise<Desk> {
  const folder = await freshFolder(); // of the lock alone
  const memory = new MemoryFiles(new Map([...emptyTree(folder), ...emptyTree(FOLDER)]));
  const clock: SetClock = { now: Date.parse('2024-04-25T09:41:07+08:00') };
  const options = { folder, files: memory, clock: { now: () => clock.now } };
  const opener = keyOpener(new Uint8Array(32).fill(7));
  const store = await JournalStore.create({ ...options, opener, summarise, fits: fitsSummary });
  onTestFinished(() => store.close());
  const at: { session: Session } = { session: signIn(roles) };
  const log = new AccessLog({ store, clock: options.clock });
  let ids = 0;
  const context: RoomContext = {
    store: guardedStore(store, () => at.session.actor),
    actor: () => at.session.actor,
    session: () => at.session,
    log,
    account: () => at.session.actor.name,
    require: (right) => {
      if (!may(at.session.actor, right)) throw new AccessError('no-right', right);
    },
    clock: options.clock,
    ids: { next: () => `id-${(ids += 1)}` },
    holidays: () => [],
    render: ({ form }) =>
      Promise.resolve({ ok: true, pdf: Buffer.from(`pages of ${form}`), pages: 1, form, formVersion: '1' }),
    works: {
      inspect: () => Promise.resolve({ ok: true, type: 'image/png', pages: 1 }),
      markDuplicate: (pdf) => Promise.resolve(pdf),
      bind: () => Promise.reject(new Error('nothing is bound here')),
    },
    roomOf: () => null,
    profile: () => PROFILE,
  };
  const documents = new DocumentDesk(context);
  const desk = {
    clock,
    files: memory,
    store,
    log,
    cases: new CaseDesk(context),
    documents,
    attachments: new AttachmentDesk(context),
    printing: new PrintDesk(context, documents, NO_PRINTER),
    privacy: new PrivacyDesk(context, memory),
    context,
    noted: async () => (await log.read('0001-01-01', '9999-12-31')).map(inOrder).reverse(),
  };
  return Object.defineProperty(desk, 'session', {
    get: () => at.session,
    set: (session: Session) => (at.session = session),
  }) as typeof desk & { session: Session };
}

const inOrder = ({ event, account, caseId, what }: KeptNote) => [event, account, caseId, what];

/** The small case with a telephone, an agent and an account. */
export const numbered = (): readonly RawWrite[] => [
  ...smallCase(),
  {
    kind: 'party-set',
    data: {
      party: 'person',
      set: { phone: '13800000001', representatives: [{ name: '林砚', kind: 'lawyer', phone: '13900000002' }] },
    },
  },
  {
    kind: 'agreement-set',
    data: {
      set: {
        form: 'written',
        payments: [
          { payer: 'person', payee: 'bank', amountFen: 1, dueOn: '2024-05-31', account: '6299990000000001010' },
        ],
      },
    },
  },
];

/** From now on the disk is full: for everything, or only when a file is to appear as `only`. */
export function fillDisk(files: MemoryFiles, only?: string): void {
  const full = (): Promise<never> => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
  const { rename } = files;
  const move = (from: string, to: string): Promise<void> => (to === only ? full() : rename(from, to));
  Object.assign(files, only === undefined ? { append: full, create: full } : { rename: move });
}

/** As in fixtures/room, without what prints pages. */
export function must<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(codes(outcome).join('; '));
}

export const codes = (outcome: Outcome<unknown>): readonly string[] =>
  outcome.ok ? [] : outcome.problems.map(({ code }) => code);

/** The fault that work ends with; fails when it ends well. */
export async function accessFault(work: Promise<unknown>): Promise<AccessFault> {
  const fault: unknown = await work.then(
    () => new Error('it ended well'),
    (reason: unknown) => reason,
  );
  if (fault instanceof AccessError) return fault.fault;
  throw fault;
}
