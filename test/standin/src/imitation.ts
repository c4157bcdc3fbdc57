import { EventEmitter } from 'node:events';

declare const imitatedEvents: unique symbol;

/**
 * Base of everything that has events. `E` lists the events which the app may listen for; `fire` sends no other, and the
 * conformance check reads the list to drop every other event from the typings that the app is compiled against.
 */
export class Imitation<E extends string> extends EventEmitter {
  declare readonly [imitatedEvents]: E;

  constructor() {
    super();
    this.setMaxListeners(0);
  }
}

/** Sends one of the events that the imitation declares; true when someone listened. */
export function fire<E extends string>(from: Imitation<E>, event: NoInfer<E>, ...values: unknown[]): boolean {
  return from.emit(event, ...values);
}

/** An event that a listener can prevent. */
export class Preventable {
  #prevented = false;

  get defaultPrevented(): boolean {
    return this.#prevented;
  }

  preventDefault(): void {
    this.#prevented = true;
  }
}

/** The app sees a stand-in's object as Electron's own class; the conformance check compares the two member by member. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- a cast; its one use is the target
export const asElectron = <T>(standIn: object): T => standIn as T;
