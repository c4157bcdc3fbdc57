import path from 'node:path';
import type { Handlers } from '../../contract/answers';
import type { privacyMethods } from '../../contract/access';
import { done } from '../../core/room/outcome';
import type { RoomHolder } from '../room-holder';
import { askWhere } from '../save-file';
import { saveTakenOut } from './save-taken-out';
import { withRoom } from './with-room';

type Methods = Exclude<keyof typeof privacyMethods, 'privacy.purgeable' | 'privacy.purge'>;

/** 隐私: the access log, and all that is kept of one person. */
export function privacyHandlers(holder: RoomHolder): Handlers<Methods> {
  return {
    'log.list': (query) => withRoom(holder, async (room) => done(await room.privacy.log(query))),
    'log.export': ({ from, to }) =>
      withRoom<{ file: string | null }>(holder, async (room) => {
        const kind = { title: '保存查阅记录 Save the access log', ending: 'csv' } as const;
        return done({ file: await saveTakenOut(await room.privacy.logFile(from, to), kind) });
      }),
    'privacy.findPerson': ({ query }) =>
      withRoom(holder, async (room) => done({ found: await room.privacy.findPerson(query) })),
    'privacy.exportPerson': ({ parties }) =>
      withRoom<{ file: string | null; cases: number }>(holder, async (room) => {
        const places = await room.privacy.person(parties);
        if (!places.ok) return places;
        const file = await askWhere('个人信息副本.zip', { title: '保存个人信息副本 Save the data', ending: 'zip' });
        if (file === null) return done({ file, cases: 0 });
        return done({ file, cases: await room.privacy.exportPerson(places.value, path.resolve(file)) });
      }),
  };
}
