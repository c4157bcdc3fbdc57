import { describe, expect, it } from 'vitest';
import { type Answer, cupsCommands } from '../../../electron/core/printing/cups-commands';
import { cupsQueue, lpArguments } from '../../../electron/core/printing/cups-queue';
import type { PrintOrder } from '../../../electron/core/printing/print-port';
import { ENDED_JOBS, PRINTERS } from './lpstat-answers';

const pdf = Buffer.from('%PDF-1.7\n');
const order: PrintOrder = { printer: 'office', copies: 2, sides: 'two-long', pageCount: 5, title: '-F12' };
const ended = (out: string, code = 0, err = ''): Answer => ({ kind: 'ended', code, out, err });

describe('the arguments of lp', () => {
  it('say all that matters for the paper and take the document from standard input', () => {
    expect(
      lpArguments({
        ...order,
        pages: [
          { from: 1, to: 2 },
          { from: 4, to: 4 },
        ],
      }).join(' '),
    ).toBe(
      '-d office -n 2 -t -F12 -o media=A4 -o print-scaling=none -o number-up=1 -o collate=true -o sides=two-sided-long-edge -o page-ranges=1-2,4 -- -',
    );
    expect(lpArguments({ ...order, sides: 'one' })).toContain('sides=one-sided');
    expect(lpArguments({ ...order, sides: 'two-short' })).toContain('sides=two-sided-short-edge');
  });
});

describe('the CUPS queue', () => {
  it('sends nothing when the order is wrong', async () => {
    const queue = cupsQueue({}, () => Promise.reject(new Error('asked')));
    const refused = await queue.submit(pdf, { ...order, copies: 0 });
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'bad-copies' }] });
  });

  it('does not ask for a second copy when lp has not answered in time', async () => {
    const queue = cupsQueue({}, () => Promise.resolve({ kind: 'late' }));
    const unclear = await queue.submit(pdf, order);
    expect(unclear).toMatchObject({ ok: false, problems: [{ code: 'submit-unclear' }] });
    expect(!unclear.ok && unclear.problems[0]?.zh).toContain('先看打印机');
  });

  it('tells a full disk of the spool from a missing printer, with the words of the system as detail', async () => {
    const said = 'lp: Unable to write print data: No space left on device';
    const queue = cupsQueue({}, (command) => Promise.resolve(command === 'lp' ? ended('', 1, said) : ended(PRINTERS)));
    expect(await queue.submit(pdf, order)).toMatchObject({
      ok: false,
      problems: [{ code: 'spool-refused', detail: { system: said } }],
    });
  });

  it('asks cancel how a job ended only after lpstat has listed it as ended', async () => {
    const asked: string[] = [];
    const queue = cupsQueue({}, (command, args) => {
      asked.push([command, ...args].join(' '));
      if (command === 'cancel')
        return Promise.resolve(ended('', 1, "cancel: cancel-job failed: Job #2 is already aborted - can't cancel."));
      return Promise.resolve(ended(args.includes('completed') ? ENDED_JOBS : ''));
    });
    expect(await queue.follow({ printer: 'q1', id: 'q1-2' })).toMatchObject({ ok: true, value: { phase: 'failed' } });
    expect(asked).toEqual(['lpstat -l -W not-completed -o q1 -p q1', 'lpstat -l -W completed -o q1', 'cancel q1-2']);
  });

  it('gives no id to a command that is not an id of a job', async () => {
    const queue = cupsQueue({}, () => Promise.reject(new Error('asked')));
    for (const id of ['-a', 'office', 'a b-1', ''])
      expect(await queue.cancel({ printer: 'office', id })).toMatchObject({ problems: [{ code: 'job-vanished' }] });
  });
});

describe('the commands of CUPS', () => {
  it('are missing where PATH has none', async () => {
    await expect(cupsCommands({ PATH: '/nowhere' })('lp', ['-'], pdf)).resolves.toEqual({ kind: 'missing' });
  });
});
