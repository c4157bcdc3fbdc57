import { setTimeout as pause } from 'node:timers/promises';
import type { Room } from '../core/room/room';
import type { OnceReport } from '../core/sync/sync-engine';
import { faultWords } from '../core/sync/words';
import { required, type Options } from './arguments';
import { withStore } from './open-room';
import { say, type Exit } from './output';

/** `sync`: one round with the centre, or rounds until it is stopped. */
export async function sync(_words: readonly string[], options: Options): Promise<Exit> {
  return withStore(required(options.store, '--store'), async (room) => {
    if (options.centre !== undefined) {
      const asked = await room.sync.enrol(options.centre);
      if (!asked.ok) {
        say.problems(asked.problems);
        return 1;
      }
    }
    return options.once ? report(await room.sync.once(), room, options) : untilStopped(room, options);
  });
}

function report(round: OnceReport, room: Room, { json }: Options): Exit {
  const { fault, ...counts } = round;
  const { status } = room.sync;
  if (json) say.json({ ...counts, status: status.state, ...(fault ? { fault: fault.kind } : {}) });
  else {
    say.result(
      `发送 sent ${counts.sent} · 接收 received ${counts.received} · 拒收 refused ${counts.refused} · 待传 remaining ${counts.remaining}` +
        ` · 文件 files ${counts.filesSent}/${counts.filesReceived}, ${counts.filesRemaining} left`,
    );
  }
  if (fault) say.problems([faultWords(fault)]);
  else if (status.state === 'not-set-up')
    say.message(
      '本机还没有接入中心，请先运行 enrol。 / This workstation is not enrolled with a centre: run enrol first.',
    );
  return status.state === 'up-to-date' ? 0 : 1;
}

/** Says each change of the state in a line, until SIGINT or SIGTERM. */
async function untilStopped(room: Room, options: Options): Promise<Exit> {
  const stopped = new AbortController();
  const stop = (): void => stopped.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  let last = '';
  room.sync.engine.onChange(() => {
    const line = JSON.stringify(room.sync.status);
    if (line === last) return;
    last = line;
    if (options.json) say.json(room.sync.status);
    else say.result(line);
  });
  room.sync.engine.start();
  while (!stopped.signal.aborted) await pause(60_000, undefined, { signal: stopped.signal }).catch(() => undefined);
  process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop);
  return 0;
}
