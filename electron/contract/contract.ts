import type { z } from 'zod';
import { accessMethods, privacyMethods } from './access';
import { appMethods } from './app';
import { attachmentMethods } from './attachments';
import { batchMethods } from './batch';
import { caseMethods } from './cases';
import { checkMethods } from './checks';
import { documentMethods } from './documents';
import { dossierMethods } from './dossier';
import type { Answer } from './method';
import { roomMethods } from './room';
import { safetyMethods, type WorkProgress } from './safety';
import { syncMethods } from './sync';
import { transferMethods } from './transfers';

/** Every call that the window may make. Requests are checked in the main process, answers on both sides. */
export const contract = {
  ...appMethods,
  ...roomMethods,
  ...caseMethods,
  ...checkMethods,
  ...documentMethods,
  ...attachmentMethods,
  ...dossierMethods,
  ...transferMethods,
  ...batchMethods,
  ...syncMethods,
  ...accessMethods,
  ...privacyMethods,
  ...safetyMethods,
} as const;

export type MethodName = keyof typeof contract;
export type Request<M extends MethodName> = z.input<(typeof contract)[M]['request']>;
export type Received<M extends MethodName> = z.output<(typeof contract)[M]['request']>;
export type Response<M extends MethodName> = z.output<(typeof contract)[M]['response']>;

/** What preload puts into the page as `window.mediationRoom`: one named function a method, and the events. */
export type Bridge = {
  readonly [M in MethodName]: (request: Request<M>) => Promise<Answer<Response<M>>>;
} & {
  /** Called with the id of a case that changed; returns the function that ends the subscription. */
  readonly onCaseChanged: (listener: (caseId: string) => void) => () => void;
  /** Called when the state of sync changed; ask `sync.status` then. */
  readonly onSyncChanged: (listener: () => void) => () => void;
  /** Called while a batch runs, with how many cases are done; returns the function that ends the subscription. */
  readonly onBatchProgress: (listener: (progress: BatchProgress) => void) => () => void;
  /** Called when somebody signed in or out, or the screen was locked; ask `access.state` then. */
  readonly onAccessChanged: (listener: () => void) => () => void;
  /** The screen is about to be locked, in two seconds at the latest: save what is typed and call `access.lock`. */
  readonly onLockAsked: (listener: () => void) => () => void;
  /** Called while a backup, proof, restore or check goes on. */
  readonly onWorkProgress: (listener: (progress: WorkProgress) => void) => () => void;
};

/** The events that the main process sends. */
export const EVENTS = {
  caseChanged: 'case-changed',
  batchProgress: 'batch-progress',
  syncChanged: 'sync-changed',
  accessChanged: 'access-changed',
  lockAsked: 'lock-asked',
  workProgress: 'work-progress',
} as const;

export interface BatchProgress {
  readonly done: number;
  readonly total: number;
}
