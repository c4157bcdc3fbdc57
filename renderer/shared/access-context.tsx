import { createContext, useContext, type ReactNode } from 'react';
import type { AccessState } from '../../electron/contract/access';

/** Rights that decide what a screen shows; the program holds every call against its own table all the same. */
export type ShownRight =
  | 'case.read'
  | 'case.write'
  | 'number.lease'
  | 'intake.import'
  | 'data.unmask'
  | 'data.export'
  | 'data.purge'
  | 'log.read'
  | 'account.manage'
  | 'key.manage'
  | 'backup.make'
  | 'backup.restore'
  | 'store.verify'
  | 'room.settings';

interface AccessHold {
  readonly access: AccessState;
  /** Takes what a step answered. */
  readonly take: (state: AccessState) => void;
  readonly reload: () => void;
  /** Saves what is typed, keeps the screen and asks for the password. */
  readonly lock: () => void;
  /** The same, for somebody else: the names are shown first. */
  readonly changePerson: () => void;
  /** Saves what is typed and ends the work. */
  readonly signOut: () => void;
}

const AccessContext = createContext<AccessHold | null>(null);

/** Gives the screens who is signed in. */
export function AccessProvider({ value, children }: { readonly value: AccessHold; readonly children: ReactNode }) {
  return <AccessContext value={value}>{children}</AccessContext>;
}

/** Who is signed in, and the steps of the door. */
export function useAccess(): AccessHold {
  const hold = useContext(AccessContext);
  if (hold === null) throw new Error('useAccess outside of AccessProvider');
  return hold;
}

/** Whether whoever is signed in has a right: what he may not do is not offered. */
export function useRights(): (right: ShownRight) => boolean {
  const { access } = useAccess();
  const rights = access.who?.rights ?? [];
  return (right) => rights.includes(right);
}
