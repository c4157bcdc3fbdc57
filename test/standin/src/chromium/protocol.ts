/** The DevTools protocol's typings, as the pinned Playwright ships them. */
import type { Protocol } from '../../../../node_modules/playwright-core/types/protocol';

export type Command = keyof Protocol.CommandParameters;
export type Parameters<C extends Command> = Protocol.CommandParameters[C];
export type Result<C extends Command> = C extends keyof Protocol.CommandReturnValues
  ? Protocol.CommandReturnValues[C]
  : never;
export type EventName = keyof Protocol.EventMap;
export type EventData<E extends EventName> = Protocol.EventMap[E][0];
export type { Protocol };
