import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Room } from '../../../electron/core/room/room';
import type { Job } from '../../fixtures/kill-acks';
import { killProgram, type KillProgram } from '../../fixtures/kill-child';
import { killCount, KillRounds, killSeed } from '../../fixtures/kill-rounds';

const SEED = killSeed();
/** Kills of each kind of work, on one store each; 200 with those of kill-sync.test.ts. */
const KILLS = killCount(50);
const TIME = 600_000;

let program: KillProgram;
beforeAll(async () => {
  program = await killProgram();
}, 300_000);
afterAll(() => program.remove());

async function rounds(job: Job, prepare?: (room: Room) => Promise<void>): Promise<KillRounds> {
  const made = await KillRounds.start(program.file, job, SEED, prepare);
  onTestFinished(() => made.end());
  return made;
}

function report(job: Job, { figures }: KillRounds): void {
  console.log(`kill -9 amid ${job}, seed ${SEED}: ${JSON.stringify(figures)}`);
  expect(figures.kills).toBe(KILLS);
  expect(figures.amid).toBeGreaterThan(KILLS / 4);
  expect(figures.opening).toBeGreaterThanOrEqual(KILLS < 40 ? 0 : 1);
  expect(figures.acknowledged).toBeGreaterThan(KILLS);
}

describe('a process that is killed at any moment', () => {
  it('loses no save, and leaves the journals and the lists true', { timeout: TIME }, async () => {
    const made = await rounds('saves');
    await made.run(KILLS);
    report('saves', made);
  });

  it('gives no number twice and leaves no half document', { timeout: TIME }, async () => {
    const made = await rounds('prints');
    await made.run(KILLS);
    report('prints', made);
    expect(made.memory.entries.filter(({ kind }) => kind === 'document-issued').length).toBeGreaterThan(KILLS / 4);
  });

  it('imports each record whole and once', { timeout: TIME }, async () => {
    const made = await rounds('imports');
    await made.run(KILLS);
    report('imports', made);
  });
});
