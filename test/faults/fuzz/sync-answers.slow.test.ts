import { afterEach, expect, it } from 'vitest';
import { LineError, type HttpAnswer } from '../../../electron/core/ports';
import { CentreClient } from '../../../electron/core/sync/centre-client';
import { CentreRefused, SyncStopped } from '../../../electron/core/sync/centre-errors';
import { seeded, withSeeds, type Seeded } from '../../sync/support/seeded';
import { answer, Line, roomAt, until } from '../../unit/sync/rooms';
import { SmallCentre } from '../../unit/sync/small-centre';
import { Longest, mutated, written } from './support/mutate';

/** Answers a seed, and seeds. */
const ANSWERS = 1000;
const SEEDS = 4;
/** A whole answer now and then, so that rounds get past their first question. */
const SOUND = 0.5;

const rejections: unknown[] = [];
const noted = (fault: unknown): void => void rejections.push(fault);
process.on('unhandledRejection', noted);
afterEach(() => expect(rejections).toEqual([]));

/** What a hostile or broken centre, or a box between, makes of a sound answer. */
function spoilt(sound: HttpAnswer, random: Seeded): HttpAnswer {
  const text = Buffer.from(sound.body).toString('utf8');
  const json = ((): unknown => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return null;
    }
  })();
  const status = random.chance(0.8)
    ? sound.status
    : random.pick([200, 204, 301, 400, 401, 403, 404, 409, 413, 429, 500, 503]);
  const headers = random.chance(0.9)
    ? sound.headers
    : { 'content-type': random.pick(['text/html', 'application/json; x', '']) };
  if (json === null || random.chance(0.1))
    return { status, headers, body: Buffer.from(sound.body).subarray(0, random.below(sound.body.length + 1)) };
  return { ...answer(status, written(mutated(json, random), random)), headers };
}

it(
  'generated answers of a centre change nothing that is not signed, and never bring a round down',
  { timeout: 600_000 },
  async () => {
    const longest = new Longest();
    let spoiltOnes = 0;
    await withSeeds('generated sync answers', SEEDS, async (seed) => {
      const random = seeded(seed);
      const centre = await SmallCentre.start();
      const [here, there] = [await roomAt(centre), await roomAt(centre)];
      let asked = 0;
      here.line.rule = async (_request, go) => {
        asked += 1;
        const sound = await go();
        if (random.chance(SOUND)) return sound;
        spoiltOnes += 1;
        return spoilt(sound, random);
      };
      for (let round = 0; asked < ANSWERS; round++) {
        if (round % 20 === 0) {
          await there.write(`case-${seed}-${round}`, `甲${round}`);
          await there.engine.once();
          await here.write('case-here', `乙${round}`);
        }
        const report = await longest.run(() => here.engine.once());
        expect(report).toHaveProperty('sent');
      }
      // Nothing stands here that nobody signed, and the centre has nothing twice.
      const known = new Set(centre.entries.map(({ id }) => id));
      for (const subject of here.store.subjects()) {
        for (const { id, station } of await here.store.read(subject))
          expect(station === here.store.station || known.has(id), subject).toBe(true);
      }
      here.line.rule = null;
      // A spoilt answer may say "revoked"; a sound one takes it back.
      await here.engine.once();
      await until(async () => (await here.engine.once()).remaining === 0);
      expect(await here.ids(...here.store.subjects())).toEqual(centre.entries.map(({ id }) => id).sort());
    });
    console.log(`sync answers spoilt: ${spoiltOnes}, longest ${longest.most.toFixed(0)} ms of processor time`);
    expect(spoiltOnes).toBeGreaterThan((SEEDS * ANSWERS * (1 - SOUND)) / 2);
    expect(longest.most).toBeLessThan(1000);
  },
);

/** Calls a seed of the client alone, without a store and a disk behind it. */
const CALLS = 1500;

it(
  'each generated answer to a single question is taken by its schema or refused by name',
  { timeout: 600_000 },
  async () => {
    const centre = await SmallCentre.start();
    const room = await roomAt(centre);
    const [entry] = await room.write('case-here', '甲', '乙');
    await room.engine.once();
    const line = new Line();
    const known = entry?.id ?? '';
    const longest = new Longest();
    const outcomes = { taken: 0, refused: 0 };
    await withSeeds('generated answers to one question', 56, async (seed) => {
      const random = seeded(seed);
      const kept = new Map<string, HttpAnswer>();
      line.rule = async (request, go) => {
        const { pathname } = new URL(request.url);
        if (pathname.startsWith('/v1/session')) return go();
        const sound = kept.get(pathname) ?? (await go());
        kept.set(pathname, sound);
        return spoilt(sound, random);
      };
      const client = new CentreClient(
        { http: line, url: centre.url, clock: { now: () => centre.now } },
        room.store,
        centre.key.station,
      );
      const questions = [
        () => client.stations(),
        () => client.feed(null, 100, 0),
        () => client.missing([known]),
        () => client.subjects('', 100),
        () => client.subject('case-here'),
        () => client.entry(known),
        () => client.file('a'.repeat(64)),
        () => client.rules(0),
      ];
      for (let n = 0; n < CALLS; n++) {
        const outcome = await longest.run(() =>
          random
            .pick<() => Promise<unknown>>(questions)()
            .then(
              () => 'taken' as const,
              (fault: unknown) => {
                if (fault instanceof LineError || fault instanceof SyncStopped || fault instanceof CentreRefused)
                  return 'refused' as const;
                throw fault;
              },
            ),
        );
        outcomes[outcome] += 1;
      }
    });
    line.close();
    console.log('answers to one question', outcomes, `longest ${longest.most.toFixed(0)} ms of processor time`);
    expect(outcomes.refused).toBeGreaterThan(outcomes.taken);
    expect(longest.most).toBeLessThan(1000);
  },
);
