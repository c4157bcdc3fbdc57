import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { killProgram, type KillProgram } from '../../fixtures/kill-child';
import { KILL_NOW } from '../../fixtures/kill-ports';
import { killCount, KillRounds, killSeed } from '../../fixtures/kill-rounds';
import { seeded } from '../../sync/support/seeded';
import { TestCentre } from '../../sync/support/test-centre';
import { WireStation } from '../../sync/support/wire-station';

const SEED = killSeed();
const KILLS = killCount(50);

let program: KillProgram;
let centre: TestCentre;
let url: string;
beforeAll(async () => {
  program = await killProgram();
  centre = await TestCentre.embedded();
  centre.now = KILL_NOW;
  url = `http://127.0.0.1:${await centre.listen()}`;
  await centre.committee('here');
}, 300_000);
afterAll(async () => {
  await program.remove();
  await centre.close();
});

/** Enrolled and admitted; another workstation writes in cases of its own and in those of the room. */
async function syncingRounds(): Promise<KillRounds & { readonly station: string }> {
  let station = '';
  const made = await KillRounds.start(program.file, 'syncs', SEED, async ({ sync }) => {
    expect(await sync.enrol(url)).toMatchObject({ ok: true });
    station = sync.who.station;
    await centre.admit(station, 'here');
  });
  onTestFinished(() => made.end());
  return Object.assign(made, { station });
}

describe('a process that is killed while it exchanges with the centre', () => {
  it('ends with what the centre holds, on a chain that never forked', { timeout: 600_000 }, async () => {
    const made = await syncingRounds();
    const other = await WireStation.admitted(centre, 'here');
    const random = seeded(SEED);
    await made.run(KILLS, async () => {
      const shared = made.memory.acks.flatMap((ack) => (ack.op === 'saved' ? [ack.subject] : []));
      const subjects = ['case-elsewhere-1', 'case-elsewhere-2', ...shared.slice(-2)];
      await other.send(Array.from({ length: 1 + random.below(3) }, () => other.write(random.pick(subjects))));
    });

    // The last one is let work to the end: nothing that was acknowledged may be missing on either side.
    const ends = await made.open(async ({ sync }) => {
      centre.now = KILL_NOW + Math.floor(performance.now());
      const faults = [];
      for (let round = 0; round < 4 && sync.status.state !== 'up-to-date'; round++)
        faults.push((await sync.once()).fault);
      return { state: sync.status.state, faults: faults.filter((fault) => fault !== null) };
    });
    expect(ends).toEqual({ state: 'up-to-date', faults: [] });
    await made.look(true);

    const { entries, acks } = made.memory;
    const here = entries.map(({ id }) => id).sort();
    const there = await centre.rows('select id, station, seq from entry order by id');
    expect(there.map(({ id }) => id)).toEqual(here);
    expect(await centre.counts()).toMatchObject({ refused_entry: 0, held_entry: 0 });
    const events = await centre.rows("select 1 from station_event where event = 'forked'");
    expect(events).toEqual([]);
    const sent = new Set(there.filter(({ station }) => station === made.station).map(({ seq }) => Number(seq)));
    const synced = acks.flatMap((ack) => (ack.op === 'synced' ? [ack.seq] : []));
    expect(Math.max(...synced)).toBeGreaterThan(0);
    for (const seq of synced) expect(sent.has(seq)).toBe(true);

    const { figures } = made;
    console.log(`kill -9 amid syncs, seed ${SEED}: ${JSON.stringify(figures)}, exchanges that ended: ${synced.length}`);
    expect(figures.kills).toBe(KILLS);
    expect(figures.amid).toBeGreaterThan(KILLS / 4);
  });
});
