import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../electron/core/domain/journal/canonical';
import { LIMITS } from '../../../electron/core/domain/wire/limits';
import { testCentre, type TestCentre } from '../../fixtures/centre';
import { CentreSaid, newCase } from '../../fixtures/centre-station';

let centre: TestCentre;
beforeAll(async () => {
  centre = await testCentre();
});
afterAll(() => centre.close());

describe('entries that arrive', () => {
  it('are taken, and known when they are sent again, which changes nothing', async () => {
    const room = await centre.admit();
    const entries = room.writeMany(newCase(), 3);
    expect(await room.outcomes(entries)).toEqual(['taken', 'taken', 'taken']);
    const before = await room.readAll();
    const again = await room.send(entries);
    expect(again.answers.map(({ outcome }) => outcome)).toEqual(['known', 'known', 'known']);
    expect(again.chain).toEqual({ seq: 3, id: entries[2]?.id });
    expect((await room.readAll()).last.proof.checkpoint).toEqual(before.last.proof.checkpoint);
  });

  it('get one answer each: broken ones do not spoil their neighbours', async () => {
    const room = await centre.admit();
    const [first, second] = room.writeMany(newCase(), 2);
    const changed = { ...first, account: 'account-9' };
    const resigned = { ...first, sig: second?.sig };
    const answers = (await room.send([null, first, { id: 'x' }, changed, resigned, 7, second])).answers;
    expect(answers.map(({ outcome, fault }) => fault ?? outcome)).toEqual([
      'malformed',
      'taken',
      'malformed',
      'hash',
      'signature',
      'malformed',
      'taken',
    ]);
    expect(answers.map(({ id }) => id)).toEqual([null, first?.id, null, first?.id, first?.id, null, second?.id]);
  });

  it('are taken once when one request holds them twice', async () => {
    const room = await centre.admit();
    const entry = room.write(newCase());
    const [first] = await room.outcomes([entry, entry]);
    expect(first).toBe('taken');
    expect((await room.readAll()).ids.filter((id) => id === entry.id)).toHaveLength(1);
  });

  it('are refused when their workstation was never admitted', async () => {
    const room = await centre.admit();
    const entry = centre.stranger().write(newCase());
    expect(await room.outcomes([entry])).toEqual(['unknown-station']);
  });

  it('of a workstation that carries another one’s entries are taken, in their own chain', async () => {
    const [room, other] = [await centre.admit(), await centre.admit('调解室五')];
    const entries = other.writeMany(newCase(), 2);
    const answer = await room.send(entries);
    expect(answer.answers.map(({ outcome }) => outcome)).toEqual(['taken', 'taken']);
    expect(answer.chain).toEqual({ seq: 0, id: null });
    expect((await other.signIn()).chain).toEqual({ seq: 2, id: entries[1]?.id });
  });

  it('keep keys of any name, the whole text and the hash', async () => {
    const room = await centre.admit();
    const data = JSON.parse('{"__proto__":{"a":1},"constructor":{"prototype":1},"文":"𬎆\\u0000"}') as Record<
      string,
      unknown
    >;
    const entry = room.write(newCase(), {}, { data });
    expect(await room.outcomes([JSON.parse(JSON.stringify(entry))])).toEqual(['taken']);
    const [back] = await room.subject(entry.subject);
    expect(canonicalJson(back)).toBe(canonicalJson(entry));
  });

  it('that are too large or of no known subject are refused and keep their place in the chain', async () => {
    const room = await centre.admit();
    const large = room.write(newCase(), { facts: '文'.repeat(LIMITS.entryBytes / 3) });
    const odd = room.write('minutes-2026');
    const nul = room.write('case-\0');
    const good = room.write(newCase());
    const answer = await room.send([large, odd, nul, good]);
    expect(answer.answers.map(({ outcome, fault }) => fault ?? outcome)).toEqual([
      'too-large',
      'subject',
      'subject',
      'taken',
    ]);
    expect(answer.chain).toEqual({ seq: 4, id: good.id });
    expect(await room.missing([large.id, odd.id, good.id])).toEqual([]);
  });

  it('wait for a name with NUL above a gap without harm', async () => {
    const room = await centre.admit();
    const first = room.write(newCase());
    const nul = room.write('case-\0');
    expect(await room.outcomes([nul])).toEqual(['held']);
    expect(await room.outcomes([first])).toEqual(['taken']);
    expect((await room.signIn()).chain).toEqual({ seq: 2, id: nul.id });
  });

  it('of a case bring what it tells of files', async () => {
    const room = await centre.admit();
    const sha256 = 'ab'.repeat(32);
    const entry = room.write(newCase(), {}, { kind: 'document-issued', data: { form: 'F12', sha256, bytes: 52_000 } });
    await room.send([entry]);
    const rows = await centre.db.within({ as: 'admin' }, ({ query }) =>
      query('select subject, sha256, bytes from file_ref where entry = $1', [entry.id]),
    );
    expect(rows).toEqual([{ subject: entry.subject, sha256, bytes: 52_000 }]);
  });
});

describe('a case of another organisation', () => {
  it('is neither written to nor read, by any way', async () => {
    const bank = await centre.admit('某行一', centre.institution);
    const foreign = await centre.admit('某行二', await centre.organisation('institution', centre.committee));
    const [own] = bank.writeMany(newCase(), 1);
    await bank.send([own]);
    const intruding = foreign.write(own?.subject ?? '');
    expect(await foreign.outcomes([intruding])).toEqual(['not-yours']);
    expect((await foreign.readAll()).ids).toEqual([]);
    await expect(foreign.subject(own?.subject ?? '')).rejects.toEqual(new CentreSaid(404, 'not-found'));
    await expect(foreign.subject(newCase())).rejects.toEqual(new CentreSaid(404, 'not-found'));
  });

  it('keeps the place of what its author may not write, so that later entries are taken', async () => {
    const bank = await centre.admit('某行一', centre.institution);
    const foreign = await centre.admit('某行二', await centre.organisation('institution', centre.committee));
    const own = bank.write(newCase());
    await bank.send([own]);
    const [intruding, good] = [foreign.write(own.subject), foreign.write(newCase())];
    expect(await foreign.outcomes([intruding, good])).toEqual(['not-yours', 'taken']);
  });

  it('does not let who may not carry an entry take its place from its author', async () => {
    const author = await centre.admit('某行一', centre.institution);
    const bearer = await centre.admit('某行二', await centre.organisation('institution', centre.committee));
    const entry = author.write(newCase());
    expect(await bearer.outcomes([entry])).toEqual(['not-yours']);
    expect(await author.outcomes([entry])).toEqual(['taken']);
  });

  it('goes to the author’s organisation and its committee', async () => {
    const bank = await centre.admit('某行一', centre.institution);
    const committee = await centre.admit('调解室一');
    const mediator = await centre.admit('受邀调解员', centre.mediator);
    const entry = bank.write(newCase());
    await bank.send([entry]);
    expect((await committee.readAll()).ids).toContain(entry.id);
    expect((await mediator.readAll()).ids).toEqual([]);
  });
});

describe('a workstation’s own journals', () => {
  it('come back to it alone', async () => {
    const [room, other] = [await centre.admit(), await centre.admit('调解室五')];
    const settings = room.write('room-settings', {});
    const shared = room.write(newCase());
    expect(await room.outcomes([settings, shared])).toEqual(['taken', 'taken']);
    expect((await room.readAll()).ids).toEqual(expect.arrayContaining([settings.id, shared.id]));
    const { ids, last } = await other.readAll();
    expect(ids).toContain(shared.id);
    expect(ids).not.toContain(settings.id);
    expect(last.proof.checkpoint.seq).toBe(last.proof.head);
    await expect(other.subject('room-settings')).rejects.toEqual(new CentreSaid(404, 'not-found'));
    expect((await room.subject('room-settings')).map(({ id }) => id)).toEqual([settings.id]);
  });

  it('are not taken from another one, which costs their author nothing', async () => {
    const [room, other] = [await centre.admit(), await centre.admit('调解室五')];
    const settings = room.write('room-settings', {});
    expect(await other.outcomes([settings])).toEqual(['not-yours']);
    expect(await room.outcomes([settings])).toEqual(['taken']);
  });
});
