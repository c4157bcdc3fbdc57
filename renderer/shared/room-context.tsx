import { createContext, useContext, type ReactNode } from 'react';
import type { RoomInfo } from '../../electron/contract/room';

export interface RoomHold {
  readonly room: RoomInfo;
  /** Takes what the program says of the room now. */
  readonly setRoom: (room: RoomInfo) => void;
  /** Asks again, e.g. after a number was taken. */
  readonly reloadRoom: () => void;
}

const RoomContext = createContext<RoomHold | null>(null);

/** Gives the screens the room that is open. */
export function RoomProvider({ value, children }: { readonly value: RoomHold; readonly children: ReactNode }) {
  return <RoomContext value={value}>{children}</RoomContext>;
}

/** The room that is open. */
export function useRoom(): RoomHold {
  const hold = useContext(RoomContext);
  if (hold === null) throw new Error('useRoom outside of RoomProvider');
  return hold;
}
