import { isDeepStrictEqual } from 'node:util';
import path from 'node:path';
import type { PdfService } from '../core/documents/pdf-service';
import type { Outcome } from '../core/room/outcome';
import { Room } from '../core/room/room';
import { makeKeyFile } from './key-file';
import { portsFor } from './open-room';
import { say } from './output';
import { startCentre, type OwnCentre } from './own-centre';

type Must = <T>(outcome: Outcome<T>) => T;

const COMMITTEE = 'committee';
/** One round sends and fetches all there is; a second one sends what the first one leased. */
const ROUNDS = 5;

/**
 * The last part of the demonstration: an embedded centre as a program of its own, this room and a second one admitted to it, and
 * the second room with every case, entry for entry, and every issued document. False when the second one differs.
 */
export async function syncWithSecondRoom(first: Room, work: string, pdf: PdfService, must: Must): Promise<boolean> {
  const centre = await startCentre(path.join(work, 'centre'));
  if (!centre) {
    say.result('   The centre is not part of this installation: the step is left out.');
    return true;
  }
  try {
    say.result(`   A centre on ${centre.url}`);
    await centre.admin('organisation', 'add', COMMITTEE, first.profile.organisation.name, '--kind', 'committee');
    await join(first, centre, must);
    const store = path.join(work, 'second');
    const opener = await makeKeyFile(path.join(work, 'second.key'));
    const profile = { ...first.profile, room: '调解室五', operator: '傅听澜' };
    const second = await Room.create(portsFor(store, opener, pdf), profile, []);
    try {
      await join(second, centre, must);
      return await compare(first, second, must);
    } finally {
      await second.close();
    }
  } finally {
    await centre.stop();
  }
}

/** Asks for admission, is admitted by the code that both sides show, and exchanges until both have all. */
async function join(room: Room, centre: OwnCentre, must: Must): Promise<void> {
  must(await room.sync.enrol(centre.url));
  const code = room.sync.facts.centre?.code ?? '';
  await centre.admin('admit', code, '--organisation', COMMITTEE);
  const sums = { sent: 0, received: 0, filesSent: 0, filesReceived: 0 };
  for (let round = 0; round < ROUNDS && room.sync.status.state !== 'up-to-date'; round++) {
    const done = await room.sync.once();
    for (const key of Object.keys(sums) as (keyof typeof sums)[]) sums[key] += done[key];
  }
  say.result(
    `   ${room.profile.room}: code ${code}, sent ${sums.sent} entries and ${sums.filesSent} files, ` +
      `received ${sums.received} and ${sums.filesReceived}: ${room.sync.status.state}`,
  );
}

async function compare(first: Room, second: Room, must: Must): Promise<boolean> {
  let same = 0;
  let documents = 0;
  const { rows } = first.cases.list({ query: '', stage: null, offset: 0, limit: 1000 });
  for (const { id } of rows) {
    const [one, other] = [must(await first.cases.open(id)), must(await second.cases.open(id))];
    if (isDeepStrictEqual(one.state, other.state)) same += 1;
    for (const document of other.state.documents) {
      must(await second.documents.read(id, document.entry));
      documents += 1;
    }
  }
  say.result(`   ${second.profile.room} has ${same} of ${rows.length} cases the same, ${documents} documents readable`);
  return same === rows.length;
}
