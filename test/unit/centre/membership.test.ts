import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grant, withdraw } from '../../../centre/membership/grant';
import { subjectAnswer, subjectsAnswer } from '../../../electron/core/domain/wire/exchange';
import { testCentre, type TestCentre } from '../../fixtures/centre';
import { CentreSaid, newCase, type CentreStation } from '../../fixtures/centre-station';

let centre: TestCentre;
beforeAll(async () => {
  centre = await testCentre();
});
afterAll(() => centre.close());

const change = <T>(
  how: (q: Parameters<typeof grant>[0], a: Parameters<typeof grant>[1]) => Promise<T>,
  subject: string,
  organisation: string,
) => centre.db.within({ as: 'admin' }, (queries) => how(queries, { subject, organisation, by: '管理员' }));
const names = async (station: CentreStation): Promise<readonly string[]> =>
  (await station.ask('GET', '/v1/subjects', subjectsAnswer)).subjects;

describe('access to a case', () => {
  it('brings all its entries to the end of the feed, and later ones as they come', async () => {
    const [room, mediator] = [await centre.admit(), await centre.admit('受邀调解员', centre.mediator)];
    const subject = newCase();
    const entries = room.writeMany(subject, 3);
    await room.send(entries);
    const before = (await mediator.readAll()).last.proof.checkpoint;
    expect(await change(grant, subject, centre.mediator)).toBe(3);
    const [later, theirs] = [room.write(subject), mediator.write(subject)];
    expect(await room.outcomes([later])).toEqual(['taken']);
    expect(await mediator.outcomes([theirs])).toEqual(['taken']);
    expect((await mediator.readAll(before)).ids).toEqual([...entries, later, theirs].map(({ id }) => id));
    expect(await names(mediator)).toContain(subject);
    expect(await change(grant, subject, centre.mediator)).toBe(0);
  });

  it('withdrawn ends reading and writing at the next request, by every way', async () => {
    const [room, bank] = [await centre.admit(), await centre.admit('某行一', centre.institution)];
    const subject = newCase();
    const entry = room.write(subject);
    await room.send([entry]);
    await change(grant, subject, centre.institution);
    expect((await bank.readAll()).ids).toContain(entry.id);
    const byId = `/v1/entries/${entry.id}`;
    expect((await bank.ask('GET', byId, subjectAnswer)).entries).toHaveLength(1);
    expect(await change(withdraw, subject, centre.institution)).toBe(true);
    const { ids, last } = await bank.readAll();
    expect(ids).not.toContain(entry.id);
    expect(last.proof.checkpoint.seq).toBe(last.proof.head);
    expect(await names(bank)).not.toContain(subject);
    await expect(bank.subject(subject)).rejects.toEqual(new CentreSaid(404, 'not-found'));
    await expect(bank.ask('GET', byId, subjectAnswer)).rejects.toEqual(new CentreSaid(404, 'not-found'));
    expect(await bank.outcomes([bank.write(subject), bank.write(newCase())])).toEqual(['not-yours', 'taken']);
  });

  it('given again brings what came meanwhile, nothing twice', async () => {
    const [room, bank] = [await centre.admit(), await centre.admit('某行一', centre.institution)];
    const subject = newCase();
    const [one, two] = room.writeMany(subject, 2);
    await room.send([one]);
    await change(grant, subject, centre.institution);
    await change(withdraw, subject, centre.institution);
    await room.send([two]);
    expect(await change(grant, subject, centre.institution)).toBe(1);
    expect((await bank.readAll()).ids.slice(-2)).toEqual([one?.id, two?.id]);
  });

  it('is not given to a case that the centre does not have', async () => {
    expect(await change(grant, newCase(), centre.mediator)).toBeNull();
    expect(await change(withdraw, newCase(), centre.mediator)).toBe(false);
  });

  it('lets an author’s earlier entries in from those who have it, after he lost it', async () => {
    const [room, bank] = [await centre.admit(), await centre.admit('某行一', centre.institution)];
    const subject = newCase();
    await room.send([room.write(subject)]);
    await change(grant, subject, centre.institution);
    const written = bank.write(subject);
    await change(withdraw, subject, centre.institution);
    expect(await bank.outcomes([written])).toEqual(['not-yours']);
    expect(await room.outcomes([written])).toEqual(['taken']);
  });
});

describe('names of cases', () => {
  it('come in pages', async () => {
    const its = await centre.organisation('committee');
    const room = await centre.admit('调解室一', its);
    const cases = [newCase(), newCase(), newCase()].sort();
    await room.send(cases.map((subject) => room.write(subject)));
    const first = await room.ask('GET', '/v1/subjects?limit=2', subjectsAnswer);
    expect(first).toMatchObject({ subjects: cases.slice(0, 2), more: true });
    const rest = await room.ask('GET', `/v1/subjects?limit=2&after=${cases[1] ?? ''}`, subjectsAnswer);
    expect(rest).toMatchObject({ subjects: cases.slice(2), more: false });
  });
});
