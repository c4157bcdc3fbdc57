import { describe, expect, it } from 'vitest';
import { parseJob, parsePrinters } from '../../../electron/core/printing/cups-parse';
import { endOf, endState, liveState, printerOf } from '../../../electron/core/printing/cups-state';
import { ENDED_JOBS, LIVE_JOBS, PRINTERS } from './lpstat-answers';

const printers = parsePrinters(PRINTERS);
const printer = (name: string) => {
  const found = printers.find((each) => each.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};
const job = (text: string, id: string) => {
  const found = parseJob(text, id);
  if (found === undefined) throw new Error(id);
  return found;
};

describe('a printer on the screen', () => {
  it('is ready, paused or not accepting, with the reason in plain words', () => {
    expect(printerOf(printer('office'))).toEqual({
      name: 'office',
      description: '二楼调解室 Laser: A4',
      isDefault: true,
      state: 'ready',
    });
    expect(printerOf(printer('still'))).toMatchObject({ state: 'paused', description: 'still' });
    expect(printerOf(printer('still')).reason?.en).toMatch(/queue is stopped.*paper change/u);
    expect(printerOf(printer('closed')).state).toBe('not-accepting');
    expect(printerOf(printer('closed')).reason?.zh).toContain('being serviced');
  });

  it('warns of a jam though it is switched on, and not of toner that only runs low', () => {
    expect(printerOf(printer('jammed'))).toMatchObject({
      state: 'ready',
      reason: { zh: expect.stringContaining('卡纸') as string },
    });
    expect(
      printerOf({ ...printer('jammed'), alerts: ['toner-low-warning', 'media-empty-warning'] }).reason,
    ).toBeUndefined();
  });

  it('does not repeat that CUPS knows no reason', () =>
    expect(printerOf(printer('failed')).reason?.en).not.toContain('unknown'));
});

describe('a job that has not ended', () => {
  const phase = (id: string, queue: string) => liveState(job(LIVE_JOBS, id), printer(queue)).phase;

  it('waits or prints on a sound queue', () => {
    expect(phase('q1-12', 'office')).toBe('waiting');
    expect(phase('q1-11', 'office')).toBe('printing');
    expect(liveState(job(LIVE_JOBS, 'q1-11'), undefined)).toEqual({ phase: 'printing' });
  });

  it('is held by a stopped queue, a jam, a person, and a device that is tried again', () => {
    expect(phase('q1-12', 'still')).toBe('held-by-printer');
    expect(phase('q1-9', 'office')).toBe('held-by-printer');
    expect(phase('q1-11', 'jammed')).toBe('held-by-printer');
    expect(phase('q1-10', 'office')).toBe('held-by-printer');
    expect(liveState(job(LIVE_JOBS, 'q1-8'), printer('office'))).toMatchObject({
      phase: 'held-by-printer',
      reason: { en: expect.stringContaining('device fell over') as string },
    });
  });

  it('is held by a printer that reports to be offline', () =>
    expect(liveState(job(LIVE_JOBS, 'q1-11'), { ...printer('office'), alerts: ['offline-report'] })).toMatchObject({
      phase: 'held-by-printer',
      reason: { zh: expect.stringContaining('检查电源') as string },
    }));
});

describe('a job that has ended', () => {
  const ended = (...alerts: readonly string[]) => endOf({ id: 'q1-1', message: '', alerts });

  it('tells its end by its state reasons', () => {
    expect(ended('job-completed-successfully')).toBe('completed');
    expect(ended('job-completed-with-warnings')).toBe('completed');
    expect(ended('job-canceled-by-user')).toBe('canceled');
    expect(ended('job-canceled-at-device')).toBe('canceled');
    expect(ended('aborted-by-system')).toBe('aborted');
    expect(ended('job-completed-with-errors')).toBe('aborted');
  });

  it('is not taken for printed when they do not tell', () =>
    expect(['q1-1', 'q1-2', 'q1-3'].map((id) => endOf(job(ENDED_JOBS, id)))).toEqual([
      undefined,
      undefined,
      undefined,
    ]));

  it('says why when the system gave up', () => {
    expect(endState('completed', job(ENDED_JOBS, 'q1-1'))).toEqual({ phase: 'done' });
    expect(endState('canceled', job(ENDED_JOBS, 'q1-3'))).toEqual({ phase: 'cancelled' });
    const failed = endState('aborted', job(ENDED_JOBS, 'q1-2'));
    expect(failed.phase).toBe('failed');
    expect(failed.reason?.zh).toMatch(/文书已保存.*device fell over/u);
  });
});
