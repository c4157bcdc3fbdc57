import fc from 'fast-check';
import { fold } from '../../electron/core/domain/case/fold';
import { mergeParties } from '../../electron/core/domain/case/merge-parties';
import type { CaseWrite } from '../../electron/core/domain/case/entry-kinds';
import { settleClosed } from '../../electron/core/domain/case/settle-closed';
import { takeSide } from '../../electron/core/domain/case/take-side';
import type { CaseState } from '../../electron/core/domain/case/case-state';
import type { Entry } from '../../electron/core/domain/journal/entry';
import { CASE, MORNING, withCase, Workstation, type Written } from '../fixtures/entries';

/** What rooms do to one case, small enough that they often meet in one record, one field and one identity number. */
const number = (seq: number) => ({ series: 'agreement', year: 2024, seq, text: `（2024）泉银人调字第00${seq}号` });
const set = (kind: string, key: object, fields: object): Written => ({ kind, data: { ...key, set: fields } });
const person = { side: 'respondent', kind: 'person', name: '林砚' };
const papers = ['E9999001', ' e9999001', 'E9999002'].map((passport) => ({ type: 'passport', number: passport }));

const act: fc.Arbitrary<Written> = fc.oneof(
  fc
    .tuple(fc.constantFrom('ke', 'p-1', 'p-2', 'p-3'), fc.constantFrom(...papers))
    .map(([party, document]) => set('party-set', { party }, { ...person, document })),
  fc
    .tuple(fc.constantFrom('ke', 'bank', 'p-1', 'p-2'), fc.constantFrom('1', '2'))
    .map(([party, phone]) => set('party-set', { party }, { phone })),
  fc
    .tuple(fc.constantFrom('ke', 'bank', 'p-1', 'p-2'), fc.constantFrom(true, true, false))
    .map(([party, removed]) => set('party-set', { party }, { removed })),
  fc
    .tuple(
      fc.constantFrom('session', 'evidence', 'attachment'),
      fc.constantFrom({ removed: true }, { place: '室' }, { name: '甲' }, { name: '乙' }),
    )
    .map(([record, fields]) => set(`${record}-set`, { [record]: 'one' }, fields)),
  fc
    .record({ reason: fc.constantFrom('settled', 'withdrawn', null), on: fc.constant('2024-05-01') })
    .map((fields) => set('ending-set', {}, fields)),
  fc.constantFrom('2024-06-01', null).map((on) => set('archive-set', {}, { on, by: '陈知远' })),
  fc
    .tuple(fc.constantFrom('p-1', 'p-2', 'ke'), fc.constantFrom(1, 2))
    .map(([payer, amountFen]) =>
      set('agreement-set', {}, { payments: [{ payer, payee: 'bank', amountFen, dueOn: '2024-06-10' }] }),
    ),
  fc.constantFrom(401, 501).map((seq) => ({ kind: 'number-given', data: { number: number(seq) } })),
  fc
    .tuple(fc.constantFrom('p-1', 'p-2', 'mediator'), fc.constantFrom('2024-04-25', '2024-04-26', null))
    .map(([by, on]) => ({ kind: 'signature-set', data: { by, on } })),
  fc
    .constantFrom('2024-04-24', null)
    .map((on) => ({ kind: 'approval-set', data: { matter: 'agreement', by: '谢怀舟', on } })),
  fc
    .tuple(fc.constantFrom('p-1', 'p-2'), fc.constantFrom('2024-04-03', '2024-04-05'))
    .map(([of, toldOn]) => set('paper-set', { form: 'F05', of }, { toldOn })),
);

type Step =
  | { readonly who: number; readonly does: Written }
  /** Learns all of another room, or only what had arrived half-way. */
  | { readonly who: number; readonly from: number };

/** A case that all rooms know, then two or three rooms that write and sometimes hear of each other. */
export const roomsApart: fc.Arbitrary<readonly Workstation[]> = fc.integer({ min: 2, max: 3 }).chain((count) => {
  const who = fc.nat(count - 1);
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 4, arbitrary: fc.record({ who, does: act }) },
    { weight: 1, arbitrary: fc.record({ who, from: who }) },
  );
  return fc
    .tuple(
      fc.array(step, { minLength: 5, maxLength: 14 }),
      fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 3, maxLength: 3 }),
    )
    .map(([steps, skews]) => {
      const begun = withCase(new Workstation('begun'));
      begun.agreementSet({ form: 'written', clauses: ['分期。'] });
      begun.write(set('session-set', { session: 'one' }, { startedAt: '2024-04-10T09:00:00+08:00' }));
      begun.write(set('evidence-set', { evidence: 'one' }, { by: 'ke', name: '账单' }));
      begun.write(
        set(
          'attachment-set',
          { attachment: 'one' },
          { role: 'other', of: 'one', type: 'image/png', sha256: 'd'.repeat(64) },
        ),
      );
      const rooms = Array.from({ length: count }, (_, at) =>
        new Workstation(`room-${at}`, CASE, MORNING + (skews[at] ?? 0) * 86_400_000).learn(begun.entries),
      );
      for (const one of steps) {
        const room = rooms[one.who];
        if ('does' in one) room?.write(one.does);
        else room?.learn(rooms[one.from]?.entries ?? []);
      }
      return rooms;
    });
});

export const unionOf = (rooms: readonly Workstation[]): readonly Entry[] =>
  new Workstation('all').learn(rooms.flatMap((room) => room.entries)).entries;

/** The writes of one decision about the first thing that is open; null when nothing is. `pick` chooses among the sides. */
function decide(state: CaseState, pick: (count: number) => number): readonly CaseWrite[] | null {
  const [conflict] = state.conflicts;
  const [clash] = state.clashes;
  if (conflict) {
    const side = conflict.values[pick(conflict.values.length)];
    const taken = takeSide(state, conflict.path, side?.entry ?? '');
    if (!taken.ok) throw new Error(taken.problem.en);
    return [taken.value];
  }
  if (!clash) return null;
  if (clash.kind === 'closed-and-changed') {
    const settled = settleClosed(state, pick(2) === 0 ? 'keep' : 'reopen');
    if (!settled.ok) throw new Error(settled.problem.en);
    return settled.value;
  }
  const merged = mergeParties(state, clash.keys);
  if (!merged.ok) throw new Error(merged.problem.en);
  return merged.value.writes;
}

/** A person at this room settles all that is open, one thing after the other. Throws when it does not come to an end. */
export function settleAll(room: Workstation, pick: (count: number) => number): void {
  for (let decisions = 0; decisions < 60; decisions += 1) {
    const writes = decide(fold(CASE, room.entries), pick);
    if (writes === null) return;
    for (const write of writes) room.write(write);
  }
  throw new Error('settling does not end');
}
