import { expect, onTestFinished, test } from 'vitest';
import type { Files } from '../../../electron/core/ports';
import { Room } from '../../../electron/core/room/room';
import { done, type Outcome } from '../../../electron/core/room/outcome';
import { recoveryOpener } from '../../../electron/core/access/openers';
import { readRecoveryKey } from '../../../electron/core/access/recovery-key';
import { StoreError } from '../../../electron/core/store/store-error';
import { codes, must } from '../../fixtures/room';
import { roomMemory } from '../../fixtures/room-memory';
import { FOUNDER, PASSWORD, PERSON, signedInRoom, type SignedInRoom } from '../../fixtures/signed-in';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { freshFolder } from '../../fixtures/store';

/**
 * The process ends at each step in which the disk is changed, once after another: what stood there then is opened again.
 * That flushed writes are there after a power cut is the store's own promise (test/faults/store).
 */
interface World {
  readonly at: SignedInRoom;
  /** Steps that the disk was asked for so far. */
  readonly steps: () => number;
  /** From this step on the disk takes nothing any more; null for all. */
  readonly stopAt: (step: number | null) => void;
  /** Puts the disk back to what it was at the mark, and opens. */
  readonly back: () => Promise<Room>;
}

async function world(): Promise<World> {
  const folder = await freshFolder();
  for (const name of ['store', 'store.building']) await mkdir(path.join(folder, name));
  const memory = roomMemory(folder);
  let steps = 0;
  let stop: number | null = null;
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    if (stop !== null && steps >= stop) throw Object.assign(new Error('the process has ended'), { code: 'EIO' });
    steps += 1;
    return work();
  };
  const stepping =
    (open: Files['create']): Files['create'] =>
    (file) =>
      step(async () => {
        const { write, flush, close } = await open(file);
        return { write: (bytes, offset) => step(() => write(bytes, offset)), flush: () => step(flush), close };
      });
  const files: Files = {
    ...memory,
    create: stepping(memory.create),
    append: stepping(memory.append),
    rename: (from, to) => step(() => memory.rename(from, to)),
    remove: (file) => step(() => memory.remove(file)),
    truncate: (file, length) => step(() => memory.truncate(file, length)),
    flushFolder: (name) => step(() => memory.flushFolder(name)),
  };
  const at = await signedInRoom(['mediator'], { files, folder });
  await at.as(FOUNDER);
  onTestFinished(() => at.end());
  return {
    at,
    steps: () => steps,
    stopAt: (next) => void (stop = next === null ? null : steps + next),
    back: () => at.restart(),
  };
}

/** Runs the work with the disk ending at step 0, 1, 2, … until it ends well; looks after each crash. */
async function atEachStep(
  one: World,
  prepare: (room: Room) => Promise<unknown>,
  work: (room: Room, round: number) => Promise<Outcome<unknown>>,
  look: (room: Room, round: number, ended: boolean) => Promise<void>,
): Promise<number> {
  for (let step = 0; ; step += 1) {
    await prepare(one.at.room);
    one.stopAt(step);
    const outcome = await work(one.at.room, step).catch((fault: unknown) => {
      if (fault instanceof StoreError || (fault as { code?: string }).code === 'EIO') return null;
      if (fault instanceof Error && fault.name === 'AccessError') return null; // what was done could not be recorded
      throw fault;
    });
    one.stopAt(null);
    const ended = outcome !== null;
    if (outcome) must(outcome);
    await look(await one.back(), step, ended);
    if (ended) return step;
  }
}

const founder = (room: Room) => room.access.signIn(FOUNDER, PASSWORD);

const opens = async (room: Room, name: string, password: string): Promise<boolean> =>
  codes(await room.access.signIn(name, password)).length === 0;

test('a password change that is cut off leaves the old password or the new one', async () => {
  const one = await world();
  let now = PASSWORD;
  const steps = await atEachStep(
    one,
    (room) => room.access.signIn(PERSON, now),
    (room, round) => room.access.changePassword(now, `fresh words ${round}`),
    async (room, round, ended) => {
      const fresh = `fresh words ${round}`;
      const [old, next] = [await opens(room, PERSON, now), await opens(room, PERSON, fresh)];
      expect([round, old !== next]).toEqual([round, true]);
      if (ended) expect(next).toBe(true);
      if (next) now = fresh;
    },
  );
  expect(steps).toBeGreaterThan(10);
});

test('an account that is cut off while it is made is there with its password, or not at all', async () => {
  const one = await world();
  const steps = await atEachStep(
    one,
    founder,
    (room, round) => room.accounts.add(`新人${round}`, ['clerk'], null, 'first words 9'),
    async (room, round, ended) => {
      const name = `新人${round}`;
      const there = room.access.state().people.some((person) => person.name === name);
      expect([round, await opens(room, name, 'first words 9')]).toEqual([round, there]);
      if (there) expect(room.access.state().who?.mustChangePassword).toBe(true);
      if (ended) expect(there).toBe(true);
    },
  );
  expect(steps).toBeGreaterThan(8);
});

test('a sheet that is cut off while it is made or confirmed leaves the old one or the new one', async () => {
  const one = await world();
  const made: string[] = [];
  const sheet = async (room: Room): Promise<Outcome<unknown>> => {
    const out = await room.keys.sheet(({ groups }) => {
      made.push(groups.join(''));
      return Promise.resolve(done(true));
    });
    return out.ok ? room.keys.confirm(made.at(-1)?.slice(-4) ?? '') : out;
  };
  must(await sheet(one.at.room));
  let now = made[0] ?? '';
  const inForce = async (key: string): Promise<boolean> => {
    const bytes = readRecoveryKey(key);
    if (!bytes) throw new Error('no key');
    await one.at.room.close();
    const opened = await Room.open({ ...one.at.ports, opener: recoveryOpener(bytes) }).catch(() => null);
    await opened?.close();
    await one.at.restart();
    return opened !== null;
  };
  const steps = await atEachStep(one, founder, sheet, async (_room, round, ended) => {
    const fresh = made.at(-1) ?? '';
    const [old, next] = [fresh === now || (await inForce(now)), fresh !== now && (await inForce(fresh))];
    expect([round, old !== next]).toEqual([round, true]);
    if (ended) expect(next).toBe(true);
    if (next) now = fresh;
  });
  expect(steps).toBeGreaterThan(15);
});

test('a retirement that is cut off leaves somebody who can work, or nobody who can sign in', async () => {
  const one = await world();
  const set = { roles: ['mediator'], institution: null } as const;
  const steps = await atEachStep(
    one,
    founder,
    (room) => room.accounts.alter(PERSON, { ...set, retired: true }),
    async (room, round) => {
      const active = room.access.state().people.some(({ name }) => name === PERSON);
      expect([round, await opens(room, PERSON, PASSWORD)]).toEqual([round, active]);
      await one.at.as(FOUNDER);
      expect((await one.at.room.keys.page()).passwords).toBe(active ? 2 : 1);
      if (!active) {
        must(await room.accounts.alter(PERSON, { ...set, retired: false }));
        must(await room.accounts.resetPassword(PERSON, `${PASSWORD} 1`));
        must(await room.access.signIn(PERSON, `${PASSWORD} 1`));
        must(await room.access.changePassword(`${PASSWORD} 1`, PASSWORD));
      }
    },
  );
  expect(steps).toBeGreaterThan(5);
});
