import type { Handlers } from '../../contract/answers';
import { done } from '../../core/room/outcome';
import type { RoomHolder } from '../room-holder';
import { caseStep } from './case-step';
import { saveTakenOut } from './save-taken-out';
import { withRoom } from './with-room';

type Methods = Extract<keyof Handlers, `transfers.${string}`>;

/** 移送: packages for the court and its answers. */
export function transferHandlers(holder: RoomHolder): Handlers<Methods> {
  return {
    'transfers.check': ({ id, type }) => withRoom(holder, (room) => room.transfers.check(id, type)),
    'transfers.make': ({ id, type }) =>
      withRoom(holder, async (room) => {
        const made = await room.transfers.make(id, type);
        if (!made.ok) return made;
        const view = await room.cases.open(id);
        return view.ok ? done({ ...made.value, view: view.value }) : view;
      }),
    'transfers.save': ({ id, transfer }) =>
      withRoom<{ file: string | null }>(holder, async (room) => {
        const found = await room.transfers.takeOut(id, transfer);
        if (!found.ok) return found;
        return done({ file: await saveTakenOut(found.value, { title: '保存材料包 Save the package', ending: 'zip' }) });
      }),
    'transfers.answer': ({ id, transfer, ...answer }) =>
      caseStep(holder, id, (room) => room.transfers.answer(id, transfer, answer)),
  };
}
