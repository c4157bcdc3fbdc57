import { mkdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cupsQueue } from '../../electron/core/printing/cups-queue';
import type { JobState, PrintQueue } from '../../electron/core/printing/print-port';
import { caseA } from '../fixtures/documents/case-a';
import { pdfOf } from '../unit/documents/support';
import { PrivateCups } from './private-cups';
import { codesOf, orderFor, seen, send, valueOf } from './support';

let cups: PrivateCups;
let queue: PrintQueue;
let pdf: Uint8Array;

beforeAll(async () => {
  ({ pdf } = await pdfOf(caseA));
  cups = await PrivateCups.start();
  queue = cupsQueue(cups.env);
});
afterAll(() => cups.remove());

const phaseOf = async (job: { printer: string; id: string }): Promise<JobState['phase']> =>
  valueOf(await queue.follow(job)).phase;

describe.concurrent('a queue that stands still', () => {
  it('takes a job, says that it is held and why, and prints it when the queue goes on', async () => {
    await cups.addQueue('still');
    await cups.admin('cupsdisable', '-r', 'waiting for toner', 'still');
    const job = await send(queue, pdf, orderFor('still'));
    const held = await seen(queue, job, 'held-by-printer');
    expect(held.reason?.zh).toContain('打印队列已停止');
    expect(held.reason?.en).toContain('waiting for toner');
    await cups.admin('cupsenable', 'still');
    await seen(queue, job, 'done');
    await expect(cups.paper(job)).resolves.toMatchObject({ title: orderFor('still').title });
  });

  it('says so when a job is held back by a person', async () => {
    await cups.addQueue('kept');
    await cups.admin('cupsdisable', 'kept');
    const job = await send(queue, pdf, orderFor('kept'));
    await cups.admin('lp', '-i', job.id, '-H', 'hold');
    expect((await seen(queue, job, 'held-by-printer')).reason?.en).toContain('The job is held');
  });
});

describe.concurrent('a job that is taken back', () => {
  it('ends as cancelled, and cancelling it twice does no harm', async () => {
    await cups.addQueue('taken');
    await cups.admin('cupsdisable', 'taken');
    const job = await send(queue, pdf, orderFor('taken'));
    valueOf(await queue.cancel(job));
    expect(await phaseOf(job)).toBe('cancelled');
    expect(await queue.cancel(job)).toEqual({ ok: true, value: undefined });
  });

  it('cannot be cancelled once it is printed, and stays done', async () => {
    await cups.addQueue('printed');
    const job = await send(queue, pdf, orderFor('printed'));
    await seen(queue, job, 'done');
    expect(codesOf(await queue.cancel(job))).toEqual(['job-ended']);
    expect(await phaseOf(job)).toBe('done');
  });

  it('is unknown to a queue that never had it', async () => {
    await cups.addQueue('empty');
    const job = { printer: 'empty', id: 'empty-99' };
    expect(codesOf(await queue.follow(job))).toEqual(['job-vanished']);
    expect(codesOf(await queue.cancel(job))).toEqual(['job-vanished']);
  });
});

describe.concurrent('a printer in trouble', () => {
  it.each([
    ['media-jam', '卡纸'],
    ['media-empty', '缺纸'],
  ] as const)('shows %s while it lasts and prints on afterwards', async (fault, words) => {
    await cups.addQueue(fault);
    await cups.setFault(fault, fault);
    const job = await send(queue, pdf, orderFor(fault));
    expect((await seen(queue, job, 'held-by-printer')).reason?.zh).toContain(words);
    await cups.setFault(fault, 'none');
    await seen(queue, job, 'done');
  });

  it('that fails ends the job as failed with its reason, and prints the same bytes later', async () => {
    await cups.addQueue('failing', { onError: 'abort-job' });
    await cups.setFault('failing', 'fails');
    const failed = await seen(queue, await send(queue, pdf, orderFor('failing')), 'failed');
    expect(failed.reason?.en).toContain('The device fell over.');
    expect(failed.reason?.zh).toContain('文书已保存');
    await cups.setFault('failing', 'none');
    await seen(queue, await send(queue, pdf, orderFor('failing')), 'done');
  });

  it('that fails and is tried again is held until it works', async () => {
    await cups.addQueue('trying', { onError: 'retry-job' });
    await cups.setFault('trying', 'fails');
    const job = await send(queue, pdf, orderFor('trying'));
    const held = await seen(queue, job, 'held-by-printer');
    expect(held.reason?.en).toContain('The device fell over.');
    await cups.setFault('trying', 'none');
    await seen(queue, job, 'done');
  });

  it.each(['fails', 'stops'] as const)('whose device %s and stops its queue holds the job', async (fault) => {
    const name = `stopping-${fault}`;
    await cups.addQueue(name, { onError: 'stop-printer' });
    await cups.setFault(name, fault);
    const job = await send(queue, pdf, orderFor(name));
    await seen(queue, job, 'held-by-printer');
    expect(valueOf(await queue.printers()).find((each) => each.name === name)?.state).toBe('paused');
    await cups.setFault(name, 'none');
    await cups.admin('cupsenable', name);
    await seen(queue, job, 'done');
  });
});

describe.concurrent('a printer that cannot be used', () => {
  it('that was deleted after it was chosen is gone, for a new order and for its jobs', async () => {
    await cups.addQueue('remaining');
    await cups.addQueue('deleted');
    await cups.admin('cupsdisable', 'deleted');
    const job = await send(queue, pdf, orderFor('deleted'));
    await cups.admin('lpadmin', '-x', 'deleted');
    expect(codesOf(await queue.submit(pdf, orderFor('deleted')))).toEqual(['printer-gone']);
    expect(codesOf(await queue.follow(job))).toEqual(['printer-gone']);
    expect(codesOf(await queue.cancel(job))).toEqual(['printer-gone']);
  });

  it('that accepts nothing is named as such', async () => {
    await cups.addQueue('closed');
    await cups.admin('cupsreject', 'closed');
    expect(codesOf(await queue.submit(pdf, orderFor('closed')))).toEqual(['not-accepting']);
  });

  it('never reaches lp with a name that is no name of a queue', async () => {
    for (const name of ['', '-h', 'a,b', '../x', 'two words'])
      expect(codesOf(await queue.submit(pdf, orderFor(name)))).toEqual(['printer-gone']);
  });
});

describe('a computer without printing', () => {
  it('has no printer, or a printing system that is down and has lost nothing when it is back', async () => {
    const bare = await PrivateCups.start();
    try {
      const none = cupsQueue(bare.env);
      expect(codesOf(await none.printers())).toEqual(['no-printer']);
      expect(codesOf(await none.submit(pdf, orderFor('office')))).toEqual(['no-printer']);

      await bare.addQueue('office');
      await bare.admin('cupsdisable', 'office');
      const job = await send(none, pdf, orderFor('office'));
      await bare.halt();
      expect(codesOf(await none.printers())).toEqual(['no-printing-system']);
      expect(codesOf(await none.submit(pdf, orderFor('office')))).toEqual(['no-printing-system']);
      expect(codesOf(await none.follow(job))).toEqual(['no-printing-system']);
      expect(codesOf(await none.cancel(job))).toEqual(['no-printing-system']);

      await bare.resume();
      expect(valueOf(await none.follow(job)).phase).toBe('held-by-printer');
      await bare.admin('cupsenable', 'office');
      await seen(none, job, 'done');
    } finally {
      await bare.remove();
    }
  });

  it('has no printing system where lp is not installed', async () => {
    const nowhere = `${cups.root}/nothing-here`;
    await mkdir(nowhere);
    const missing = cupsQueue({ ...cups.env, PATH: nowhere });
    expect(codesOf(await missing.printers())).toEqual(['no-printing-system']);
    expect(codesOf(await missing.submit(pdf, orderFor('office')))).toEqual(['no-printing-system']);
  });

  it('may have a printing system that does not take so large a document', async () => {
    const small = await PrivateCups.start('LimitRequestBody 4k');
    try {
      await small.addQueue('office');
      const refused = await cupsQueue(small.env).submit(pdf, orderFor('office'));
      expect(codesOf(refused)).toEqual(['spool-refused']);
      if (!refused.ok) expect(refused.problems[0]?.zh).toContain('文书已保存');
    } finally {
      await small.remove();
    }
  });
});
