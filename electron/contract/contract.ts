import type { z } from 'zod';
import { appMethods } from './app';
import { caseMethods } from './cases';
import { checkMethods } from './checks';
import { documentMethods } from './documents';
import type { Answer } from './method';
import { roomMethods } from './room';

/** Every call that the window may make. Requests are checked in the main process, answers on both sides. */
export const contract = {
  ...appMethods,
  ...roomMethods,
  ...caseMethods,
  ...checkMethods,
  ...documentMethods,
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
};

/** The events that the main process sends. */
export const EVENTS = { caseChanged: 'case-changed' } as const;
