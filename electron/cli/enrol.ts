import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { faultWords } from '../core/sync/words';
import type { Room } from '../core/room/room';
import { required, UsageError, type Options } from './arguments';
import { withStore } from './open-room';
import { say, type Exit } from './output';

/** Seconds between two questions whether the administrator has admitted this workstation. */
const ASK = 3;

/** `enrol URL`: asks a centre for admission and shows the code that the administrator has to see too. */
export async function enrol([url, ...more]: readonly string[], options: Options): Promise<Exit> {
  if (url === undefined || more.length > 0)
    throw new UsageError('enrol 需要一个中心地址 / enrol needs the address of the centre');
  const ca = options.ca === undefined ? undefined : await readFile(options.ca, 'utf8');
  return withStore(required(options.store, '--store'), async (room) => {
    const asked = await room.sync.enrol(url, ca);
    if (!asked.ok) {
      say.problems(asked.problems);
      return 1;
    }
    tell(room, options);
    while (options.wait && room.sync.facts.centre?.state === 'asked') {
      await pause(ASK * 1000);
      await room.sync.enrol(url, ca); // a line that is cut meanwhile is tried again
    }
    if (options.wait) tell(room, options);
    return room.sync.facts.centre?.state === 'admitted' || !options.wait ? 0 : 1;
  });
}

function tell(room: Room, { json }: Options): void {
  const { centre, fault } = room.sync.facts;
  if (json) say.json({ centre: centre?.url, code: centre?.code, state: centre?.state, station: room.sync.who.station });
  else {
    say.result(`${centre?.url ?? ''}\n核对码 code   ${centre?.code ?? ''}\n状态 state    ${centre?.state ?? ''}`);
    if (centre?.state === 'asked')
      say.message(
        '请把核对码读给中心管理员，两边一致后由其核准。 / Read the code to the administrator, who admits it when both are the same.',
      );
  }
  if (fault) say.problems([faultWords(fault)]);
}
