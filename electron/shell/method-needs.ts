import type { MethodName } from '../contract/contract';
import { AccessError } from '../core/access/access-error';
import type { Need } from '../core/access/needs';
import type { AccessDesk } from '../core/room/access-desk';

/**
 * What each call of the window needs（调用权限表）, complete by the type. It stands in the shell, beside the door, because the
 * core does not know the contract; the decision is the core's (AccessDesk.allow), and what touches cases is held against
 * the rights a second time where it is read and written (core/room/guarded-store.ts).
 */
export const NEEDS: Readonly<Record<MethodName, Need>> = {
  'app.info': 'before-sign-in',
  'app.zoom': 'before-sign-in',
  'app.fault': 'before-sign-in',

  'room.status': 'before-sign-in',
  'room.create': 'before-sign-in',
  'room.loadSamples': 'intake.import',
  'room.importFiles': 'intake.import',
  'room.leaseBlock': 'number.lease',
  'room.change': 'room.settings',
  'room.institutions': 'anyone',
  'room.today': 'case.read',

  'cases.list': 'case.read',
  'cases.create': 'case.write',
  'cases.open': 'case.read',
  // Kinds of entries need different rights: the guarded store decides.
  'cases.write': 'case.read',
  'cases.unmask': 'data.unmask',
  'cases.takeNumber': 'number.take',
  'cases.voidNumber': 'number.void',

  'checks.party': 'case.read',
  'checks.agreement': 'case.read',
  'checks.amount': 'anyone',
  'checks.clause': 'anyone',
  'checks.schedule': 'anyone',

  'documents.preview': 'case.read',
  'documents.issue': 'paper.issue',
  'documents.takeNumber': 'number.take',
  'documents.voidNumber': 'number.void',
  'documents.read': 'case.read',
  'documents.save': 'data.export',
  'documents.openInViewer': 'data.export',
  'documents.printers': 'anyone',
  'documents.print': 'paper.issue',
  'documents.job': 'anyone',
  'documents.cancelJob': 'paper.issue',
  'documents.confirmPrinted': 'paper.issue',

  'attachments.add': 'case.write',
  'attachments.read': 'case.read',

  'dossier.check': 'case.read',
  'dossier.make': 'case.read',
  'dossier.archive': 'case.archive',

  'transfers.check': 'case.read',
  'transfers.make': 'case.decide',
  'transfers.save': 'data.export',
  'transfers.answer': 'case.decide',

  'batch.run': 'data.export',
  'batch.cancel': 'anyone',

  'sync.status': 'before-sign-in',
  'sync.page': 'anyone',
  'sync.enrol': 'sync.manage',
  'sync.now': 'anyone',
  'sync.newIdentity': 'sync.manage',
  'sync.dismissRefused': 'sync.manage',
  'sync.takeSide': 'case.write',
  'sync.settleClosed': 'case.decide',
  'sync.mergeParties': 'case.write',
  'sync.writeStick': 'sync.stick',
  'sync.readStick': 'sync.stick',

  // The door itself: each asks for its own secret.
  'access.state': 'before-sign-in',
  'access.firstAccount': 'before-sign-in',
  'access.signIn': 'before-sign-in',
  'access.signInByPin': 'before-sign-in',
  'access.lock': 'before-sign-in',
  'access.signOut': 'before-sign-in',
  'access.touch': 'before-sign-in',
  'access.changePassword': 'before-sign-in',
  'access.setPin': 'before-sign-in',

  'accounts.page': 'account.manage',
  'accounts.add': 'account.manage',
  'accounts.change': 'account.manage',
  'accounts.lock': 'account.manage',
  'accounts.resetPassword': 'account.manage',
  'accounts.settings': 'account.manage',

  'keys.page': 'key.manage',
  'keys.recoverySheet': 'key.manage',
  'keys.confirmRecovery': 'key.manage',
  'keys.open': 'before-sign-in',
  'keys.resetPassword': 'before-sign-in',

  'log.list': 'log.read',
  'log.export': 'log.read',
  'privacy.findPerson': 'data.export',
  'privacy.exportPerson': 'data.export',
  'privacy.purgeable': 'data.purge',
  'privacy.purge': 'data.purge',

  'backup.page': 'backup.make',
  'backup.chooseFolder': 'backup.make',
  'backup.keep': 'backup.make',
  'backup.run': 'backup.make',
  'backup.prove': 'backup.make',
  'backup.cancel': 'anyone',
  'backup.restore': 'backup.restore',
  'backup.restoreNew': 'before-sign-in',
  'backup.releaseBlock': 'number.lease',

  'verify.run': 'store.verify',
  'verify.repair': 'store.verify',

  // Where the room does not open, nobody can sign in, and just then they are wanted.
  'diagnostics.look': 'unless-open',
  'diagnostics.save': 'unless-open',
};

/** Lets a call through, or throws AccessError. `access` is null while no room is open: then nobody can be signed in. */
export function gate(method: MethodName, access: Pick<AccessDesk, 'allow'> | null): void {
  const need = NEEDS[method];
  if (access) access.allow(need);
  else if (need !== 'before-sign-in' && need !== 'unless-open') throw new AccessError('signed-out');
}
