import type { OpenedCase } from '../../core/room/case-desk';
import type { Outcome } from '../../core/room/outcome';
import type { Room } from '../../core/room/room';
import type { RoomHolder } from '../room-holder';
import { withRoom } from './with-room';

/** Does a step that changes a case and answers with the case as it stands then. */
export function caseStep(
  holder: RoomHolder,
  id: string,
  step: (room: Room) => Promise<Outcome<unknown>>,
): Promise<Outcome<OpenedCase>> {
  return withRoom(holder, async (room) => {
    const taken = await step(room);
    if (!taken.ok) return taken;
    return room.cases.open(id);
  });
}
