import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { untilLocked } from '../../../centre/entries/arrival-locks';
import { releaseFork, releaseGap } from '../../../centre/entries/release';
import { testCentre, type TestCentre } from '../../fixtures/centre';
import { CentreSaid, newCase, type CentreStation } from '../../fixtures/centre-station';

let centre: TestCentre;
beforeAll(async () => {
  centre = await testCentre();
});
afterAll(() => centre.close());

const release = (how: typeof releaseGap, { station }: CentreStation) =>
  untilLocked(() => centre.db.within({ as: 'admin' }, (queries) => how(queries, station, '管理员')));

describe('a gap in the chain of a workstation', () => {
  it('holds what stands above it until it is filled, then takes all in order', async () => {
    const room = await centre.admit();
    const [one, two, three, four] = room.writeMany(newCase(), 4);
    expect(await room.outcomes([one, three])).toEqual(['taken', 'held']);
    expect(await room.outcomes([four, three])).toEqual(['held', 'held']);
    expect((await room.signIn()).held).toBe(2);
    expect(await room.missing([one, two, three].map((e) => e?.id ?? ''))).toEqual([two?.id, three?.id]);
    const answer = await room.send([two]);
    expect(answer.answers).toEqual([{ id: two?.id, outcome: 'taken' }]);
    expect(answer.chain).toEqual({ seq: 4, id: four?.id });
    expect((await room.readAll()).ids).toEqual([one, two, three, four].map((e) => e?.id));
    expect((await room.signIn()).held).toBe(0);
  });

  it('counts entries of the same request in any order', async () => {
    const room = await centre.admit();
    const [one, two, three] = room.writeMany(newCase(), 3);
    expect(await room.outcomes([three])).toEqual(['held']);
    expect(await room.outcomes([two, one])).toEqual(['taken', 'taken']);
    expect((await room.signIn()).chain.seq).toBe(3);
    expect(await room.outcomes([three])).toEqual(['known']);
  });

  it('looks at the rights of who brought a held entry anew', async () => {
    const bank = await centre.admit('某行一', centre.institution);
    const [one, two] = bank.writeMany(newCase(), 2);
    const bearer = await centre.admit('某行一乙', centre.institution);
    expect(await bearer.outcomes([two])).toEqual(['held']);
    await centre.event(bearer, 'admitted', { organisation: await centre.organisation('committee') });
    expect((await bank.send([one])).chain.seq).toBe(1);
    expect((await bank.send([two])).chain.seq).toBe(2);
  });

  it('of a lost workstation is accepted by the administrator, and may still be filled', async () => {
    const [room, other] = [await centre.admit(), await centre.admit('调解室五')];
    const [one, two, three, four, five, six] = room.writeMany(newCase(), 6);
    await other.send([one, three, five]);
    const released = await release(releaseGap, room);
    expect(released).toEqual({ taken: 2, organisations: [centre.committee] });
    expect((await other.readAll()).ids).toEqual(expect.arrayContaining([one, three, five].map((e) => e?.id)));
    expect(await other.outcomes([six, two, four])).toEqual(['taken', 'taken', 'taken']);
    expect((await room.signIn()).chain.seq).toBe(6);
    expect(await release(releaseGap, room)).toEqual({ taken: 0, organisations: [] });
  });
});

describe('a copied identity', () => {
  it('is noticed by the second entry with one counter; from then on it is refused', async () => {
    const room = await centre.admit();
    const subject = newCase();
    await room.send(room.writeMany(subject, 2));
    const copy = room.copy();
    const [own, theirs] = [room.write(subject), copy.write(subject)];
    expect(await room.outcomes([own])).toEqual(['taken']);
    expect(await copy.outcomes([theirs])).toEqual(['fork']);
    for (const machine of [room, copy]) {
      await expect(machine.readAll()).rejects.toEqual(new CentreSaid(403, 'forked'));
      await expect(machine.signIn()).rejects.toEqual(new CentreSaid(403, 'forked'));
    }
  });

  it('is noticed when an entry follows another one than the centre has', async () => {
    const room = await centre.admit();
    const subject = newCase();
    const copy = room.copy();
    await room.send(room.writeMany(subject, 1));
    copy.write(subject);
    expect(await copy.outcomes([copy.write(subject)])).toEqual(['fork']);
  });

  it('found through another workstation does not stop that one', async () => {
    const [room, other] = [await centre.admit(), await centre.admit('调解室五')];
    const subject = newCase();
    const copy = room.copy();
    const [own, theirs] = [room.write(subject), copy.write(subject)];
    expect(await other.outcomes([own, theirs])).toEqual(['taken', 'fork']);
    expect((await other.readAll()).ids).toContain(own.id);
    await expect(room.readAll()).rejects.toEqual(new CentreSaid(403, 'forked'));
  });

  it('gives its entries beside the chain when the administrator releases them, once', async () => {
    const [room, other] = [await centre.admit(), await centre.admit('调解室五')];
    const subject = newCase();
    const copy = room.copy();
    const own = room.writeMany(subject, 2);
    const theirs = copy.writeMany(subject, 4);
    await other.send(own);
    expect(await other.outcomes(theirs)).toEqual(['fork', 'fork', 'fork', 'held']);
    expect(await release(releaseFork, room)).toEqual({ taken: 4, organisations: [centre.committee] });
    const { ids } = await other.readAll();
    expect(ids).toEqual(expect.arrayContaining([...own, ...theirs].map(({ id }) => id)));
    expect(await other.outcomes(theirs)).toEqual(['known', 'known', 'known', 'known']);
    expect((await release(releaseFork, room)).taken).toBe(0);
    expect(await other.outcomes([room.write(subject)])).toEqual(['taken']);
  });
});

describe('a revoked workstation', () => {
  it('is refused at its next request; its earlier entries are still taken from others', async () => {
    const [room, other] = [await centre.admit(), await centre.admit('调解室五')];
    const subject = newCase();
    const [one, two, three] = room.writeMany(subject, 3);
    await room.send([one]);
    await centre.event(room, 'revoked', { upTo: 2 });
    await expect(room.send([two])).rejects.toEqual(new CentreSaid(403, 'revoked'));
    await expect(room.feed()).rejects.toEqual(new CentreSaid(403, 'revoked'));
    await expect(room.signIn()).rejects.toEqual(new CentreSaid(403, 'revoked'));
    expect(await other.outcomes([two, three])).toEqual(['taken', 'revoked-station']);
  });
});
