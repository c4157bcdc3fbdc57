import { refused, type Outcome } from '../../core/room/outcome';
import type { Room } from '../../core/room/room';
import type { RoomHolder } from '../room-holder';

/** Runs with the open room, or refuses in words. */
export async function withRoom<T>(holder: RoomHolder, work: (room: Room) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const { room } = holder;
  return room ? work(room) : refused(NO_ROOM);
}

const NO_ROOM = {
  code: 'no-room',
  zh: '调解室数据还没有打开。请重新启动本软件；第一次使用请先新建。',
  en: 'The room store is not open. Restart the program, or create the room first.',
};
