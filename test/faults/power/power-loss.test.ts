import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { killProgram, type KillProgram } from '../../fixtures/kill-child';
import { killCount, killSeed } from '../../fixtures/kill-rounds';
import { PowerRounds } from '../../fixtures/power-rounds';

const SEED = killSeed();
const CUTS = killCount(100);
/** Cuts for each kind of disk that lies about flushing. */
const LIES = 2;

let program: KillProgram;
beforeAll(async () => {
  program = await killProgram();
}, 300_000);
afterAll(() => program.remove());

async function rounds(): Promise<PowerRounds> {
  const made = await PowerRounds.start(program.file, SEED);
  onTestFinished(() => made.end());
  return made;
}

describe('a machine that loses power at any moment', () => {
  it('has everything that was acknowledged, and nothing half, when it starts again', { timeout: 600_000 }, async () => {
    const made = await rounds();
    await made.run(CUTS);
    const { figures } = made;
    console.log(`power cut amid all work, seed ${SEED}: ${JSON.stringify(figures)}`);
    expect(figures.cuts).toBe(CUTS);
    expect(figures.amid).toBeGreaterThan(CUTS / 4);
    expect(figures.opening).toBeGreaterThanOrEqual(CUTS < 40 ? 0 : 1);
    expect(figures.acknowledged).toBeGreaterThan(CUTS);
  });

  it.each(['both', 'files', 'folders'] as const)(
    'is seen to lose work where the flush is left out (%s): these looks are worth something',
    { timeout: 600_000 },
    async (lies) => {
      const made = await rounds();
      for (let n = 0; n < LIES; n++) {
        const found = await made.lie(lies);
        console.log(`power cut without a flush of ${lies}, seed ${SEED + n}: ${found ?? 'nothing is missing'}`);
        expect(found).not.toBeNull();
      }
    },
  );
});
