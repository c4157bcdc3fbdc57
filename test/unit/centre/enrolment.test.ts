import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  enrolmentAnswer,
  enrolmentText,
  stationsAnswer,
  type EnrolmentAnswer,
} from '../../../electron/core/domain/wire/enrolment';
import { testCentre, type TestCentre } from '../../fixtures/centre';
import { CentreSaid, type CentreStation } from '../../fixtures/centre-station';

let centre: TestCentre;
beforeAll(async () => {
  centre = await testCentre();
});
afterAll(() => centre.close());

const ask = (station: CentreStation, over: Readonly<Record<string, string>> = {}): Promise<EnrolmentAnswer> => {
  const words = { station: station.station, box: station.box, room: station.room, organisation: '某调委会', ...over };
  const request = { signature: station.key.sign(enrolmentText(words)), ...words };
  return station.ask('POST', '/v1/enrolment', enrolmentAnswer, request, false);
};
const events = async ({ station }: CentreStation): Promise<readonly unknown[]> => {
  const rows = await centre.db.within({ as: 'admin' }, ({ query }) =>
    query('select event from station_event where station = $1 order by number', [station]),
  );
  return rows.map((row) => row['event']);
};

describe('a workstation that asks for admission', () => {
  it('hears the centre’s keys and waits; asking again, also at once, writes nothing new', async () => {
    const room = centre.stranger();
    const answers = await Promise.all([ask(room), ask(room), ask(room)]);
    const { centre: key } = await room.challenge();
    for (const answer of answers) expect(answer).toMatchObject({ state: 'asked', centre: key, organisation: null });
    expect(await events(room)).toEqual(['asked']);
    await ask(room, { room: '调解室七' });
    expect(await events(room)).toEqual(['asked', 'asked']);
  });

  it('hears what became of it, and asking changes nothing then', async () => {
    const room = await centre.admit();
    const name = `机构 ${centre.committee}`;
    expect(await ask(room)).toMatchObject({ state: 'admitted', organisation: { id: centre.committee, name } });
    await centre.event(room, 'revoked');
    expect((await ask(room)).state).toBe('revoked');
    await centre.event(room, 'forked');
    expect((await ask(room)).state).toBe('forked');
    expect(await events(room)).toEqual(['admitted', 'revoked', 'forked']);
  });

  it('is refused when the signature is not over what it says', async () => {
    const room = centre.stranger();
    const words = { station: room.station, box: room.box, room: room.room, organisation: '某调委会' };
    const signature = room.key.sign(enrolmentText(words));
    const lies = { ...words, organisation: '另一调委会', signature };
    const asked = room.ask('POST', '/v1/enrolment', enrolmentAnswer, lies, false);
    await expect(asked).rejects.toEqual(new CentreSaid(400, 'bad-request', 'signature'));
    await expect(ask(room, { room: 'a\0b' })).rejects.toEqual(new CentreSaid(400, 'bad-request', 'room'));
    expect(await events(room)).toEqual([]);
  });
});

describe('the directory of workstations', () => {
  it('names those of one’s own committee, with their boxes and state, and no others', async () => {
    const [room, bank] = [await centre.admit(), await centre.admit('某行一', centre.institution)];
    const foreign = await centre.admit('别处', await centre.organisation('committee'));
    await centre.event(bank, 'revoked');
    const { stations } = await room.ask('GET', '/v1/stations', stationsAnswer);
    expect(stations).toContainEqual({
      station: bank.station,
      box: bank.box,
      room: '某行一',
      organisation: `机构 ${centre.institution}`,
      kind: 'institution',
      state: 'revoked',
    });
    expect(stations.map(({ station }) => station)).toContain(room.station);
    expect(stations.map(({ station }) => station)).not.toContain(foreign.station);
  });
});
