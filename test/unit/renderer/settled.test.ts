import { afterEach, expect, test, vi } from 'vitest';
import { reportSaveState, settled } from '../../../renderer/shared/save-state';

afterEach(() => {
  vi.useRealTimers();
  reportSaveState({ state: 'untouched' });
});

const ended = (wait: Promise<void>): { done: boolean } => {
  const state = { done: false };
  void wait.then(() => (state.done = true));
  return state;
};

test('locking waits for a saving that begins when the field is left', async () => {
  vi.useFakeTimers();
  const state = ended(settled(1_500));
  reportSaveState({ state: 'saving' });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(state.done).toBe(false);
  reportSaveState({ state: 'saved', at: new Date() });
  await vi.advanceTimersByTimeAsync(0);
  expect(state.done).toBe(true);
});

test('a saving that never ends does not keep the screen open', async () => {
  vi.useFakeTimers();
  reportSaveState({ state: 'saving' });
  const state = ended(settled(1_500));
  await vi.advanceTimersByTimeAsync(1_500);
  expect(state.done).toBe(false);
  await vi.advanceTimersByTimeAsync(31);
  expect(state.done).toBe(true);
});
