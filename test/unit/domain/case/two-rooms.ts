import { fold } from '../../../../electron/core/domain/case/fold';
import type { CaseState } from '../../../../electron/core/domain/case/case-state';
import type { CaseWrite } from '../../../../electron/core/domain/case/entry-kinds';
import type { Entry } from '../../../../electron/core/domain/journal/entry';
import { CASE, withCase, Workstation } from '../../../fixtures/entries';

/** Two rooms that know the same case and have lost sight of each other. */
export function roomsApart(begin: (room: Workstation) => unknown = () => undefined): [Workstation, Workstation] {
  const one = withCase(new Workstation('one'));
  begin(one);
  return [one, new Workstation('two').learn(one.entries)];
}

/** The case once everything has arrived; the same for either order. */
export const together = (...rooms: readonly Workstation[]): CaseState =>
  fold(
    CASE,
    rooms.flatMap((room) => room.entries),
  );

/** A room that has everything of the others. */
export function joined(...rooms: readonly Workstation[]): Workstation {
  const [first, ...others] = rooms;
  return (first ?? new Workstation('one')).learn(others.flatMap((room) => room.entries));
}

/** Writes one after the other, each on top of all that the room knows. */
export const writeAll = (room: Workstation, writes: readonly CaseWrite[]): readonly Entry[] =>
  writes.map((write) => room.write(write));
