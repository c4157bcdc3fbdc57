import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { seeded, withSeeds } from '../../sync/support/seeded';
import { testRoom } from '../../fixtures/room';
import { Longest, mutated, written } from './support/mutate';

const samples = ['case-a.json', 'case-c.json', 'case-f.json', 'case-g.json'].map(
  (name) =>
    JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../../assets/samples', name), 'utf8')) as Record<
      string,
      unknown
    >,
);

/** Generated files, in seeds of a thousand. */
const SEEDS = 10;

it(
  'generated intake files come in whole or leave nothing, each with words, none with a crash or a hang',
  { timeout: 600_000 },
  async () => {
    const test = await testRoom();
    const longest = new Longest();
    const outcomes = { imported: 0, unchanged: 0, refused: 0 };
    try {
      await withSeeds('generated intake files', SEEDS, async (seed) => {
        const random = seeded(seed);
        for (let n = 0; n < 1000; n++) {
          const sound = { ...random.pick(samples), id: `fuzz-${seed}-${n}` };
          const text = written(random.chance(0.995) ? mutated(sound, random) : sound, random);
          const before = test.room.caseCount;
          const results = await longest.run(() => test.room.intake.take('交换.json', text, true));
          const came = results.filter(({ outcome }) => outcome === 'imported').length;
          expect(test.room.caseCount - before).toBe(came);
          for (const { outcome, problems, caseId } of results) {
            outcomes[outcome] += 1;
            if (outcome === 'refused') {
              expect(problems.length).toBeGreaterThan(0);
              for (const { zh, en } of problems) expect(zh !== '' && en !== '').toBe(true);
            }
            // What came in is a case that opens and folds.
            if (outcome === 'imported' && caseId !== null && n % 5 === 0)
              expect((await test.room.cases.open(caseId)).ok).toBe(true);
          }
        }
      });
      console.log('intake outcomes', outcomes, `longest ${longest.most.toFixed(0)} ms of processor time`);
      expect(outcomes.imported).toBeGreaterThan(50);
      expect(outcomes.refused).toBeGreaterThan(6_000);
      expect(longest.most).toBeLessThan(1000);
      expect(Object.prototype).not.toHaveProperty('a');
    } finally {
      await test.end();
    }
  },
);
