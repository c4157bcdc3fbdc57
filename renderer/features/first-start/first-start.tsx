import { useState } from 'react';
import type { RoomInfo } from '../../../electron/contract/room';
import { DoorPage } from '../access/door-page';
import { RestoreForm } from './restore-form';
import { RoomForm } from './room-form';
import './first-start.css';

interface FirstStartProps {
  /** The room is made and its first account signed in. */
  readonly onMade: (room: RoomInfo) => void;
  readonly onRestored: () => void;
}

/** The first start: make the room, or make it again from a backup. */
export function FirstStart({ onMade, onRestored }: FirstStartProps) {
  const [restore, setRestore] = useState(false);
  return (
    <DoorPage wide>
      {restore ? (
        <RestoreForm onBack={() => setRestore(false)} onRestored={onRestored} />
      ) : (
        <RoomForm onMade={onMade} onRestore={() => setRestore(true)} />
      )}
    </DoorPage>
  );
}
