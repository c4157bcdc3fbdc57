import { contextBridge, ipcRenderer } from 'electron';
import type { BatchProgress, Bridge, EVENTS, MethodName } from './contract/contract';
import type { WorkProgress } from './contract/safety';

/**
 * What the page sees of the outside: one named function a method of the contract, and the events. No general channel.
 * The compiler holds the table against the contract in both directions; the checks are made in the main process.
 */
const call =
  (method: MethodName) =>
  (request: unknown): Promise<never> =>
    ipcRenderer.invoke(method, request) as Promise<never>;

/** Listens to an event of the main process; the answer ends it. */
function hear(event: (typeof EVENTS)[keyof typeof EVENTS], listener: (value: never) => void): () => void {
  const heard = (_event: unknown, value: unknown): void => listener(value as never);
  ipcRenderer.on(event, heard);
  return () => {
    ipcRenderer.removeListener(event, heard);
  };
}

const bridge = {
  'app.info': call('app.info'),
  'app.zoom': call('app.zoom'),
  'app.fault': call('app.fault'),
  'room.status': call('room.status'),
  'room.create': call('room.create'),
  'room.loadSamples': call('room.loadSamples'),
  'room.importFiles': call('room.importFiles'),
  'room.leaseBlock': call('room.leaseBlock'),
  'room.change': call('room.change'),
  'room.institutions': call('room.institutions'),
  'room.today': call('room.today'),
  'cases.list': call('cases.list'),
  'cases.create': call('cases.create'),
  'cases.open': call('cases.open'),
  'cases.write': call('cases.write'),
  'cases.unmask': call('cases.unmask'),
  'cases.takeNumber': call('cases.takeNumber'),
  'cases.voidNumber': call('cases.voidNumber'),
  'checks.party': call('checks.party'),
  'checks.agreement': call('checks.agreement'),
  'checks.amount': call('checks.amount'),
  'checks.clause': call('checks.clause'),
  'checks.schedule': call('checks.schedule'),
  'documents.preview': call('documents.preview'),
  'documents.issue': call('documents.issue'),
  'documents.takeNumber': call('documents.takeNumber'),
  'documents.voidNumber': call('documents.voidNumber'),
  'documents.read': call('documents.read'),
  'documents.save': call('documents.save'),
  'documents.openInViewer': call('documents.openInViewer'),
  'documents.printers': call('documents.printers'),
  'documents.print': call('documents.print'),
  'documents.job': call('documents.job'),
  'documents.cancelJob': call('documents.cancelJob'),
  'documents.confirmPrinted': call('documents.confirmPrinted'),
  'attachments.add': call('attachments.add'),
  'attachments.read': call('attachments.read'),
  'dossier.check': call('dossier.check'),
  'dossier.make': call('dossier.make'),
  'dossier.archive': call('dossier.archive'),
  'transfers.check': call('transfers.check'),
  'transfers.make': call('transfers.make'),
  'transfers.save': call('transfers.save'),
  'transfers.answer': call('transfers.answer'),
  'batch.run': call('batch.run'),
  'batch.cancel': call('batch.cancel'),
  'sync.status': call('sync.status'),
  'sync.page': call('sync.page'),
  'sync.enrol': call('sync.enrol'),
  'sync.now': call('sync.now'),
  'sync.newIdentity': call('sync.newIdentity'),
  'sync.dismissRefused': call('sync.dismissRefused'),
  'sync.takeSide': call('sync.takeSide'),
  'sync.settleClosed': call('sync.settleClosed'),
  'sync.mergeParties': call('sync.mergeParties'),
  'sync.writeStick': call('sync.writeStick'),
  'sync.readStick': call('sync.readStick'),
  'access.state': call('access.state'),
  'access.firstAccount': call('access.firstAccount'),
  'access.signIn': call('access.signIn'),
  'access.signInByPin': call('access.signInByPin'),
  'access.lock': call('access.lock'),
  'access.signOut': call('access.signOut'),
  'access.touch': call('access.touch'),
  'access.changePassword': call('access.changePassword'),
  'access.setPin': call('access.setPin'),
  'accounts.page': call('accounts.page'),
  'accounts.add': call('accounts.add'),
  'accounts.change': call('accounts.change'),
  'accounts.lock': call('accounts.lock'),
  'accounts.resetPassword': call('accounts.resetPassword'),
  'accounts.settings': call('accounts.settings'),
  'keys.page': call('keys.page'),
  'keys.recoverySheet': call('keys.recoverySheet'),
  'keys.confirmRecovery': call('keys.confirmRecovery'),
  'keys.open': call('keys.open'),
  'keys.resetPassword': call('keys.resetPassword'),
  'log.list': call('log.list'),
  'log.export': call('log.export'),
  'privacy.findPerson': call('privacy.findPerson'),
  'privacy.exportPerson': call('privacy.exportPerson'),
  'privacy.purgeable': call('privacy.purgeable'),
  'privacy.purge': call('privacy.purge'),
  'backup.page': call('backup.page'),
  'backup.chooseFolder': call('backup.chooseFolder'),
  'backup.keep': call('backup.keep'),
  'backup.run': call('backup.run'),
  'backup.prove': call('backup.prove'),
  'backup.cancel': call('backup.cancel'),
  'backup.restore': call('backup.restore'),
  'backup.restoreNew': call('backup.restoreNew'),
  'backup.releaseBlock': call('backup.releaseBlock'),
  'verify.run': call('verify.run'),
  'verify.repair': call('verify.repair'),
  'diagnostics.look': call('diagnostics.look'),
  'diagnostics.save': call('diagnostics.save'),
  onCaseChanged: (listener: (caseId: string) => void) => hear('case-changed', listener),
  onSyncChanged: (listener: () => void) => hear('sync-changed', listener),
  onBatchProgress: (listener: (progress: BatchProgress) => void) => hear('batch-progress', listener),
  onAccessChanged: (listener: () => void) => hear('access-changed', listener),
  onLockAsked: (listener: () => void) => hear('lock-asked', listener),
  onWorkProgress: (listener: (progress: WorkProgress) => void) => hear('work-progress', listener),
} satisfies Bridge;

/** A name here that the contract lacks is an error, too: then no name fits. */
type Complete = [Exclude<keyof typeof bridge, keyof Bridge>] extends [never] ? string : never;
const expose = (name: Complete): void => contextBridge.exposeInMainWorld(name, bridge);

expose('mediationRoom');
