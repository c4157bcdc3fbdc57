import { stationVerifier } from '../../electron/core/crypto/signing-key';
import { enrolmentText, type EnrolmentAnswer, type EnrolmentRequest } from '../../electron/core/domain/wire/enrolment';
import { wipeText } from '../../electron/core/domain/wire/wipe';
import type { CentreContext } from '../context';
import { RequestRefused } from '../routes/route';
import { stationState } from '../sessions/station-state';

/**
 * A workstation asks for admission（申请入网）.
 *
 * Promises: only the holder of the key asks; asking again changes nothing unless it says something new, and never once it
 * was admitted, revoked or copied.
 * Does not promise: that anybody looked. The administrator compares the short code and admits (centre/admin).
 * Throws RequestRefused bad-request on a signature that does not hold; DbAway.
 * Proved by test/unit/centre/enrolment.test.ts.
 */
export async function enrol({ db, keys }: CentreContext, request: EnrolmentRequest): Promise<EnrolmentAnswer> {
  const { station, box, room, organisation } = request;
  if (!stationVerifier.verify(station, enrolmentText(request), request.signature)) {
    throw new RequestRefused(400, 'bad-request', { field: 'signature' });
  }
  if (`${room}${organisation}`.includes('\0')) throw new RequestRefused(400, 'bad-request', { field: 'room' });
  return db.within({ as: 'service' }, async (queries) => {
    // One of a station at a time: two requests at once ask once.
    await queries.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [station]);
    const known = await stationState(queries, station);
    const news =
      known === null ||
      (known.state === 'asked' &&
        (known.box !== box || known.room !== room || known.askedOrganisation !== organisation));
    if (news) {
      await queries.query(
        `insert into station_event (station, event, box, room, asked_organisation) values ($1, 'asked', $2, $3, $4)`,
        [station, box, room, organisation],
      );
    }
    const its = known?.organisation ?? null;
    return {
      state: known?.state ?? 'asked',
      centre: keys.station,
      centreBox: keys.box,
      organisation: its === null ? null : { id: its.id, name: its.name },
      ...(known?.wipe == null
        ? {}
        : { wipe: { order: known.wipe, signature: keys.sign(wipeText(station, known.wipe)) } }),
    };
  });
}
