import type { Answer } from './method';
import type { MethodName, Received, Response } from './contract';

/** A value that the receiver only reads: the core's readonly types fit, too. */
type Reading<T> = T extends Uint8Array
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Reading<Item>[]
    : T extends object
      ? { readonly [K in keyof T]: Reading<T[K]> }
      : T;

/** One function a method; the compiler holds the whole table against the contract. */
export type Handlers<M extends MethodName = MethodName> = {
  readonly [K in M]: (request: Received<K>) => Promise<Answer<Reading<Response<K>>>> | Answer<Reading<Response<K>>>;
};
