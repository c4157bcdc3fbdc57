import { isCaseSubject } from '../../../electron/core/domain/journal/subject-kinds';
import type { SimRoom } from './sim-room';
import type { TestCentre } from './test-centre';

/** Who took part in a history（历史的各方）, when its troubles are over. */
export interface Parties {
  readonly centre: TestCentre;
  readonly rooms: readonly SimRoom[];
  readonly organisationOf: (index: number) => string;
  readonly tell: (word: string) => void;
}

/**
 * The administrator and the persons in the rooms do their part, until all are up to date and nobody sent anything any more
 * that an earlier one has not read. Throws when there is no rest.
 */
export async function settle({ centre, rooms, organisationOf, tell }: Parties): Promise<void> {
  for (let pass = 0; pass < 12; pass++) {
    await centre.releaseForks();
    let calm = true;
    const before = await placesTaken(centre);
    for (const [index, room] of rooms.entries()) {
      const fault = await room.round();
      tell(`room ${index} ends ${fault?.kind ?? 'well'}`);
      const { status } = room;
      if (status.state === 'up-to-date') continue;
      calm = false;
      if (status.state !== 'needs-person') continue;
      if (status.reason === 'refused-entries') {
        await room.dismissRefused();
        continue;
      }
      if (status.reason === 'forked') {
        await room.newIdentity();
        tell(`room ${index} takes a new identity`);
      }
      await centre.admit(room.station, organisationOf(index)).catch((error: unknown) => {
        // Forked ones are not admitted; a wiped centre does not know it before it asked again.
        tell(`not admitted: ${error instanceof Error ? error.message.split(':')[0] : ''}`);
      });
    }
    if (calm && before === (await placesTaken(centre))) return;
  }
  throw new Error(`no rest: ${JSON.stringify(rooms.map((room) => room.status))}`);
}

async function placesTaken(centre: TestCentre): Promise<number> {
  return Number((await centre.rows('select count(*) as places from feed'))[0]?.['places']);
}

/** Throws unless every room holds just what it may read at the centre, and the centre all that was acknowledged. */
export async function compare(
  { centre, rooms, organisationOf, tell }: Parties,
  acknowledged: ReadonlySet<string>,
): Promise<void> {
  const rows = await centre.rows('select id, subject from entry');
  const atCentre = new Map(rows.map(({ id, subject }) => [String(id), String(subject)]));
  const cases = [...atCentre].filter(([, subject]) => isCaseSubject(subject));
  for (const [index, room] of rooms.entries()) {
    const bank = organisationOf(index) === 'bank';
    const due = cases.filter(([, subject]) => !bank || subject.startsWith('case-bank')).map(([id]) => id);
    const here = await room.caseIds();
    const [missing, more] = [minus(due, here), minus(here, due)];
    if (missing.length + more.length > 0 || here.length !== due.length) {
      throw new Error(`room ${index} lacks ${missing.length} and has ${more.length} that the centre has not`);
    }
    tell(`room ${index} holds ${here.length}`);
  }
  const lost = minus([...acknowledged], [...atCentre.keys()]);
  if (lost.length > 0) throw new Error(`the centre lacks ${lost.length} acknowledged entries`);
}

function minus(from: readonly string[], what: readonly string[]): readonly string[] {
  const others = new Set(what);
  return from.filter((id) => !others.has(id));
}
