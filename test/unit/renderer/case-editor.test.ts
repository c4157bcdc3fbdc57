import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { viewOf } from '../../../electron/core/room/case-view';
import { orderJournal } from '../../../electron/core/domain/journal/graph';
import type { EntryId } from '../../../electron/core/domain/journal/entry';
import { CaseEditor } from '../../../renderer/features/case/case-editor';
import type { CaseView } from '../../../electron/contract/case-view';
import { CASE, withCase, Workstation } from '../../fixtures/entries';

/** A program behind the window that keeps one case, as the case desk does, and another room that writes beside it. */
function twoRooms() {
  const here = withCase(new Workstation('here'));
  const there = new Workstation('there').learn(here.entries);
  const own = here.entries[0]?.station;
  const view = (): CaseView =>
    ({ ...viewOf(CASE, here.entries, '2026-11-24', [], own), originRoom: null }) as unknown as CaseView;
  const write = ({ seen, writes }: { seen: EntryId[]; writes: { kind: string; data: Record<string, unknown> }[] }) => {
    const { heads } = orderJournal(here.entries);
    const station = new Map(here.entries.map((entry) => [entry.id, entry.station]));
    const after = heads.filter((id) => seen.includes(id) || station.get(id) === own);
    for (const one of writes) here.write({ ...one, after: [...new Set([...seen, ...after])] });
    return Promise.resolve({ ok: true, value: view() });
  };
  vi.stubGlobal('window', {
    mediationRoom: { 'cases.open': () => Promise.resolve({ ok: true, value: view() }), 'cases.write': write },
  });
  return { editor: new CaseEditor(view()), here, there, arrive: () => here.learn(there.entries) };
}

const CASE_SET = { kind: 'case-set' } as const;

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('what this screen wrote is not taken for an arrival', async () => {
  const { editor } = twoRooms();
  editor.edit(CASE_SET, 'facts', '本室的记录');
  await editor.flush();
  await editor.refresh();
  expect(editor.snapshot()).toMatchObject({ arrival: null, state: { facts: '本室的记录' } });
});

test('a change from another room is shown at once while nobody types', async () => {
  const { editor, there, arrive } = twoRooms();
  there.caseSet({ facts: '调解室五的记录' });
  arrive();
  await editor.refresh();
  expect(editor.snapshot()).toMatchObject({ arrival: 'shown', state: { facts: '调解室五的记录' } });
  editor.dismissArrival();
  expect(editor.snapshot().arrival).toBeNull();
});

test('text under the cursor is not replaced, and what is typed beside it becomes a conflict', async () => {
  const { editor, there, arrive } = twoRooms();
  editor.enterText(() => true);
  editor.edit(CASE_SET, 'facts', '本室写了一半');
  there.caseSet({ facts: '调解室五的记录' });
  arrive();
  await editor.refresh();
  expect(editor.snapshot()).toMatchObject({ arrival: 'held', state: { facts: '本室写了一半' } });
  editor.edit(CASE_SET, 'facts', '本室写完了');
  await editor.flush();
  expect(editor.snapshot()).toMatchObject({ arrival: 'held', unsaved: false, state: { facts: '本室写完了' } });
  editor.edit(CASE_SET, 'facts', '本室又改了一次');
  await editor.leaveText();
  const { arrival, view } = editor.snapshot();
  expect(arrival).toBe('shown');
  const [conflict] = view.state.conflicts;
  expect(conflict?.path).toBe('case.facts');
  expect(new Set(conflict?.values.map(({ value }) => value))).toEqual(new Set(['调解室五的记录', '本室又改了一次']));
});

test('a field that only the other room changed shows its value when the cursor leaves', async () => {
  const { editor, there, arrive } = twoRooms();
  editor.enterText(() => true);
  editor.edit(CASE_SET, 'facts', '本室的记录');
  await editor.flush();
  there.caseSet({ contractNumber: 'HT-5' });
  arrive();
  await editor.refresh();
  expect(editor.snapshot().state.contractNumber).not.toBe('HT-5');
  await editor.leaveText();
  const { state, view } = editor.snapshot();
  expect(state).toMatchObject({ facts: '本室的记录', contractNumber: 'HT-5' });
  expect(view.state.conflicts).toEqual([]);
});

test('what arrives within the answer to a write is held back like any other', async () => {
  const { editor, there, arrive } = twoRooms();
  editor.enterText(() => true);
  there.caseSet({ contractNumber: 'HT-5' });
  arrive();
  editor.edit(CASE_SET, 'facts', '本室的记录');
  await editor.flush();
  expect(editor.snapshot()).toMatchObject({ arrival: 'held', state: { facts: '本室的记录' } });
  expect(editor.snapshot().state.contractNumber).not.toBe('HT-5');
});

test('a text that went away without being left holds nothing back', async () => {
  const { editor, there, arrive } = twoRooms();
  let onScreen = true;
  editor.enterText(() => onScreen);
  onScreen = false;
  there.caseSet({ facts: '调解室五的记录' });
  arrive();
  await editor.refresh();
  expect(editor.snapshot()).toMatchObject({ arrival: 'shown', state: { facts: '调解室五的记录' } });
});
