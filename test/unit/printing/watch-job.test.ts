import { describe, expect, it } from 'vitest';
import type { JobPhase, JobState, PrintOutcome } from '../../../electron/core/printing/print-port';
import { notPrinted, printed } from '../../../electron/core/printing/print-problems';
import { watchJob } from '../../../electron/core/printing/watch-job';

const job = { printer: 'office', id: 'office-1' };
const at = (phase: JobPhase): PrintOutcome<JobState> => printed({ phase });

/** A queue that gives one finding after the other and a sleep that takes no time; both count. */
function scripted(findings: readonly PrintOutcome<JobState>[]) {
  const told: PrintOutcome<JobState>[] = [];
  const slept: number[] = [];
  let asked = 0;
  const stop = new AbortController();
  const watch = (onSleep: () => void = () => undefined) =>
    watchJob({ follow: () => Promise.resolve(findings[asked++] ?? at('waiting')) }, job, {
      onChange: (found) => told.push(found),
      signal: stop.signal,
      intervalMs: 700,
      sleep: (milliseconds) => {
        slept.push(milliseconds);
        onSleep();
        return Promise.resolve();
      },
    });
  return { watch, told, slept, stop, asked: () => asked };
}

describe('following a job', () => {
  it('tells each change once and ends with the final state', async () => {
    const script = scripted([at('waiting'), at('waiting'), at('printing'), at('printing'), at('done'), at('failed')]);
    expect(await script.watch()).toEqual(at('done'));
    expect(script.told).toEqual([at('waiting'), at('printing'), at('done')]);
    expect(script.slept).toEqual([700, 700, 700, 700]);
    expect(script.asked()).toBe(5);
  });

  it.each(['done', 'cancelled', 'failed', 'unknown'] as const)('ends at %s', async (phase) => {
    const script = scripted([at(phase)]);
    expect(await script.watch()).toEqual(at(phase));
    expect(script.slept).toEqual([]);
  });

  it('tells a new reason of the same phase', async () => {
    const held = (en: string) => printed<JobState>({ phase: 'held-by-printer', reason: { zh: en, en } });
    const script = scripted([held('jam'), held('jam'), held('empty'), at('done')]);
    await script.watch();
    expect(script.told).toEqual([held('jam'), held('empty'), at('done')]);
  });

  it('goes on while the printing system is down, and gives up a job that is lost', async () => {
    const down = notPrinted('no-printing-system');
    const again = scripted([down, down, at('done')]);
    expect(await again.watch()).toEqual(at('done'));
    expect(again.told).toEqual([down, at('done')]);
    for (const code of ['job-vanished', 'printer-gone', 'no-printer'] as const)
      expect(await scripted([notPrinted(code)]).watch()).toEqual(notPrinted(code));
  });

  it('ends without a finding when it is stopped, and asks no more', async () => {
    const script = scripted([at('waiting'), at('printing')]);
    expect(await script.watch(() => script.stop.abort())).toBeUndefined();
    expect(script.asked()).toBe(1);
    script.stop.abort();
    expect(await script.watch()).toBeUndefined();
    expect(script.asked()).toBe(1);
  });

  it('leaves no timer behind when it is stopped while it waits', async () => {
    const stop = new AbortController();
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const before = timers();
    const watch = watchJob({ follow: () => Promise.resolve(at('waiting')) }, job, {
      onChange: () => setImmediate(() => stop.abort()),
      signal: stop.signal,
      intervalMs: 3_600_000,
    });
    expect(await watch).toBeUndefined();
    expect(timers()).toBe(before);
  });
});
